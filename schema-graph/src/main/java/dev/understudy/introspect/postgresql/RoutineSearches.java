package dev.understudy.introspect.postgresql;

import static dev.understudy.introspect.postgresql.TypeSearches.OF_USERS;

import dev.understudy.introspect.postgresql.Found.Search;
import dev.understudy.schema.SchemaObject.Kind;
import java.util.List;

/**
 * Where routines, aggregates, operators and casts are found; not those that come with a type of their own accord. Compiled
 * code is there in the target, too, if it comes from the file of an extension.
 */
final class RoutineSearches {
    private static final Search ROUTINES = new Search(Kind.ROUTINE, "pg_proc", """
            SELECT p.oid AS id, n.nspname AS schema, p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name,
              rtrim(pg_get_functiondef(p.oid), E'\\n') AS definition,
              concat_ws(E'\\n', CASE WHEN l.lanpltrusted OR l.lanname IN ('internal', 'c') THEN '' ELSE 'untrusted language' END,
                p.prosrc, pg_get_function_sqlbody(p.oid)) AS source,
              0 AS onid,
              CASE WHEN l.lanname = 'c' AND NOT EXISTS (SELECT FROM pg_proc m JOIN pg_depend d
                  ON d.classid = 'pg_proc'::regclass AND d.objid = m.oid AND d.deptype = 'e' WHERE m.probin = p.probin)
                THEN 'it is compiled code in a file of the source''s server' END AS reason
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
            WHERE p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT FROM pg_depend d WHERE
              d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i') AND""" + " " + OF_USERS);

    private static final Search AGGREGATES = new Search(Kind.AGGREGATE, "pg_proc", """
            SELECT p.oid AS id, n.nspname AS schema, p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name,
              format('CREATE AGGREGATE %I.%I(%s) (SFUNC = %s, STYPE = %s', n.nspname, p.proname,
                  CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END,
                  a.aggtransfn::text, format_type(a.aggtranstype, NULL))
                || CASE WHEN a.aggtransspace > 0 THEN ', SSPACE = ' || a.aggtransspace ELSE '' END
                || CASE WHEN a.aggfinalfn::oid <> 0 THEN ', FINALFUNC = ' || a.aggfinalfn::text ELSE '' END
                || CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END
                || CASE WHEN a.aggcombinefn::oid <> 0 THEN ', COMBINEFUNC = ' || a.aggcombinefn::text ELSE '' END
                || CASE WHEN a.aggserialfn::oid <> 0 THEN ', SERIALFUNC = ' || a.aggserialfn::text ELSE '' END
                || CASE WHEN a.aggdeserialfn::oid <> 0 THEN ', DESERIALFUNC = ' || a.aggdeserialfn::text ELSE '' END
                || coalesce(', INITCOND = ' || quote_literal(a.agginitval), '')
                || CASE WHEN a.aggmtransfn::oid <> 0 THEN format(', MSFUNC = %s, MINVFUNC = %s, MSTYPE = %s',
                     a.aggmtransfn::text, a.aggminvtransfn::text, format_type(a.aggmtranstype, NULL)) ELSE '' END
                || CASE WHEN a.aggmfinalfn::oid <> 0 THEN ', MFINALFUNC = ' || a.aggmfinalfn::text ELSE '' END
                || coalesce(', MINITCOND = ' || quote_literal(a.aggminitval), '')
                || CASE WHEN a.aggsortop <> 0
                   THEN ', SORTOP = OPERATOR(' || replace(a.aggsortop::regoper::text, ' ', '') || ')' ELSE '' END
                || CASE WHEN a.aggkind = 'h' THEN ', HYPOTHETICAL' ELSE '' END
                || CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED' ELSE '' END
                || ')' AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE""" + " " + OF_USERS);

