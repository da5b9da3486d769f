package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counters of the selected schemas, and those elsewhere that number their rows. */
final class Sequences {
    private static final String SEQUENCES = """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, s.seqstart, s.seqincrement,
              format('CREATE SEQUENCE %I.%I AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s',
                n.nspname, c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END) AS definition
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relpersistence <> 't' AND NOT EXISTS (
              SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            ORDER BY 2, 3""";

    /** The column that owns the sequence comes first. */
    private static final String FEEDS = """
            SELECT DISTINCT u.id, u.rank, n.nspname AS schema, c.relname AS name, a.attname AS column
            FROM (SELECT d.objid AS id, 0 AS rank, d.refobjid AS relation, d.refobjsubid AS attribute
                  FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
                  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                    AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
                  UNION
                  SELECT d.refobjid, 1, def.adrelid, def.adnum
                  FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.refobjid JOIN pg_attrdef def ON def.oid = d.objid
                  WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass) u
            JOIN pg_class c ON c.oid = u.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = u.relation AND a.attnum = u.attribute
            ORDER BY u.id, u.rank, 3, 4, 5""";

    private Sequences() {}

    static List<Sequence> of(CatalogQuery query, List<String> schemas, Set<TableName> tables) throws SQLException {
        Map<Long, List<Feed>> feeds = query.group(FEEDS, row -> row.getLong("id"), Feed::of);
        List<Sequence> sequences = new ArrayList<>();
        query.list(
                SEQUENCES,
                row -> sequences.add(sequence(row, feeds.getOrDefault(row.getLong("id"), List.of()), tables)));
        sequences.removeIf(sequence ->
                !schemas.contains(sequence.name().schema()) && sequence.feeds().isEmpty());
        return sequences;
    }

    private static Sequence sequence(ResultSet row, List<Feed> feeds, Set<TableName> tables) throws SQLException {
        List<Feed> known = feeds.stream()
                .filter(feed -> tables.contains(feed.column().table()))
                .toList();
        return new Sequence(
                new TableName(row.getString("schema"), row.getString("name")),
                row.getLong("seqstart"),
                row.getLong("seqincrement"),
                known.stream().map(Feed::column).distinct().toList(),
                known.stream().anyMatch(Feed::owner),
                row.getString("definition"));
    }

    private record Feed(ColumnName column, boolean owner) {
        static Feed of(ResultSet row) throws SQLException {
            return new Feed(
                    new ColumnName(
                            new TableName(row.getString("schema"), row.getString("name")), row.getString("column")),
                    row.getInt("rank") == 0);
        }
    }
}
