package dev.understudy.plan;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowSource;
import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Labels of type columns for which no link is declared. */
final class UnknownTypes {
    private static final long SAMPLED_ROWS = 100_000;

    private final RowSource source;
    private final int k;

    /** @param k rows that must share a label for it to be named */
    UnknownTypes(RowSource source, int k) {
        this.source = source;
        this.k = k;
    }

    /** @param links typed links of tables that are read */
    List<Warning> warnings(Schema schema, List<ForeignKey> links) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        Map<String, ForeignKey> first = new LinkedHashMap<>();
        for (ForeignKey link : links) {
            String object = link.child() + "." + link.type().column();
            known.computeIfAbsent(object, o -> new LinkedHashSet<>())
                    .add(link.type().label());
            first.putIfAbsent(object, link);
        }
        List<Warning> warnings = new ArrayList<>();
        first.forEach((object, link) -> {
            Column column = schema.table(link.child())
                    .flatMap(table -> table.column(link.type().column()))
                    .orElseThrow();
            Map<String, Long> labels = labels(link.child(), column);
            labels.keySet().removeAll(known.get(object));
            if (!labels.isEmpty()) {
                warnings.add(warning(object, labels, column.nullable()));
            }
        });
        return warnings;
    }

    private Warning warning(String object, Map<String, Long> labels, boolean nullable) {
        List<String> named = labels.entrySet().stream()
                .filter(entry -> entry.getValue() >= k)
                .map(Map.Entry::getKey)
                .toList();
        int unnamed = labels.size() - named.size();
        List<String> parts = new ArrayList<>(named);
        if (unnamed > 0) {
            parts.add("%d that fewer than %d sampled rows share".formatted(unnamed, k));
        }
        return new Warning(
                "unknown-type",
                object,
                "holds labels for which links: names no table: %s. Their rows keep the label if enough families share it,%s and point nowhere."
                        .formatted(
                                String.join(", ", parts),
                                nullable ? " lose it otherwise," : " get a known one otherwise,"));
    }

    private Map<String, Long> labels(TableName table, Column column) {
        Map<String, Long> labels = new TreeMap<>();
        source.sample(table, List.of(column), SAMPLED_ROWS, batch -> {
            ColumnVector values = batch.column(0);
            for (int row = 0; row < batch.rows(); row++) {
                if (!values.isNull(row)) {
                    labels.merge(label(values, row), 1L, Long::sum);
                }
            }
        });
        return labels;
    }

    private static String label(ColumnVector values, int row) {
        return values instanceof LongVector longs
                ? String.valueOf(longs.get(row))
                : ((TextVector) values).get(row).stripTrailing();
    }
}
