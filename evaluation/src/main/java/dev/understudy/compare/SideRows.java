package dev.understudy.compare;

import dev.understudy.concurrent.Workers;
import dev.understudy.data.KeyHash;
import dev.understudy.data.KeyIndex;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All chosen tables of one side, with the row that each link points at and the family of each row. */
public final class SideRows {
    private final Map<TableName, ReadTable> tables = new LinkedHashMap<>();
    private final Map<ForeignKey, int[]> parents = new LinkedHashMap<>();
    private final Map<TableName, long[]> families = new LinkedHashMap<>();

    /**
     * @param columns per table, parents first, the columns to read
     * @param graph   says which links hold families together
     */
    public SideRows(Schema schema, SchemaGraph graph, RowSource source, Map<TableName, List<Column>> columns) {
        List<TableName> names = List.copyOf(columns.keySet());
        try (Workers workers = new Workers(source.readers(), "read")) {
            List<ReadTable> read = workers.map(names.size(), n -> {
                Table table = schema.table(names.get(n)).orElseThrow();
                return ReadTable.of(table, columns.get(names.get(n)), schema, source);
            });
            for (int n = 0; n < names.size(); n++) {
                tables.put(names.get(n), read.get(n));
            }
        }
        for (TableName name : tables.keySet()) {
            for (ForeignKey link : schema.foreignKeysOf(name)) {
                if (tables.containsKey(link.parent())) {
                    parents.put(link, resolve(link));
                }
            }
        }
        graph.order().stream().filter(tables::containsKey).forEach(name -> families.put(name, families(name, graph)));
    }

    private int[] resolve(ForeignKey link) {
        KeyIndex index = new KeyIndex(tables.get(link.parent()).key(link.parentColumns()));
        long[] hashes = tables.get(link.child()).link(link.name());
        int[] rows = new int[hashes.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = index.row(hashes[i]);
        }
        return rows;
    }

    private long[] families(TableName name, SchemaGraph graph) {
        int[] owner = graph.owningLink(name).map(parents::get).orElse(null);
        long[] ofOwner = owner == null
                ? null
                : families.get(graph.owningLink(name).orElseThrow().parent());
        long number = (long) name.toString().hashCode() << 32;
        long[] own = new long[tables.get(name).rows()];
        for (int row = 0; row < own.length; row++) {
            own[row] = owner != null && owner[row] >= 0 ? ofOwner[owner[row]] : Draws.mix(number + row);
        }
        return own;
    }

    ReadTable table(TableName name) {
        return tables.get(name);
    }

    /** Number of rows of a table. */
    public int rows(TableName name) {
        return tables.get(name).rows();
    }

    /** True if the table was read. */
    public boolean holds(TableName name) {
        return tables.containsKey(name);
    }

    /**
     * Values of a column by row: numbers and times as they are held in memory, anything else as a number that only equal
     * values share. NaN where missing.
     */
    public double[] values(TableName name, Column column) {
        ReadTable table = tables.get(name);
        if (!ReadTable.isCategory(column)) {
            return table.numbers(column.name());
        }
        long[] hashes = table.hashes(column.name());
        BitSet missing = table.missing(column.name());
        double[] values = new double[table.rows()];
        for (int row = 0; row < values.length; row++) {
            // 52 bits fit into a double without loss.
            values[row] = missing.get(row) ? Double.NaN : hashes[row] >>> 12;
        }
        return values;
    }

    /** What one of {@link #values} says, for people; the caller has made sure that k families share it. */
    public String label(TableName name, Column column, double value) {
        if (!ReadTable.isCategory(column)) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }
        ReadTable table = tables.get(name);
        for (long hash : table.hashes(column.name())) {
            if (hash >>> 12 == (long) value) {
                return table.text(column.name(), hash);
            }
        }
        return "…";
    }

    /** What {@link #values} holds where a column that is no number has a label; the other way round than {@link #label}. */
    public static double value(Column column, String label) {
        long hash = Storage.of(column.type()) == Storage.LONG
                ? KeyHash.of(LongVector.wrap(new long[] {Long.parseLong(label)}, new BitSet()), 0)
                : KeyHash.of(label);
        return hash >>> 12;
    }

    /** Per child row, the row of its parent or -1. */
    public int[] parents(ForeignKey link) {
        return parents.get(link);
    }

    /** Family of each row of a table. */
    public long[] families(TableName name) {
        return families.get(name);
    }
}
