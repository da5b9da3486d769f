package dev.understudy.learn;

import dev.understudy.model.Rest;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How many siblings just before have the same number in what orders them: a team that has played three rounds of a year plays no
 * fourth. Worked out, row by row.
 */
final class SiblingRuns {
    /** Siblings that two others of the same number stand before; with fewer the step to the one before says all. */
    private static final int FEWEST = 200;

    private static final int FEWEST_FAMILIES = 30;

    private SiblingRuns() {}

    /**
     * Cost: one pass over the rows.
     *
     * @param sample in sibling order
     * @param column of the table's cascade; the number that orders siblings
     * @return nothing if hardly any number comes three times in a row
     */
    static Optional<RestColumns.Of> of(TableSample sample, EncodedColumn column, int k) {
        long[] runs = new long[sample.rows()];
        Set<Long> families = new HashSet<>();
        int third = 0;
        for (int row = 1; row < runs.length; row++) {
            boolean goesOn = sample.owner()[row] >= 0
                    && sample.position()[row] > 0
                    && !column.missing().get(row)
                    && !column.missing().get(row - 1)
                    && column.values()[row] == column.values()[row - 1];
            runs[row] = goesOn ? runs[row - 1] + 1 : 0;
            if (runs[row] > 1) {
                third++;
                if (families.size() < FEWEST_FAMILIES) {
                    families.add(sample.family()[row]);
                }
            }
        }
        if (third < FEWEST || families.size() < FEWEST_FAMILIES) {
            return Optional.empty();
        }
        BitSet missing = new BitSet();
        EncodedColumn encoded = EncodedColumn.numbers(
                "<run of " + column.name() + ">",
                NumberEncoding.fit(runs, missing, sample.family(), k, false, 0),
                runs,
                missing,
                "");
        return Optional.of(RestColumns.Of.last("", Rest.Of.RUN, column.name(), encoded, 0, 0));
    }
}
