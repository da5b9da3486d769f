package dev.understudy.load;

/**
 * Numbers, dates and times of {@link dev.understudy.data.Storage#LONG} as text, without an object per cell.
 *
 * <p>Dates follow the proleptic Gregorian calendar. Source of the day arithmetic: Howard Hinnant, chrono-compatible
 * low-level date algorithms, {@code civil_from_days}.
 */
public final class ValueText {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
    private static final int DAYS_PER_ERA = 146_097;
    private static final int YEARS_PER_ERA = 400;
    private static final long DAYS_BEFORE_EPOCH = 719_468;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private ValueText() {}

    /** 10^exponent. @param exponent 0 to 18 */
    public static long powerOfTen(int exponent) {
        return POWERS[exponent];
    }

    /** {@code unscaled} / 10^scale, with all its digits. @param scale 0 to 18 */
    public static void putScaled(RowBuffer out, long unscaled, int scale) {
        if (scale == 0) {
            out.putDecimal(unscaled);
            return;
        }
        if (unscaled < 0) {
            out.putByte('-');
        }
        long magnitude = Math.abs(unscaled);
        out.putDigits(magnitude / POWERS[scale], 1);
        out.putByte('.');
        out.putDigits(magnitude % POWERS[scale], scale);
    }

    /** {@code year-month-day}; years before 1 as {@code … BC}, which only PostgreSQL understands. @param days since 1970-01-01 */
    public static void putDate(RowBuffer out, long days) {
        long year = putDateWithoutEra(out, days);
        putEra(out, year);
    }

    /** {@code hours:minutes:seconds} with six digits more where they are not zero. @param micros since midnight */
    public static void putTime(RowBuffer out, long micros) {
        if (micros < 0) {
            out.putByte('-');
            micros = -micros;
        }
        long seconds = micros / MICROS_PER_SECOND;
        out.putDigits(seconds / 3600, 2);
        out.putByte(':');
        out.putDigits(seconds / 60 % 60, 2);
        out.putByte(':');
        out.putDigits(seconds % 60, 2);
        long fraction = micros % MICROS_PER_SECOND;
        if (fraction != 0) {
            out.putByte('.');
            out.putDigits(fraction, 6);
        }
    }

    /** Date, blank, time, and {@code zone} if there is one. @param micros since 1970-01-01 00:00 */
    public static void putTimestamp(RowBuffer out, long micros, String zone) {
        long year = putDateWithoutEra(out, Math.floorDiv(micros, MICROS_PER_DAY));
        out.putByte(' ');
        putTime(out, Math.floorMod(micros, MICROS_PER_DAY));
        out.putAscii(zone);
        putEra(out, year);
    }

    private static void putEra(RowBuffer out, long year) {
        if (year <= 0) {
            out.putAscii(" BC");
        }
    }

    private static long putDateWithoutEra(RowBuffer out, long days) {
        long shifted = days + DAYS_BEFORE_EPOCH;
        long era = Math.floorDiv(shifted, DAYS_PER_ERA);
        int dayOfEra = (int) (shifted - era * DAYS_PER_ERA);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
        out.putDigits(year > 0 ? year : 1 - year, 4);
        out.putByte('-');
        out.putDigits(month, 2);
        out.putByte('-');
        out.putDigits(day, 2);
        return year;
    }

    /**
     * The shortest decimals that read back as the same double, as far as they have at most {@code scale} digits after
     * the point; never in exponent form up to 10^15. NaN and the infinities by their PostgreSQL names.
     *
     * @param scale digits that are kept; -1 for all
     */
    public static void putReal(RowBuffer out, double value, int scale) {
        if (!Double.isFinite(value)) {
            out.putAscii(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
            return;
        }
        int digits = FewDigits.of(value, scale);
        if (digits >= 0) {
            putScaled(out, FewDigits.scaled(value, digits), digits);
        } else {
            out.putAscii(scale < 0 ? Double.toString(value) : FewDigits.rounded(value, scale));
        }
    }
}
