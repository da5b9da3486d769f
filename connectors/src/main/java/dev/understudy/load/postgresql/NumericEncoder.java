package dev.understudy.load.postgresql;

import dev.understudy.load.FewDigits;
import dev.understudy.load.RowBuffer;
import dev.understudy.load.ValueText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * PostgreSQL's binary numeric: number of digits, weight of the first digit, sign, displayed scale, then digits to the
 * base of 10,000, all as 16-bit numbers behind the length in bytes.
 */
final class NumericEncoder {
    private static final int BASE = 10_000;
    private static final int DIGITS_PER_GROUP = 4;
    private static final int HEADER = 8;
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;
    private static final int NAN = 0xC000;
    private static final int INFINITY = 0xD000;
    private static final int MINUS_INFINITY = 0xF000;

    private NumericEncoder() {}

    /** {@code unscaled} / 10^scale. @param scale 0 to 18 */
    static void put(RowBuffer out, long unscaled, int scale) {
        int start = begin(out, unscaled < 0 ? NEGATIVE : POSITIVE, scale);
        // Negative numbers are cut up as they are, since the least long has no positive counterpart.
        long power = ValueText.powerOfTen(scale);
        int whole = putWhole(out, unscaled / power);
        long fraction = unscaled % power;
        int rest = scale;
        for (; rest >= DIGITS_PER_GROUP; rest -= DIGITS_PER_GROUP) {
            long unit = ValueText.powerOfTen(rest - DIGITS_PER_GROUP);
            out.putShort((int) Math.abs(fraction / unit));
            fraction %= unit;
        }
        if (rest > 0) {
            out.putShort((int) Math.abs(fraction * ValueText.powerOfTen(DIGITS_PER_GROUP - rest)));
        }
        end(out, start, whole);
    }

    /** @param scale digits behind the point to round to; -1 for all that the double has */
    static void put(RowBuffer out, double value, int scale) {
        if (!Double.isFinite(value)) {
            end(out, begin(out, Double.isNaN(value) ? NAN : value > 0 ? INFINITY : MINUS_INFINITY, 0), 0);
            return;
        }
        int digits = FewDigits.of(value, scale);
        if (digits >= 0) {
            put(out, FewDigits.scaled(value, digits), digits);
            return;
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        putSlowly(out, scale < 0 ? exact : exact.setScale(scale, RoundingMode.HALF_EVEN));
    }

    private static void putSlowly(RowBuffer out, BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        String fraction = plain.substring(Math.min(plain.length(), point + 1));
        String whole = "0".repeat(Math.floorMod(-point, DIGITS_PER_GROUP)) + plain.substring(0, point);
        int start = begin(out, value.signum() < 0 ? NEGATIVE : POSITIVE, fraction.length());
        String all = whole + fraction + "0".repeat(Math.floorMod(-fraction.length(), DIGITS_PER_GROUP));
        for (int i = 0; i < all.length(); i += DIGITS_PER_GROUP) {
            out.putShort(Integer.parseInt(all.substring(i, i + DIGITS_PER_GROUP)));
        }
        end(out, start, whole.length() / DIGITS_PER_GROUP);
    }

    private static int putWhole(RowBuffer out, long value) {
        if (value == 0) {
            return 0;
        }
        int groups = putWhole(out, value / BASE);
        out.putShort((int) Math.abs(value % BASE));
        return groups + 1;
    }

    private static int begin(RowBuffer out, int sign, int scale) {
        int start = out.size();
        out.putInt(0);
        out.putShort(0);
        out.putShort(0);
        out.putShort(sign);
        out.putShort(scale);
        return start;
    }

    private static void end(RowBuffer out, int start, int wholeGroups) {
        int length = out.size() - start - Integer.BYTES;
        out.setInt(start, length);
        out.setShort(start + Integer.BYTES, (length - HEADER) / Short.BYTES);
        out.setShort(start + Integer.BYTES + Short.BYTES, wholeGroups - 1);
    }
}
