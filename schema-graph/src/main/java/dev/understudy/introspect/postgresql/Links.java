package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.Deferrability;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Foreign keys, without those that a partition only has through its partitioned table.
 *
 * <p>A partition may declare links by itself. Its rows are read and written through the partitioned table, so that is where
 * such a link counts: it is told once as an undeclared link of the partitioned table, and the constraints of the
 * partitions are passed on as objects.
 *
 * @param links     sorted by child table, then name
 * @param partition constraints that partitions declare by themselves
 */
record Links(List<ForeignKey> links, List<SchemaObject> partition) {
    private static final String LINKS = """
            SELECT k.conname AS name, n.nspname AS schema, c.relname AS child, pn.nspname AS parentschema,
              p.relname AS parent,
              ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY x(att, place)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.att ORDER BY x.place) AS columns,
              ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY x(att, place)
                    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.att ORDER BY x.place) AS referred,
              k.condeferrable, k.condeferred, k.confdeltype, k.confupdtype,
              pg_get_constraintdef(k.oid) AS definition,
              format('ALTER TABLE %I.%I ADD CONSTRAINT %I ', n.nspname, c.relname, k.conname) AS adding
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN (:schemas)
            JOIN pg_class p ON p.oid = k.confrelid
            JOIN pg_namespace pn ON pn.oid = p.relnamespace
            WHERE k.contype = 'f' AND k.conparentid = 0
            ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", k.conname COLLATE "C\"""";

    static Links of(CatalogQuery query, Map<TableName, Table> tables) throws SQLException {
        List<ForeignKey> links = new ArrayList<>();
        Map<Lifted, ForeignKey> lifted = new LinkedHashMap<>();
        List<SchemaObject> own = new ArrayList<>();
        query.list(LINKS, row -> {
            TableName child = new TableName(row.getString("schema"), row.getString("child"));
            Table table = tables.get(child);
            if (table == null || table.kind() == TableKind.FOREIGN) {
                return false;
            }
            ForeignKey key = key(row, table);
            if (table.kind() != TableKind.PARTITION) {
                return links.add(key);
            }
            TableName root = root(table, tables);
            lifted.putIfAbsent(new Lifted(root, key.parent(), key.columns()), ofRoot(key, tables.get(root)));
            List<TableName> needs =
                    Stream.of(key.child(), key.parent()).sorted().distinct().toList();
            return own.add(SchemaObject.created(
                    SchemaObject.Kind.PARTITION_FOREIGN_KEY,
                    new TableName(child.schema(), child.name() + "." + key.name()),
                    row.getString("adding") + key.definition(),
                    needs));
        });
        links.forEach(key -> lifted.remove(new Lifted(key.child(), key.parent(), key.columns())));
        links.addAll(lifted.values());
        links.sort(Comparator.comparing(ForeignKey::child).thenComparing(ForeignKey::name));
        return new Links(links, own);
    }

    private record Lifted(TableName child, TableName parent, List<ColumnPair> columns) {}

    private static TableName root(Table partition, Map<TableName, Table> tables) {
        Table table = partition;
        while (table.kind() == TableKind.PARTITION) {
            table = tables.get(table.inherits().get(0));
        }
        return table.name();
    }

    private static ForeignKey ofRoot(ForeignKey key, Table root) {
        return new ForeignKey(
                key.name(),
                root.name(),
                key.parent(),
                key.columns(),
                optional(key.columns(), root),
                key.deferrability(),
                false,
                key.onDelete(),
                key.onUpdate(),
                "");
    }

    private static ForeignKey key(ResultSet row, Table child) throws SQLException {
        List<String> columns = Arrays.asList((String[]) row.getArray("columns").getArray());
        List<String> referred =
                Arrays.asList((String[]) row.getArray("referred").getArray());
        List<ColumnPair> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.add(new ColumnPair(columns.get(i), referred.get(i)));
        }
        return new ForeignKey(
                row.getString("name"),
                child.name(),
                new TableName(row.getString("parentschema"), row.getString("parent")),
                pairs,
                optional(pairs, child),
                row.getBoolean("condeferred")
                        ? Deferrability.INITIALLY_DEFERRED
                        : row.getBoolean("condeferrable") ? Deferrability.INITIALLY_IMMEDIATE : Deferrability.IMMEDIATE,
                true,
                action(row.getString("confdeltype")),
                action(row.getString("confupdtype")),
                row.getString("definition"));
    }

    private static boolean optional(List<ColumnPair> pairs, Table child) {
        return pairs.stream()
                .anyMatch(pair -> child.column(pair.child()).orElseThrow().nullable());
    }

    private static String action(String code) {
        return switch (code) {
            case "c" -> "CASCADE";
            case "n" -> "SET NULL";
            case "d" -> "SET DEFAULT";
            case "r" -> "RESTRICT";
            default -> "NO ACTION";
        };
    }
}
