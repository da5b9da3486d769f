package dev.understudy.schema.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Ranges as text, such as {@code [2024-01-01,2024-02-01)}: where they begin and end, as {@code lower} and {@code upper} of
 * PostgreSQL tell it, and texts of ranges with another bound. Bounds are values as {@link RowView#value} has them; a range
 * without a bound, or without anything in it, has none.
 */
public final class RangeBounds {
    private static final long DAY = 86_400_000_000L;
    private static final Set<String> WHOLE = Set.of("int4range", "int8range");
    private static final Set<String> TIMES = Set.of("tsrange", "tstzrange");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    /** 0001-01-01 and 9999-12-31: years that every text form has. */
    private static final long FIRST = -719_162 * DAY;

    private static final long LAST = 2_932_897 * DAY - 1;

    private RangeBounds() {}

    /** True for a type whose texts are read here. @param type its name in the catalog, such as {@code tstzrange} */
    public static boolean isKnown(String type) {
        return WHOLE.contains(type) || TIMES.contains(type) || isDays(type) || type.equals("numrange");
    }

    /** True for a type of dates. */
    public static boolean isDays(String type) {
        return type.equals("daterange");
    }

    /** True for a type of times. */
    public static boolean isTimes(String type) {
        return TIMES.contains(type);
    }

    /** Where a range begins; null if it has no beginning, or its text cannot be read. */
    public static Object low(String type, String text) {
        int comma = comma(text);
        return comma < 0 ? null : bound(type, text.substring(1, comma), text.startsWith("("));
    }

    /** Where a range ends; of whole numbers and dates the first that does not belong to it. */
    public static Object high(String type, String text) {
        int comma = comma(text);
        return comma < 0 ? null : bound(type, text.substring(comma + 1, text.length() - 1), text.endsWith("]"));
    }

    /** A range that begins elsewhere, and ends where the other did unless that would be before; null if there is no such text. */
    public static String withLow(String type, String text, Object low) {
        Object high = high(type, text);
        return high != null && Values.compare(low, high) >= 0 ? single(type, low, true) : of(type, low, high);
    }

    /** A range that ends elsewhere, and begins where the other did unless that would be after; null if there is no such text. */
    public static String withHigh(String type, String text, Object high) {
        Object low = low(type, text);
        return low != null && Values.compare(low, high) >= 0 ? single(type, high, false) : of(type, low, high);
    }

    /** The shortest range that begins, or ends, with a value. */
    private static String single(String type, Object value, boolean begins) {
        Object step = isDays(type) ? (Object) DAY : WHOLE.contains(type) ? 1L : null;
        String text = text(type, value);
        if (step == null) {
            return text == null ? null : "[" + text + "," + text + "]";
        }
        long at = (Long) value;
        return begins ? of(type, at, at + (Long) step) : of(type, at - (Long) step, at);
    }

    private static String of(String type, Object low, Object high) {
        String from = low == null ? "" : text(type, low);
        String until = high == null ? "" : text(type, high);
        return from == null || until == null ? null : "[" + from + "," + until + ")";
    }

    private static String text(String type, Object value) {
        if (WHOLE.contains(type) || type.equals("numrange")) {
            return Values.exact(value).toPlainString();
        }
        long micros = Values.exact(value).longValue();
        if (micros < FIRST || micros > LAST) {
            return micros == Long.MAX_VALUE ? "infinity" : micros == Long.MIN_VALUE ? "-infinity" : null;
        }
        if (isDays(type)) {
            return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY)).toString();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1_000, ZoneOffset.UTC);
        return TIME.format(time) + (type.equals("tstzrange") ? "+00" : "");
    }

    /** Where the two bounds part; -1 if the text is no range, or one without anything in it. */
    private static int comma(String text) {
        boolean range = text.length() > 2
                && "[(".indexOf(text.charAt(0)) >= 0
                && "])".indexOf(text.charAt(text.length() - 1)) >= 0;
        return range ? text.indexOf(',') : -1;
    }

    /** @param next true if of values that can be counted the next one is meant */
    private static Object bound(String type, String quoted, boolean next) {
        String text = quoted.strip().replace("\"", "");
        try {
            if (text.isEmpty()) {
                return null;
            }
            if (WHOLE.contains(type)) {
                return Long.parseLong(text) + (next ? 1 : 0);
            }
            if (type.equals("numrange")) {
                return new BigDecimal(text);
            }
            if (text.endsWith("infinity")) {
                return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            return isDays(type) ? LocalDate.parse(text).toEpochDay() * DAY + (next ? DAY : 0) : (Object) micros(text);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static long micros(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).toEpochDay() * DAY;
        }
        String iso = text.substring(0, 10) + "T" + text.substring(11);
        int zone = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
        // PostgreSQL writes +00 for +00:00.
        String full = iso.length() - zone == 3 ? iso + ":00" : iso;
        LocalDateTime time = zone > 10
                ? OffsetDateTime.parse(full)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(iso);
        return Math.addExact(
                Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), 1_000_000L), time.getNano() / 1_000);
    }
}
