package dev.understudy.learn;

/**
 * What a forest is to predict.
 *
 * @param codes   code of each row
 * @param size    codes are 0..size-1
 * @param ordered how many codes have an order: those from 1 to before this; 0 for none
 * @param family  family of each row
 */
record Outcomes(short[] codes, int size, int ordered, long[] family) {
    boolean isOrdered() {
        return ordered > 0;
    }

    int rows() {
        return codes.length;
    }

    int code(int row) {
        return codes[row] & 0xFFFF;
    }
}
