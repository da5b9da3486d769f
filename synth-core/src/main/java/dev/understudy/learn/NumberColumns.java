package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Residue;
import dev.understudy.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes of the numbers of a table, and of the parts of their dates; columns are coded side by side. */
final class NumberColumns {
    /** @param parts what is told of a date beside the date itself: its weekday, its minutes, ... */
    record Coded(EncodedColumn column, List<EncodedColumn> parts) {}

    private NumberColumns() {}

    /** By name, for those of {@code columns} that are numbers. Time O(rows log rows) a column. */
    static Map<String, Coded> of(List<Column> columns, TableSample sample, int k, Workers workers) {
        List<Column> numbers = columns.stream()
                .filter(column -> sample.column(column.name()) instanceof NumberSample)
                .toList();
        List<Coded> coded = workers.map(numbers.size(), i -> of(numbers.get(i), sample, k));
        Map<String, Coded> byName = new LinkedHashMap<>();
        for (int i = 0; i < coded.size(); i++) {
            byName.put(numbers.get(i).name(), coded.get(i));
        }
        return byName;
    }

    private static Coded of(Column column, TableSample sample, int k) {
        NumberSample numbers = (NumberSample) sample.column(column.name());
        EncodedColumn coded = NumberEncoding.column(column, numbers, sample.family(), k);
        List<EncodedColumn> parts = new ArrayList<>();
        for (Residue.Kind kind : Residues.of(
                column, numbers, (NumberCodec) coded.codec(), sample.columns().values())) {
            parts.add(Residues.column(column, numbers, kind, sample.family(), k));
        }
        return new Coded(coded, parts);
    }
}
