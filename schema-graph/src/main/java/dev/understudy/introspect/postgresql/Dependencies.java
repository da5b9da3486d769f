package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What needs what, and what belongs to extensions, among everything that users made.
 *
 * @param needs   by dependent object; what only the text of a routine's body mentions is not known to the catalog
 * @param members objects that an extension brings along
 */
record Dependencies(Map<Address, List<Address>> needs, Set<Address> members) {
    private static final String MEMBERS = """
            SELECT classid::regclass::text AS catalog, objid AS id FROM pg_depend WHERE deptype = 'e'""";

    /** Parts stand for their whole: the rule of a view for the view, a row type for its table, an array for its elements. */
    private static final String NEEDS = """
            WITH whole(classid, objid, catalog, id) AS (
              SELECT 'pg_rewrite'::regclass, oid, 'pg_class', ev_class FROM pg_rewrite WHERE rulename = '_RETURN'
              UNION ALL SELECT 'pg_attrdef'::regclass, oid, 'pg_class', adrelid FROM pg_attrdef
              UNION ALL SELECT 'pg_constraint'::regclass, oid,
                CASE WHEN conrelid <> 0 THEN 'pg_class' ELSE 'pg_type' END,
                CASE WHEN conrelid <> 0 THEN conrelid ELSE contypid END FROM pg_constraint
              UNION ALL SELECT 'pg_class'::regclass, indexrelid, 'pg_class', indrelid FROM pg_index
              UNION ALL SELECT 'pg_class'::regclass, oid, 'pg_type', reltype FROM pg_class WHERE relkind = 'c'
              UNION ALL SELECT 'pg_type'::regclass, t.oid, 'pg_class', t.typrelid
                FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid WHERE c.relkind <> 'c'
              UNION ALL SELECT 'pg_type'::regclass, t.typarray, CASE WHEN c.oid IS NULL THEN 'pg_type' ELSE 'pg_class' END,
                coalesce(c.oid, t.oid)
                FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c' WHERE t.typarray <> 0
              UNION ALL SELECT 'pg_type'::regclass, rngmultitypid, 'pg_type', rngtypid FROM pg_range)
            SELECT DISTINCT coalesce(w.catalog, d.classid::regclass::text) AS catalog, coalesce(w.id, d.objid) AS id,
              coalesce(rw.catalog, d.refclassid::regclass::text) AS refcatalog, coalesce(rw.id, d.refobjid) AS refid
            FROM pg_depend d
            LEFT JOIN whole w ON w.classid = d.classid AND w.objid = d.objid
            LEFT JOIN whole rw ON rw.classid = d.refclassid AND rw.objid = d.refobjid
            WHERE d.deptype IN ('n', 'a', 'i') AND d.objid >= 16384 AND d.refobjid >= 16384
              AND coalesce(w.id, d.objid) <> coalesce(rw.id, d.refobjid)
            ORDER BY 1, 2, 3, 4""";

    static Dependencies of(CatalogQuery query) throws SQLException {
        return new Dependencies(
                query.group(NEEDS, row -> Address.of(row, ""), row -> Address.of(row, "ref")),
                new HashSet<>(query.list(MEMBERS, row -> Address.of(row, ""))));
    }

    List<Address> of(Address dependent) {
        return needs.getOrDefault(dependent, List.of());
    }
}