    private static final Search OPERATORS = new Search(Kind.OPERATOR, "pg_operator", """
            SELECT o.oid AS id, n.nspname AS schema,
              format('%s(%s, %s)', o.oprname, CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                format_type(o.oprright, NULL)) AS name,
              format('CREATE OPERATOR %I.%s (FUNCTION = %s', n.nspname, o.oprname, o.oprcode::text)
                || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || format_type(o.oprleft, NULL) ELSE '' END
                || CASE WHEN o.oprright <> 0 THEN ', RIGHTARG = ' || format_type(o.oprright, NULL) ELSE '' END
                || coalesce(', COMMUTATOR = OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')', '')
                || coalesce(', NEGATOR = OPERATOR(' || quote_ident(nn.nspname) || '.' || g.oprname || ')', '')
                || CASE WHEN o.oprrest::oid <> 0 THEN ', RESTRICT = ' || o.oprrest::text ELSE '' END
                || CASE WHEN o.oprjoin::oid <> 0 THEN ', JOIN = ' || o.oprjoin::text ELSE '' END
                || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
                || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || ')' AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
            LEFT JOIN pg_operator c ON c.oid = o.oprcom LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
            LEFT JOIN pg_operator g ON g.oid = o.oprnegate LEFT JOIN pg_namespace nn ON nn.oid = g.oprnamespace
            WHERE o.oprcode::oid <> 0 AND""" + " " + OF_USERS);

    private static final Search CASTS = new Search(Kind.OTHER, "pg_cast", """
            SELECT c.oid AS id, '' AS schema,
              format('cast (%s as %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS name,
              format('CREATE CAST (%s AS %s) ', format_type(c.castsource, NULL), format_type(c.casttarget, NULL))
                || CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure::text
                   WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
                || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE
              d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')""");

    /** A class without a family of another name makes its own. */
    private static final Search OPERATOR_FAMILIES = new Search(Kind.OPERATOR, "pg_opfamily", """
            SELECT f.oid AS id, n.nspname AS schema, f.opfname AS name,
              format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, m.amname) AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am m ON m.oid = f.opfmethod
            WHERE NOT EXISTS (SELECT FROM pg_opclass o WHERE o.opcmethod = f.opfmethod AND o.opcname = f.opfname
              AND o.opcnamespace = f.opfnamespace) AND""" + " " + OF_USERS);

    private static final Search OPERATOR_CLASSES = new Search(Kind.OPERATOR, "pg_opclass", """
            SELECT o.oid AS id, n.nspname AS schema, o.opcname AS name,
              format('CREATE OPERATOR CLASS %I.%I %sFOR TYPE %s USING %I%s AS ', n.nspname, o.opcname,
                CASE WHEN o.opcdefault THEN 'DEFAULT ' ELSE '' END, format_type(o.opcintype, NULL), m.amname,
                CASE WHEN f.opfname = o.opcname AND f.opfnamespace = o.opcnamespace THEN ''
                  ELSE format(' FAMILY %I.%I', fn.nspname, f.opfname) END)
                || concat_ws(', ',
                  (SELECT string_agg(format('OPERATOR %s %s%s', p.amopstrategy, p.amopopr::regoperator,
                      CASE WHEN p.amopsortfamily <> 0
                        THEN (SELECT format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                          FROM pg_opfamily s JOIN pg_namespace sn ON sn.oid = s.opfnamespace WHERE s.oid = p.amopsortfamily)
                        ELSE '' END), ', ' ORDER BY p.amopstrategy)
                    FROM pg_amop p WHERE p.amopfamily = o.opcfamily AND p.amoplefttype = o.opcintype
                      AND p.amoprighttype = o.opcintype),
                  (SELECT string_agg(format('FUNCTION %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, NULL),
                      format_type(p.amprocrighttype, NULL), p.amproc::oid::regprocedure), ', ' ORDER BY p.amprocnum)
                    FROM pg_amproc p WHERE p.amprocfamily = o.opcfamily AND p.amproclefttype = o.opcintype
                      AND p.amprocrighttype = o.opcintype),
                  CASE WHEN o.opckeytype <> 0 THEN 'STORAGE ' || format_type(o.opckeytype, NULL) END) AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace JOIN pg_am m ON m.oid = o.opcmethod
            JOIN pg_opfamily f ON f.oid = o.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace WHERE""" + " " + OF_USERS);

    private RoutineSearches() {}

    static List<Search> all() {
        return List.of(ROUTINES, AGGREGATES, OPERATORS, CASTS, OPERATOR_FAMILIES, OPERATOR_CLASSES);
    }
}
