package dev.understudy.compare;

import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one compared column of what both sides hold; empty if there is nothing in it to compare. */
final class ColumnPairing {
    /** Beyond this share of values that too few families share, a column is an identifier or free text. */
    private static final double MOSTLY_OWN = 0.5;

    private ColumnPairing() {}

    /** @param k real labels that fewer families share become "other" on both sides */
    static Optional<ComparedColumn> of(Column column, ReadTable real, ReadTable synthetic, long[] families, int k) {
        return switch (column.type().family()) {
            case TEXT, ENUM, BOOLEAN, SET, ARRAY, NETWORK, OTHER, BIT -> category(column, real, synthetic, families, k);
            case INTEGER, DECIMAL, REAL -> number(column, ColumnKind.NUMBER, real, synthetic);
            case DATE, TIMESTAMP, TIMESTAMP_ZONED -> number(column, ColumnKind.TIME, real, synthetic);
            case TIME -> number(column, ColumnKind.NUMBER, real, synthetic);
            default -> Optional.empty();
        };
    }

    private static Optional<ComparedColumn> number(
            Column column, ColumnKind kind, ReadTable real, ReadTable synthetic) {
        double[] values = real.numbers(column.name());
        double[] others = synthetic.numbers(column.name());
        if (column.type().family() != TypeFamily.TIME) {
            finite(values);
            finite(others);
        }
        return Arrays.stream(values).distinct().count() < 2
                ? Optional.empty()
                : Optional.of(new ComparedColumn(column.name(), kind, 0, 0, values, others));
    }

    /** Infinite dates have no distance to others; they count as missing. */
    private static void finite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) >= Long.MAX_VALUE) {
                values[i] = Double.NaN;
            }
        }
    }

    private static Optional<ComparedColumn> category(
            Column column, ReadTable real, ReadTable synthetic, long[] families, int k) {
        Map<Long, Set<Long>> sharing = new HashMap<>();
        long[] hashes = real.hashes(column.name());
        BitSet missing = real.missing(column.name());
        int present = 0;
        for (int row = 0; row < real.rows(); row++) {
            if (!missing.get(row)) {
                present++;
                Set<Long> set = sharing.computeIfAbsent(hashes[row], hash -> new HashSet<>());
                if (set.size() < k) {
                    set.add(families[row]);
                }
            }
        }
        Map<Long, Integer> codes = new LinkedHashMap<>();
        sharing.keySet().stream()
                .sorted()
                .filter(hash -> sharing.get(hash).size() >= k)
                .forEach(hash -> codes.put(hash, codes.size()));
        int other = codes.size();
        List<String> labels = new ArrayList<>();
        codes.keySet().forEach(hash -> labels.add(real.text(column.name(), hash)));
        double[] values = codes(real, column, codes, other);
        double folded = 0;
        for (double value : values) {
            folded += value == other ? 1 : 0;
        }
        folded /= Math.max(1, present);
        boolean constant = Arrays.stream(values).distinct().count() < 2;
        return constant || folded > MOSTLY_OWN
                ? Optional.empty()
                : Optional.of(new ComparedColumn(
                        column.name(),
                        ColumnKind.CATEGORY,
                        other + 1,
                        labels,
                        folded,
                        values,
                        codes(synthetic, column, codes, other)));
    }

    private static double[] codes(ReadTable side, Column column, Map<Long, Integer> codes, int other) {
        double[] values = new double[side.rows()];
        long[] hashes = side.hashes(column.name());
        BitSet missing = side.missing(column.name());
        for (int row = 0; row < values.length; row++) {
            values[row] = missing.get(row) ? Double.NaN : codes.getOrDefault(hashes[row], other);
        }
        return values;
    }
}
