package dev.understudy.learn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How alike the rows of a family are. Where all families have rows on the same days, what a day does to all of them says
 * nothing of any: shops are closed on Sundays, and differ by two holidays a year.
 */
final class SharedSlots {
    /** Rows that a slot has on average, at least. */
    private static final int ROWS_A_SLOT = 20;

    /** Variance between families, as a part of that within, below which their means are kept even. */
    private static final double EVEN = 0.5;

    /** What a likeness is one of. */
    enum Of {
        /** The numbers as they are. */
        NUMBERS,
        /** What the slots leave of them. */
        SLOTS,
        /** Families that differ much less than chance would have it: what one row has more, others of its family have less. */
        SUMS
    }

    /** @param share at most 1; 0 where nothing can be said; of {@link Of#SUMS}, how much less families differ */
    record Likeness(double share, Of of) {}

    private static final SharedSlots NONE = new SharedSlots(new int[0], 0);

    private final int[] slot;
    private final int count;

    private SharedSlots(int[] slot, int count) {
        this.slot = slot;
        this.count = count;
    }

    /** @param order columns in whose order siblings stand, the first of which may be a slot */
    static SharedSlots of(List<String> order, TableSample child) {
        if (order.isEmpty() || !(child.column(order.get(0)) instanceof NumberSample numbers)) {
            return NONE;
        }
        long[] distinct = Arrays.stream(numbers.values()).distinct().sorted().toArray();
        if ((long) distinct.length * ROWS_A_SLOT > numbers.values().length) {
            return NONE;
        }
        int[] slot = new int[numbers.values().length];
        for (int row = 0; row < slot.length; row++) {
            slot[row] = Arrays.binarySearch(distinct, numbers.values()[row]);
        }
        return new SharedSlots(slot, distinct.length);
    }

    /**
     * Share of the variation that lies between families: of the numbers, or of what the slots leave of them, whichever is
     * more. Adjusted for families of few rows, which are alike by chance. Of families that are much more alike than chance
     * would have it, as each atom is bound once and so a molecule has one bond fewer than atoms: how much so.
     *
     * <p>Source: Fisher (1925), the intraclass correlation, from the variance between and within.
     *
     * @param without rows without a number
     * @param owner   row of the parent of each, or -1
     * @param owners  rows of the parent
     */
    Likeness likeness(long[] numbers, BitSet without, int[] owner, int owners) {
        double[] values = new double[numbers.length];
        BitSet used = new BitSet();
        for (int row = 0; row < values.length; row++) {
            values[row] = numbers[row];
            used.set(row, owner[row] >= 0 && !without.get(row));
        }
        Likeness plain = likeness(values, used, owner, owners);
        if (count == 0) {
            return plain;
        }
        Likeness left = likeness(residues(values, used), used, owner, owners);
        // Days that all have make all of them alike, whatever each keeps to.
        boolean ofSlots = left.of == Of.NUMBERS && (plain.of == Of.SUMS || left.share > plain.share);
        return ofSlots ? new Likeness(left.share, Of.SLOTS) : left.of == Of.SUMS && plain.of == Of.SUMS ? left : plain;
    }

    private double[] residues(double[] values, BitSet used) {
        double[] sums = new double[count];
        int[] rows = new int[count];
        for (int row = used.nextSetBit(0); row >= 0; row = used.nextSetBit(row + 1)) {
            sums[slot[row]] += values[row];
            rows[slot[row]]++;
        }
        double[] residues = new double[values.length];
        for (int row = used.nextSetBit(0); row >= 0; row = used.nextSetBit(row + 1)) {
            residues[row] = values[row] - sums[slot[row]] / rows[slot[row]];
        }
        return residues;
    }

    private static Likeness likeness(double[] values, BitSet used, int[] owner, int owners) {
        double[] sums = new double[owners];
        int[] counts = new int[owners];
        double all = 0;
        double squares = 0;
        int n = used.cardinality();
        for (int row = used.nextSetBit(0); row >= 0; row = used.nextSetBit(row + 1)) {
            sums[owner[row]] += values[row];
            counts[owner[row]]++;
            all += values[row];
            squares += values[row] * values[row];
        }
        double between = 0;
        int families = 0;
        for (int row = 0; row < owners; row++) {
            between += counts[row] == 0 ? 0 : sums[row] * sums[row] / counts[row];
            families += counts[row] == 0 ? 0 : 1;
        }
        double total = squares - all * all / n;
        double within = squares - between;
        if (n > families && families > 1 && total > 0) {
            double ofOne = within / (n - families);
            double ofMeans = (total - within) / (families - 1);
            return ofMeans < EVEN * ofOne
                    ? new Likeness(1 - ofMeans / ofOne, Of.SUMS)
                    : new Likeness(1 - ofOne / (total / (n - 1.0)), Of.NUMBERS);
        }
        return new Likeness(n == families && n > 0 ? 1 : 0, Of.NUMBERS);
    }
}
