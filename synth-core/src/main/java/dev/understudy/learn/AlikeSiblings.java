package dev.understudy.learn;

import dev.understudy.model.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * For each row, the last sibling before it that is of the same kind: the Sunday before this Sunday, the last payment of
 * rent. What that one was says more of the row than the one just before it, where rows of several kinds alternate.
 *
 * @param rowOf by place of the column that tells the kind: by row of the sample, the row of that sibling, or -1
 */
record AlikeSiblings(Map<Integer, int[]> rowOf) {
    /** Columns that may tell the kind. */
    private static final int MOST_KINDS = 3;
    /** Rows of a family, on average, of which each kind has some. */
    private static final double FEWEST_SIBLINGS = 6;

    private static final double FEWEST_OF_A_KIND = 3;
    /** Below this many nats the kinds hardly alternate within a family. */
    private static final double LEAST_ENTROPY = 0.2;

    static final AlikeSiblings NONE = new AlikeSiblings(Map.of());

    private record Kind(int column, double entropy) {}

    /** @param hasOwner false for tables whose rows are no one's children */
    static AlikeSiblings of(TableSample sample, List<EncodedColumn> columns, boolean hasOwner) {
        long families = Arrays.stream(sample.position()).filter(p -> p == 0).count();
        if (!hasOwner || sample.rows() < FEWEST_SIBLINGS * families) {
            return NONE;
        }
        List<Kind> kinds = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (tellsKinds(columns.get(c))) {
                double entropy = entropy(sample, columns.get(c));
                if (entropy > LEAST_ENTROPY) {
                    kinds.add(new Kind(c, entropy));
                }
            }
        }
        kinds.sort(Comparator.comparingDouble((Kind kind) -> -kind.entropy));
        Map<Integer, int[]> rowOf = new LinkedHashMap<>();
        for (Kind kind : kinds.subList(0, Math.min(MOST_KINDS, kinds.size()))) {
            rowOf.put(kind.column, last(sample, columns.get(kind.column).codes()));
        }
        return new AlikeSiblings(rowOf);
    }

    private static boolean tellsKinds(EncodedColumn column) {
        return column.codec().codes() > 2 && column.hasSingleValues();
    }

    /** Mean entropy of the kinds within a family, in nats; 0 if families have too few rows of a kind. */
    private static double entropy(TableSample sample, EncodedColumn column) {
        int[] counts = new int[column.codec().codes()];
        double sum = 0;
        long distinct = 0;
        for (int row = 0; row < sample.rows(); row++) {
            counts[column.codes()[row] & 0xFFFF]++;
            if (row + 1 == sample.rows() || sample.position()[row + 1] == 0) {
                double n = sample.position()[row] + 1.0;
                for (int count : counts) {
                    sum -= count == 0 ? 0 : count * Math.log(count / n);
                    distinct += count > 0 ? 1 : 0;
                }
                Arrays.fill(counts, 0);
            }
        }
        return sample.rows() < FEWEST_OF_A_KIND * distinct ? 0 : sum / sample.rows();
    }

    private static int[] last(TableSample sample, short[] codes) {
        int[] last = new int[sample.rows()];
        for (int row = 0; row < last.length; row++) {
            last[row] = Positions.last(codes, row, sample.position()[row]);
        }
        return last;
    }
}
