package dev.understudy.model;

/**
 * How often each code occurs among the rows that a forest was learned from, so that what is drawn can be held against it. A
 * model that is finished has none.
 *
 * @param shares  by code; they sum to 1; empty if unknown. Never written after construction
 * @param ordered how many codes have an order: those from 1 to before this; 0 for none
 */
public record Marginal(float[] shares, int ordered) {
    public static final Marginal NONE = new Marginal(new float[0], 0);

    public boolean isKnown() {
        return shares.length > 0;
    }

    /** @param codes code of each row, unsigned; @param size codes are 0..size-1 */
    public static Marginal of(short[] codes, int size, int ordered) {
        float[] shares = new float[size];
        int[] counts = new int[size];
        for (short code : codes) {
            counts[code & 0xFFFF]++;
        }
        for (int code = 0; code < size; code++) {
            shares[code] = (float) counts[code] / codes.length;
        }
        return new Marginal(shares, ordered);
    }
}
