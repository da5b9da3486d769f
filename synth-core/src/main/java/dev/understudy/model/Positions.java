package dev.understudy.model;

/** Codes of positions and numbers of siblings: exact while small, then ever coarser. */
public final class Positions {
    /** Number of codes. */
    public static final int CODES = 40;

    private static final int EXACT = 12;

    private Positions() {}

    /** Code of a count: 0..11 for themselves, then four codes for each doubling. @param count 0 or more */
    public static int code(int count) {
        if (count < EXACT) {
            return count;
        }
        int doubling = 31 - Integer.numberOfLeadingZeros(count);
        int quarter = (count >>> (doubling - 2)) & 3;
        return Math.min(CODES - 1, EXACT + (doubling - 3) * 4 + quarter - 2);
    }

    /** How far back a sibling of the same kind is looked for. */
    public static final int MOST_BACK = 64;

    /**
     * How many siblings in a row point where one does, it included.
     *
     * @param targets  by row, siblings together; -1 for none
     * @param position by row, siblings before it
     * @param step     -1 to count those before, 1 to count those after
     * @return at most {@link #MOST_BACK}; 0 for a row that points nowhere
     */
    public static int run(long[] targets, int[] position, int row, int step) {
        int count = targets[row] < 0 ? 0 : 1;
        int at = row + step;
        while (count > 0
                && count < MOST_BACK
                && at >= 0
                && at < targets.length
                && position[at] == position[at - step] + step
                && targets[at] == targets[row]) {
            count++;
            at += step;
        }
        return count;
    }

    /**
     * The last row before one, among the siblings before it, that has the same code.
     *
     * @param codes    codes by row, siblings together
     * @param position siblings before the row
     * @return -1 if there is none among the last {@link #MOST_BACK}, or the row has no code
     */
    public static int last(short[] codes, int row, int position) {
        short code = codes[row];
        int first = row - Math.min(position, MOST_BACK);
        for (int before = row - 1; before >= first && code != 0; before--) {
            if (codes[before] == code) {
                return before;
            }
        }
        return -1;
    }
}
