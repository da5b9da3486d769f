package dev.understudy.load;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Doubles that are decimals of few digits, as most numbers in databases are: told apart without making an object. */
public final class FewDigits {
    private static final int MOST_DIGITS = 9;
    /** Below this a double holds every whole number. */
    private static final double EXACT = 9e15;

    private FewDigits() {}

    /**
     * How many digits after the point write {@code value} exactly enough to read it back, or -1 if more are needed than
     * this fast way allows.
     *
     * @param scale most digits that the column takes, to which the value is then rounded; -1 for no limit
     */
    public static int of(double value, int scale) {
        int most = scale < 0 ? MOST_DIGITS : Math.min(scale, MOST_DIGITS);
        for (int digits = 0; digits <= most; digits++) {
            double power = ValueText.powerOfTen(digits);
            double scaled = Math.rint(value * power);
            if (Math.abs(scaled) >= EXACT) {
                return -1;
            }
            if (scaled / power == value || digits == scale) {
                return digits;
            }
        }
        return -1;
    }

    /** {@code value} times 10^digits, rounded. */
    public static long scaled(double value, int digits) {
        return (long) Math.rint(value * ValueText.powerOfTen(digits));
    }

    /** The slow way for the rest. */
    static String rounded(double value, int scale) {
        return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }
}
