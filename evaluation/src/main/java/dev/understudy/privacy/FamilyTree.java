package dev.understudy.privacy;

import dev.understudy.compare.SideRows;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the families of one subject, and the columns of them that say something about a family. */
public final class FamilyTree {
    private static final double MOSTLY_OWN = 0.5;

    private final TableName subject;
    private final Map<TableName, ForeignKey> owning;
    private final Map<TableName, List<Column>> informative;

    private FamilyTree(TableName subject, Map<TableName, ForeignKey> owning, Map<TableName, List<Column>> informative) {
        this.subject = subject;
        this.owning = owning;
        this.informative = informative;
    }

    /**
     * @param real    decides which columns say something: not keys, not links, not constants, and not texts of which most
     *                are shared by fewer than k families (those are a matter of literal leakage)
     * @param columns per table, parents first, the columns that were read
     */
    public static FamilyTree of(
            Schema schema,
            SchemaGraph graph,
            TableName subject,
            Map<TableName, List<Column>> columns,
            SideRows real,
            int k) {
        Map<TableName, ForeignKey> owning = new LinkedHashMap<>();
        Map<TableName, List<Column>> informative = new LinkedHashMap<>();
        for (TableName table : graph.order()) {
            if (columns.containsKey(table) && graph.subjectOf(table).equals(subject)) {
                graph.owningLink(table).ifPresent(link -> owning.put(table, link));
                informative.put(table, informative(schema, table, columns.get(table), real, k));
            }
        }
        return new FamilyTree(subject, owning, informative);
    }

    private static List<Column> informative(Schema schema, TableName name, List<Column> columns, SideRows real, int k) {
        Table table = schema.table(name).orElseThrow();
        Set<String> keys = new HashSet<>();
        schema.foreignKeysOf(name).forEach(link -> keys.addAll(link.childColumns()));
        schema.foreignKeysTo(name).forEach(link -> keys.addAll(link.parentColumns()));
        table.keys().stream().filter(key -> key.columns().size() == 1).forEach(key -> keys.addAll(key.columns()));
        return columns.stream()
                .filter(column -> !keys.contains(column.name()) && says(column, name, real, k))
                .toList();
    }

    private static boolean says(Column column, TableName table, SideRows real, int k) {
        TypeFamily family = column.type().family();
        if (family == TypeFamily.BINARY || family == TypeFamily.JSON || family == TypeFamily.XML) {
            return false;
        }
        double[] values = real.values(table, column);
        if (Arrays.stream(values).distinct().limit(2).count() < 2) {
            return false;
        }
        return isNumber(column) || shared(values, real.families(table), k) > MOSTLY_OWN;
    }

    /** Share of the rows with a value whose value at least k families have. */
    private static double shared(double[] values, long[] families, int k) {
        Map<Double, Set<Long>> sharing = new HashMap<>();
        int present = 0;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                present++;
                Set<Long> set = sharing.computeIfAbsent(values[row], value -> new HashSet<>());
                if (set.size() < k) {
                    set.add(families[row]);
                }
            }
        }
        long rows = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value) && sharing.get(value).size() >= k)
                .count();
        return (double) rows / Math.max(1, present);
    }

    static boolean isNumber(Column column) {
        return switch (column.type().family()) {
            case INTEGER, DECIMAL, REAL, TIME -> true;
            default -> isTime(column);
        };
    }

    static boolean isTime(Column column) {
        return switch (column.type().family()) {
            case DATE, TIMESTAMP, TIMESTAMP_ZONED -> true;
            default -> false;
        };
    }

    public TableName subject() {
        return subject;
    }

    /** All tables of a family, the subject first. */
    public List<TableName> tables() {
        return List.copyOf(informative.keySet());
    }

    /** Columns of a table that say something. */
    public List<Column> columns(TableName table) {
        return informative.get(table);
    }

    /** Per row of a table, the row of its subject; -1 for a row that hangs on none. */
    int[] subjectRows(SideRows side, TableName table) {
        if (table.equals(subject)) {
            int[] own = new int[side.rows(table)];
            Arrays.setAll(own, row -> row);
            return own;
        }
        ForeignKey link = owning.get(table);
        int[] above = subjectRows(side, link.parent());
        return Arrays.stream(side.parents(link))
                .map(row -> row < 0 ? -1 : above[row])
                .toArray();
    }
}
