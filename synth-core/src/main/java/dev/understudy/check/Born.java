package dev.understudy.check;

import java.util.Locale;

/** Dates of birth inside identity numbers. */
final class Born {
    static final String DAY = "(0[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(0[1-9]|1[0-2])";
    static final String YEAR_MONTH_DAY = "\\d{2}" + MONTH + DAY;
    static final String DAY_MONTH = DAY + MONTH;

    private static final int DAYS = 28;
    private static final int MONTHS = 12;
    private static final int YEARS = 9;

    private Born() {}

    /**
     * Somebody born from 1900 to 1908.
     *
     * @param number below 3 million: the last three digits count among those born on one day
     * @param format of year in two digits, month, day and counter, as arguments 1 to 4
     */
    static String of(long number, String format) {
        long day = number / 1000;
        return String.format(
                Locale.ROOT,
                format,
                day / DAYS / MONTHS % YEARS,
                day / DAYS % MONTHS + 1,
                day % DAYS + 1,
                number % 1000);
    }
}
