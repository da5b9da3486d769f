package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.postgresql.Found.Search;
import dev.understudy.schema.SchemaObject.Kind;
import java.util.List;

/** Where schemas, extensions, collations, text searches and types are found. */
final class TypeSearches {
    /** Objects that {@code initdb} made have smaller numbers. */
    static final String OF_USERS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private static final Search SCHEMAS = new Search(Kind.SCHEMA, "pg_namespace", """
            SELECT n.oid AS id, n.nspname AS schema, '' AS name, format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname) AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_namespace n WHERE""" + " " + OF_USERS);

    /** An extension that makes its own schema wants to make it itself. */
    private static final Search EXTENSIONS = new Search(Kind.EXTENSION, "pg_extension", """
            SELECT e.oid AS id, '' AS schema, e.extname AS name,
              format('CREATE EXTENSION IF NOT EXISTS %I', e.extname)
                || CASE WHEN n.nspname = 'pg_catalog' OR EXISTS (
                     SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
                   THEN '' ELSE format(' WITH SCHEMA %I', n.nspname) END AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname <> 'plpgsql'""");

    private static final Search COLLATIONS = new Search(Kind.COLLATION, "pg_collation", """
            SELECT c.oid AS id, n.nspname AS schema, c.collname AS name,
              format('CREATE COLLATION %I.%I (provider = %s, ', n.nspname, c.collname,
                  CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END)
                || CASE WHEN c.collprovider = 'c'
                   THEN format('lc_collate = %L, lc_ctype = %L', c.collcollate, c.collctype)
                   ELSE format('locale = %L', coalesce(
                     to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate)) END
                || coalesce(', rules = ' || quote_literal(nullif(to_jsonb(c) ->> 'collicurules', '')), '')
                || CASE WHEN c.collisdeterministic THEN '' ELSE ', deterministic = false' END || ')' AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE""" + " " + OF_USERS);

    private static final Search DICTIONARIES = new Search(Kind.TEXT_SEARCH, "pg_ts_dict", """
            SELECT d.oid AS id, n.nspname AS schema, d.dictname AS name,
              format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I', n.nspname, d.dictname, tn.nspname, t.tmplname)
                || coalesce(', ' || d.dictinitoption, '') || ')' AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
            JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE""" + " " + OF_USERS);

    private static final Search SEARCHES = new Search(Kind.TEXT_SEARCH, "pg_ts_config", """
            SELECT c.oid AS id, n.nspname AS schema, c.cfgname AS name,
              format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname)
                || coalesce((
                   SELECT string_agg(format('; ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s',
                     n.nspname, c.cfgname, m.alias, m.dictionaries), '' ORDER BY m.maptokentype)
                   FROM (
                     SELECT k.maptokentype, w.alias,
                       string_agg(format('%I.%I', dn.nspname, d.dictname), ', ' ORDER BY k.mapseqno) AS dictionaries
                     FROM pg_ts_config_map k JOIN ts_token_type(c.cfgparser) w ON w.tokid = k.maptokentype
                     JOIN pg_ts_dict d ON d.oid = k.mapdict JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                     WHERE k.mapcfg = c.oid GROUP BY 1, 2) m), '') AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
            JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            WHERE""" + " " + OF_USERS);

    private static final Search ENUMS = new Search(Kind.ENUM_TYPE, "pg_type", """
            SELECT t.oid AS id, n.nspname AS schema, t.typname AS name,
              format('CREATE TYPE %I.%I AS ENUM (', n.nspname, t.typname) || coalesce((
                SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                FROM pg_enum e WHERE e.enumtypid = t.oid), '') || ')' AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND""" + " " + OF_USERS);

    private static final Search COMPOSITES = new Search(Kind.COMPOSITE_TYPE, "pg_type", """
            SELECT t.oid AS id, n.nspname AS schema, t.typname AS name,
              format('CREATE TYPE %I.%I AS (', n.nspname, t.typname) || coalesce((
                SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                    || CASE WHEN a.attcollation NOT IN (0, own.typcollation)
                       THEN format(' COLLATE %I.%I', cn.nspname, co.collname) ELSE '' END, ', ' ORDER BY a.attnum)
                FROM pg_attribute a JOIN pg_type own ON own.oid = a.atttypid
                LEFT JOIN pg_collation co ON co.oid = a.attcollation
                LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
                WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')' AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' WHERE""" + " " + OF_USERS);

    private static final Search RANGES = new Search(Kind.RANGE_TYPE, "pg_type", """
            SELECT t.oid AS id, n.nspname AS schema, t.typname AS name,
              format('CREATE TYPE %I.%I AS RANGE (SUBTYPE = %s, SUBTYPE_OPCLASS = %I.%I', n.nspname, t.typname,
                  format_type(r.rngsubtype, NULL), opn.nspname, op.opcname)
                || coalesce(', COLLATION = ' || quote_ident(cn.nspname) || '.' || quote_ident(co.collname), '')
                || CASE WHEN r.rngsubdiff <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff::text ELSE '' END
                || coalesce(', MULTIRANGE_TYPE_NAME = ' || (to_jsonb(r) ->> 'rngmultitypid')::oid::regtype::text, '')
                || ')' AS definition,
              NULL AS source, 0 AS onid,
              CASE WHEN r.rngcanonical <> 0 THEN 'a function written in C makes its values canonical' END AS reason
            FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_opclass op ON op.oid = r.rngsubopc JOIN pg_namespace opn ON opn.oid = op.opcnamespace
            LEFT JOIN pg_type own ON own.oid = r.rngsubtype AND own.typcollation <> r.rngcollation
            LEFT JOIN pg_collation co ON co.oid = r.rngcollation AND own.oid IS NOT NULL
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE""" + " " + OF_USERS);

    /** No value of the copy may break what NOT VALID forbids to new values. */
    private static final Search DOMAINS = new Search(Kind.DOMAIN, "pg_type", """
            SELECT t.oid AS id, n.nspname AS schema, t.typname AS name,
              format('CREATE DOMAIN %I.%I AS %s', n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod))
                || CASE WHEN t.typcollation NOT IN (0, base.typcollation)
                   THEN format(' COLLATE %I.%I', cn.nspname, co.collname) ELSE '' END
                || coalesce(' DEFAULT ' || pg_get_expr(t.typdefaultbin, 'pg_type'::regclass), '')
                || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
                || coalesce((
                   SELECT string_agg(format(' CONSTRAINT %I %s', k.conname,
                     regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', '')), '' ORDER BY k.conname)
                   FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '') AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type base ON base.oid = t.typbasetype
            LEFT JOIN pg_collation co ON co.oid = t.typcollation LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            WHERE t.typtype = 'd' AND""" + " " + OF_USERS);

    private static final Search BASES = new Search(Kind.OTHER, "pg_type", """
            SELECT t.oid AS id, n.nspname AS schema, t.typname AS name, '' AS definition, NULL AS source, 0 AS onid,
              'it is a type written in C outside of any extension' AS reason
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid) AND""" + " " + OF_USERS);

    private TypeSearches() {}

    static List<Search> all() {
        return List.of(
                SCHEMAS, EXTENSIONS, COLLATIONS, DICTIONARIES, SEARCHES, ENUMS, COMPOSITES, RANGES, DOMAINS, BASES);
    }
}
