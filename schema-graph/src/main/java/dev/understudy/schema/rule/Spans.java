package dev.understudy.schema.rule;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals as text, such as {@code 1 year 2 mons -3 days 04:05:06.7}, compared as PostgreSQL does: a month has 30 days. */
public final class Spans {
    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long MONTH = 30 * DAY;

    private static final Pattern PART = Pattern.compile(
            "\\s*(?:([+-]?\\d+) (year|mon|day)s?|([+-]?)(\\d+):(\\d+)(?::(\\d+(?:\\.\\d+)?))?)",
            Pattern.CASE_INSENSITIVE);

    private Spans() {}

    /** Microseconds of an interval; null where the text is none that we read. */
    public static Long micros(String text) {
        Matcher part = PART.matcher(text);
        long sum = 0;
        int at = 0;
        while (at < text.length() && part.find(at) && part.start() == at) {
            sum += part.group(2) != null ? units(part) : clock(part);
            at = part.end();
        }
        return at == text.length() && at > 0 ? sum : null;
    }

    private static long units(Matcher part) {
        long number = Long.parseLong(part.group(1));
        return number
                * switch (Character.toLowerCase(part.group(2).charAt(0))) {
                    case 'y' -> 12 * MONTH;
                    case 'm' -> MONTH;
                    default -> DAY;
                };
    }

    private static long clock(Matcher part) {
        String seconds = part.group(6) == null ? "0" : part.group(6);
        long micros = (Long.parseLong(part.group(4)) * 3600 + Long.parseLong(part.group(5)) * 60) * SECOND
                + new BigDecimal(seconds).movePointRight(6).longValue();
        return "-".equals(part.group(3)) ? -micros : micros;
    }
}
