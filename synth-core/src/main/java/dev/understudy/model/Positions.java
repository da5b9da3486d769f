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
}
