package dev.understudy.learn;

/**
 * What a forest is to predict.
 *
 * @param codes   code of each row
 * @param size    codes are 0..size-1
 * @param ordered true if the order of codes 1.. means something
 * @param family  family of each row
 */
record Outcomes(short[] codes, int size, boolean ordered, long[] family) {
    int rows() {
        return codes.length;
    }

    int code(int row) {
        return codes[row] & 0xFFFF;
    }
}
