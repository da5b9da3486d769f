package dev.understudy.found;

import dev.understudy.found.Values.Comparable;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** Rows of a table {@code t}, whole in the sample. */
final class MadeSample {
    static final int ROWS = 1_000;
    /** How a number says that it is missing. */
    static final long NONE = Long.MIN_VALUE;

    private static final TableName NAME = new TableName("s", "t");

    static final RuleNames NAMES = new RuleNames(new Schema(
            Vendor.H2, "2", "s", List.of(Table.of(NAME, List.of(), List.of())), List.of(), List.of(), List.of()));

    private MadeSample() {}

    static Values values(String name, Comparable comparable, IntToLongFunction of) {
        long[] values = new long[ROWS];
        Arrays.setAll(values, of);
        BitSet missing = new BitSet();
        for (int row = 0; row < ROWS; row++) {
            missing.set(row, values[row] == NONE);
        }
        TypeFamily family = comparable == Comparable.MOMENT ? TypeFamily.DATE : TypeFamily.INTEGER;
        return new Values(Column.of(name, ColumnType.of(family, family.name()), true), comparable, 0, values, missing);
    }

    static Sample of(Values... values) {
        Map<String, Values> columns = new LinkedHashMap<>();
        Arrays.stream(values).forEach(one -> columns.put(one.column().name(), one));
        Table table = Table.of(
                NAME,
                columns.values().stream().map(Values::column).toList(),
                List.of(UniqueKey.of("k", true, List.of("id"))));
        return new Sample(table, ROWS, true, columns);
    }
}
