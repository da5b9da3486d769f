package dev.understudy.privacy;

import dev.understudy.compare.SideRows;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Families that have one label of a column in common, and need protection of their own.
 *
 * @param name column and label, which k families share
 * @param in   by row of the real subject, true for its families
 */
record ProtectedGroup(String name, boolean[] in) {
    private static final int MOST_OF_A_COLUMN = 12;

    /**
     * The largest groups that a column of the subject makes, at least k families each.
     *
     * @param wanted names of columns
     */
    static List<ProtectedGroup> of(List<String> wanted, TableName subject, List<Column> columns, SideRows real, int k) {
        List<ProtectedGroup> groups = new ArrayList<>();
        for (Column column : columns) {
            if (wanted.stream().anyMatch(column.name()::equalsIgnoreCase)) {
                groups.addAll(of(subject, column, real, k));
            }
        }
        return groups;
    }

    private static List<ProtectedGroup> of(TableName subject, Column column, SideRows real, int k) {
        double[] values = real.values(subject, column);
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= k)
                .sorted(Map.Entry.<Double, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST_OF_A_COLUMN)
                .map(entry -> new ProtectedGroup(
                        "%s = %s".formatted(column.name(), real.label(subject, column, entry.getKey())),
                        in(values, entry.getKey())))
                .toList();
    }

    private static boolean[] in(double[] values, double label) {
        boolean[] in = new boolean[values.length];
        for (int row = 0; row < in.length; row++) {
            in[row] = values[row] == label;
        }
        return in;
    }
}
