package dev.understudy.found;

import dev.understudy.random.Draws;
import dev.understudy.schema.ForeignKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a child's sample and, where it was read, the row of the parent's sample that each points at. */
final class LinkedRows {
    private LinkedRows() {}

    /** For each row of {@code children} a row of {@code parents}, or -1. Empty if a column of the link was not read. */
    static int[] parents(ForeignKey link, Sample children, Sample parents) {
        List<Values> from =
                link.childColumns().stream().map(children.columns()::get).toList();
        List<Values> to =
                link.parentColumns().stream().map(parents.columns()::get).toList();
        if (from.contains(null) || to.contains(null)) {
            return new int[0];
        }
        for (int c = 0; c < from.size(); c++) {
            if (from.get(c).comparable() != to.get(c).comparable()
                    || from.get(c).scale() != to.get(c).scale()) {
                return new int[0];
            }
        }
        Map<Long, Integer> byKey = new HashMap<>(2 * parents.rows());
        for (int row = 0; row < parents.rows(); row++) {
            if (!isMissing(to, row)) {
                byKey.put(key(to, row), row);
            }
        }
        int[] found = new int[children.rows()];
        Arrays.setAll(found, row -> isMissing(from, row) ? -1 : byKey.getOrDefault(key(from, row), -1));
        return found;
    }

    private static boolean isMissing(List<Values> columns, int row) {
        return columns.stream().anyMatch(values -> values.isMissing(row));
    }

    private static long key(List<Values> columns, int row) {
        long key = 0;
        for (Values values : columns) {
            key = Draws.mix(key ^ Draws.mix(values.get(row) + 1));
        }
        return key;
    }
}
