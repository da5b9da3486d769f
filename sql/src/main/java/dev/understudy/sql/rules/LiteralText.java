package dev.understudy.sql.rules;

import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.Spans;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Reads literals that stand in quotes but are no text. */
final class LiteralText {
    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private LiteralText() {}

    static Typed read(String text, Kind kind) {
        try {
            return switch (kind) {
                case NUMBER -> new Typed(Literal.of(new BigDecimal(text.strip())), kind);
                case FLAG -> new Typed(new Literal.Flag(flag(text)), kind);
                case DATE, TIMESTAMP -> new Typed(new Literal.Time(moment(text.strip())), kind);
                case TIME -> new Typed(new Literal.Time(micros(LocalTime.parse(text.strip()))), kind);
                case SPAN -> span(text);
                case TEXT, LABEL -> new Typed(new Literal.Text(text), kind);
                default -> throw new Untranslatable("literal");
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new Untranslatable("literal");
        }
    }

    private static Typed span(String text) {
        Long micros = Spans.micros(text);
        if (micros == null) {
            throw new Untranslatable("interval");
        }
        return new Typed(new Literal.Time(micros), Kind.SPAN);
    }

    private static boolean flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "t", "true", "y", "yes", "on", "1" -> true;
            case "f", "false", "n", "no", "off", "0" -> false;
            default -> throw new Untranslatable("truth");
        };
    }

    static long micros(LocalTime time) {
        return time.getLong(ChronoField.MICRO_OF_DAY);
    }

    static long micros(LocalDate date) {
        return date.toEpochDay() * DAY;
    }

    static long micros(LocalDateTime time) {
        return micros(time.toLocalDate()) + micros(time.toLocalTime());
    }

    /** A date, or a date and a time with or without a zone. */
    private static long moment(String text) {
        if (text.length() <= 10) {
            return micros(LocalDate.parse(text));
        }
        String iso = text.substring(0, 10) + "T" + text.substring(11).strip();
        int zone = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
        if (zone > 10) {
            // PostgreSQL writes +00 for +00:00.
            String full = iso.length() - zone == 3 ? iso + ":00" : iso;
            return micros(OffsetDateTime.parse(full)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime());
        }
        return micros(LocalDateTime.parse(iso));
    }
}
