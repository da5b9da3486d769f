package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.NumberCodecs;
import dev.understudy.model.Base;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the partner from which a number is best told by its difference: one whose order is never violated, or whose
 * difference is much less uncertain than the number itself.
 */
final class RelativeChooser {
    private static final int FEWEST_ROWS = 60;
    /** Fewer single values are categories. */
    private static final int FEWEST_VALUES = 12;
    /** Of a number that has more values than cells. */
    private static final int FEWEST_CELLS = 5;
    /** Bits that a difference must save where no order is at stake. */
    private static final double LEAST_SAVING = 1.0;
    /** Bits that each further number in a base must save. */
    private static final double COST_OF_A_TERM = 0.1;
    /** Bits that an order that is never violated is worth. */
    private static final double ORDER_BONUS = 1.0;

    /**
     * A partner and what it gives.
     *
     * @param base    what it is
     * @param values  its value for each row, in the column's unit
     * @param missing rows without it
     */
    record Partner(Base base, long[] values, BitSet missing) {}

    private RelativeChooser() {}

    /** False for columns that no partner is looked for. */
    static boolean mayHavePartner(EncodedColumn column) {
        return column.isSubtractable()
                && column.codec() instanceof NumberCodec codec
                && hasMany(codec)
                && !RunningBalances.isChange(column.name());
    }

    private static boolean hasMany(NumberCodec codec) {
        return codec.codes() >= (codec.isExact() ? FEWEST_VALUES : FEWEST_CELLS);
    }

    /**
     * @param partners possible partners
     * @param rows     rows to look at
     */
    static Optional<Partner> choose(EncodedColumn column, List<Partner> partners, int[] rows, long[] family, int k) {
        if (partners.isEmpty() || !(column.codec() instanceof NumberCodec codec) || !hasMany(codec)) {
            return Optional.empty();
        }
        double best = 0;
        Partner chosen = null;
        // When children begin and end is said of few rows, and only of these.
        boolean ofChildren = FamilySpan.isName(column.name());
        int all = ofChildren ? present(column, rows) : rows.length;
        for (Partner partner : partners) {
            int[] both = both(column, partner, rows);
            if (both.length < FEWEST_ROWS || 4L * both.length < all) {
                continue;
            }
            double saving = saving(column, codec, partner, both, family, k)
                    - COST_OF_A_TERM * (partner.base.terms().size() - 1);
            // A partner that few of them have leaves the others untold.
            double weighted = ofChildren ? saving * both.length / all : saving;
            if (saving > LEAST_SAVING && weighted > best) {
                best = weighted;
                chosen = partner;
            }
        }
        return Optional.ofNullable(chosen);
    }

    private static int present(EncodedColumn column, int[] rows) {
        return (int)
                Arrays.stream(rows).filter(row -> !column.missing().get(row)).count();
    }

    /** Rows at which the column and the partner have a value. */
    private static int[] both(EncodedColumn column, Partner partner, int[] rows) {
        int[] both = new int[rows.length];
        int n = 0;
        for (int row : rows) {
            if (!partner.missing.get(row) && !column.missing().get(row)) {
                both[n++] = row;
            }
        }
        return Arrays.copyOf(both, n);
    }

    private static double saving(
            EncodedColumn column, NumberCodec codec, Partner partner, int[] both, long[] family, int k) {
        int n = both.length;
        long[] differences = new long[n];
        long[] families = new long[n];
        int[] counts = new int[codec.codes()];
        int below = 0;
        int above = 0;
        for (int i = 0; i < n; i++) {
            int row = both[i];
            counts[column.codes()[row] & 0xFFFF]++;
            differences[i] = column.values()[row] - partner.values[row];
            families[i] = family[row];
            below += differences[i] < 0 ? 1 : 0;
            above += differences[i] > 0 ? 1 : 0;
        }
        NumberCodec difference = NumberCodecs.fit(differences, families, n, k, false, 0);
        if (difference.codes() < 2) {
            return 0;
        }
        boolean ordered =
                (below == 0 || above == 0) && below + above > 0 && isTelling(column, partner, both, above > 0);
        return bits(codec, counts, n)
                - bits(difference, counts(difference, differences), n)
                + (ordered ? ORDER_BONUS : 0);
    }

    /** False for an order that hardly any two unrelated rows would break either. */
    private static boolean isTelling(EncodedColumn column, Partner partner, int[] both, boolean above) {
        int broken = 0;
        for (int i = 0; i < both.length; i++) {
            long value = column.values()[both[i]];
            long other = partner.values[both[(i + both.length / 2) % both.length]];
            broken += above ? value < other ? 1 : 0 : value > other ? 1 : 0;
        }
        return broken >= BoundFinder.LEAST_BROKEN * both.length;
    }

    /** Mean number of bits to tell a value: which cell, and where in it. */
    private static double bits(NumberCodec codec, int[] counts, int n) {
        double sum = 0;
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] > 0) {
                sum += counts[code] * (Math.log(codec.steps(code)) - Math.log((double) counts[code] / n));
            }
        }
        return sum / n / Math.log(2);
    }

    private static int[] counts(NumberCodec codec, long[] values) {
        int[] counts = new int[codec.codes()];
        short[] codes = codec.encodeAll(values);
        for (short code : codes) {
            counts[code & 0xFFFF]++;
        }
        return counts;
    }
}
