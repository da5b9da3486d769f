package dev.understudy.csv;

import dev.understudy.data.Storage;
import dev.understudy.read.ColumnCells;
import dev.understudy.read.DoubleCells;
import dev.understudy.read.LongCells;
import dev.understudy.read.TextCells;
import dev.understudy.schema.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Reads the text of one field as a value of a type. What spreadsheets and data frames write is understood too. */
interface CellParser {
    /** @throws IllegalArgumentException or a {@link DateTimeException} or {@link ArithmeticException} for anything else */
    void parse(String text, ColumnCells cells);

    /** 2024-02-29, with or without a time, a fraction and an offset; T or a blank between them. */
    DateTimeFormatter TIMES = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("[ ]['T']")
            .appendPattern("HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendPattern("[ ]")
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    static CellParser of(ColumnType type) {
        return switch (type.family()) {
            case BOOLEAN -> (text, cells) -> ((LongCells) cells).add(truth(text));
            case INTEGER -> (text, cells) -> ((LongCells) cells).add(whole(text));
            case DECIMAL -> {
                int scale = Storage.scaleOf(type);
                yield Storage.of(type) == Storage.LONG
                        ? (text, cells) -> ((LongCells) cells).add(scaled(text, scale))
                        : (text, cells) -> ((DoubleCells) cells).add(Double.parseDouble(text.strip()));
            }
            case REAL -> (text, cells) -> ((DoubleCells) cells).add(Double.parseDouble(text.strip()));
            case DATE -> (text, cells) -> ((LongCells) cells).add(date(text));
            case TIME ->
                (text, cells) ->
                        ((LongCells) cells).add(LocalTime.parse(text.strip()).toNanoOfDay() / 1_000);
            case TIMESTAMP, TIMESTAMP_ZONED -> (text, cells) -> ((LongCells) cells).add(micros(text));
            case BINARY ->
                (text, cells) -> ((TextCells) cells)
                        .add((text.startsWith("\\x") ? text.substring(2) : text).toLowerCase(Locale.ROOT));
            default -> (text, cells) -> ((TextCells) cells).add(text);
        };
    }

    private static long truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1", "1.0" -> 1;
            case "false", "f", "no", "n", "0", "0.0" -> 0;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** Data frames write whole numbers with a point where one of them is missing. */
    private static long whole(String text) {
        String number = text.strip();
        return number.matches("[+-]?\\d{1,18}") ? Long.parseLong(number) : new BigDecimal(number).longValueExact();
    }

    private static long scaled(String text, int scale) {
        return new BigDecimal(text.strip())
                .setScale(scale, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    private static long date(String text) {
        String day = text.strip();
        return day.length() == 10
                ? LocalDate.parse(day).toEpochDay()
                : LocalDate.from(TIMES.parse(day)).toEpochDay();
    }

    private static long micros(String text) {
        TemporalAccessor time =
                TIMES.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        LocalDateTime utc = time instanceof OffsetDateTime zoned
                ? zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : time instanceof LocalDateTime local ? local : ((LocalDate) time).atStartOfDay();
        return utc.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + utc.getNano() / 1_000;
    }
}
