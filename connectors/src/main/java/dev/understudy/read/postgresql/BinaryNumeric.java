package dev.understudy.read.postgresql;

import static dev.understudy.read.postgresql.BinaryField.SHORT;

/**
 * PostgreSQL's binary numeric: number of digits, weight of the first digit, sign, displayed scale, then digits to the
 * base of 10,000, all as 16-bit numbers.
 */
final class BinaryNumeric {
    private static final int BASE = 10_000;
    private static final int DIGITS_PER_GROUP = 4;
    private static final int HEADER = 8;
    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int INFINITY = 0xD000;
    private static final int MINUS_INFINITY = 0xF000;
    private static final long[] POWERS = {1, 10, 100, 1_000, BASE};

    private BinaryNumeric() {}

    static boolean isFinite(byte[] data, int offset) {
        int sign = sign(data, offset);
        return sign == 0 || sign == NEGATIVE;
    }

    /** The number times 10^scale, cut after that; exact for numbers of at most 18 digits of which {@code scale} are behind the point. */
    static long scaled(byte[] data, int offset, int scale) {
        int groups = (short) SHORT.get(data, offset);
        int weight = (short) SHORT.get(data, offset + 2);
        int wholeFractions = scale / DIGITS_PER_GROUP;
        long value = 0;
        for (int place = weight; place >= -wholeFractions; place--) {
            value = value * BASE + group(data, offset, groups, weight - place);
        }
        if (weight < -wholeFractions) {
            value = 0;
        }
        int rest = scale % DIGITS_PER_GROUP;
        if (rest > 0) {
            int next = weight + wholeFractions + 1;
            value = value * POWERS[rest] + group(data, offset, groups, next) / POWERS[DIGITS_PER_GROUP - rest];
        }
        return sign(data, offset) == NEGATIVE ? -value : value;
    }

    /** The closest double; NaN and the infinities as such. */
    static double real(byte[] data, int offset) {
        switch (sign(data, offset)) {
            case NAN:
                return Double.NaN;
            case INFINITY:
                return Double.POSITIVE_INFINITY;
            case MINUS_INFINITY:
                return Double.NEGATIVE_INFINITY;
            default:
        }
        int groups = (short) SHORT.get(data, offset);
        int weight = (short) SHORT.get(data, offset + 2);
        long digits = 0;
        for (int i = 0; i < groups; i++) {
            if (i == DIGITS_PER_GROUP - 1) {
                return Double.parseDouble(text(data, offset, groups, weight));
            }
            digits = digits * BASE + group(data, offset, groups, i);
        }
        // Three groups and a power of ten up to 10^22 are exact, so one division or product rounds only once.
        int exponent = (weight + 1 - groups) * DIGITS_PER_GROUP;
        double magnitude;
        if (Math.abs(exponent) > 22) {
            magnitude = Double.parseDouble(text(data, offset, groups, weight));
            return magnitude;
        }
        magnitude = exponent < 0 ? digits / power(-exponent) : digits * power(exponent);
        return sign(data, offset) == NEGATIVE ? -magnitude : magnitude;
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static String text(byte[] data, int offset, int groups, int weight) {
        StringBuilder text = new StringBuilder(groups * DIGITS_PER_GROUP + 8);
        text.append(sign(data, offset) == NEGATIVE ? "-" : "");
        for (int i = 0; i < groups; i++) {
            int group = group(data, offset, groups, i);
            text.append((char) ('0' + group / 1000))
                    .append((char) ('0' + group / 100 % 10))
                    .append((char) ('0' + group / 10 % 10))
                    .append((char) ('0' + group % 10));
        }
        return text.append('e').append((weight + 1 - groups) * DIGITS_PER_GROUP).toString();
    }

    private static int group(byte[] data, int offset, int groups, int index) {
        return index < 0 || index >= groups ? 0 : (short) SHORT.get(data, offset + HEADER + 2 * index);
    }

    private static int sign(byte[] data, int offset) {
        return (short) SHORT.get(data, offset + 4) & 0xFFFF;
    }
}
