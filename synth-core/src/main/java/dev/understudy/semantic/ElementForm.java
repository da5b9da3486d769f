package dev.understudy.semantic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an element of PostgreSQL's arrays stands for in a document, and how it is written again. Dates and times are numbers there,
 * of days or of seconds, so that they have ranges, orders and neighbours.
 */
public enum ElementForm {
    TEXT(TypeFamily.TEXT, "text|character varying|character|citext|name"),
    /** One of the labels of the type. */
    LABEL(TypeFamily.ENUM, ""),
    NUMBER(TypeFamily.DECIMAL, "smallint|integer|bigint|real|double precision|numeric"),
    BOOLEAN(TypeFamily.BOOLEAN, "boolean"),
    DATE(TypeFamily.DATE, "date"),
    TIME(TypeFamily.TIME, "time|time without time zone"),
    TIMESTAMP(TypeFamily.TIMESTAMP, "timestamp|timestamp without time zone"),
    TIMESTAMP_ZONED(TypeFamily.TIMESTAMP_ZONED, "timestamp with time zone"),
    UUID(TypeFamily.UUID, "uuid"),
    NETWORK(TypeFamily.NETWORK, "inet|cidr|macaddr|macaddr8"),
    JSON(TypeFamily.JSON, "json|jsonb");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ARRAY = "[]";
    private static final Pattern LIMIT = Pattern.compile("\\((\\d+)(?:,-?\\d+)?\\)");
    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:mm", "+00")
            .toFormatter();
    private static final int MICROS = 6;
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final long DAY_SECONDS = 86_400;
    private static final int MOST_DIGITS = 18;

    private final TypeFamily family;
    private final Pattern names;

    ElementForm(TypeFamily family, String names) {
        this.family = family;
        this.names = Pattern.compile(names);
    }

    /** Empty for what is no array, and for arrays whose elements need a form of their own. */
    static Optional<ElementForm> of(ColumnType type) {
        if (type.family() != TypeFamily.ARRAY || !type.baseName().endsWith(ARRAY)) {
            return Optional.empty();
        }
        if (!type.labels().isEmpty()) {
            return Optional.of(LABEL);
        }
        String name = LIMIT.matcher(elementName(type)).replaceAll("");
        for (ElementForm form : values()) {
            if (form.names.matcher(name).matches()) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    private static String elementName(ColumnType type) {
        return type.baseName().substring(0, type.baseName().length() - ARRAY.length());
    }

    /** The type of one element. @param array a type that {@link #of} knows as this form */
    ColumnType element(ColumnType array) {
        String name = elementName(array);
        Matcher limit = LIMIT.matcher(name);
        int length = this == TEXT && limit.find() ? Integer.parseInt(limit.group(1)) : 0;
        return new ColumnType(family, name, name, length, 0, 0, false, array.labels());
    }

    /** The element as a member of a document; null for what has no place there, such as an infinite date. */
    JsonNode read(String text) {
        try {
            return switch (this) {
                case TEXT, LABEL, UUID, NETWORK -> NODES.textNode(text);
                case NUMBER -> number(new BigDecimal(text));
                case BOOLEAN -> NODES.booleanNode(text.startsWith("t"));
                case DATE -> NODES.numberNode(LocalDate.parse(text).toEpochDay());
                case TIME -> seconds(0, LocalTime.parse(text).toNanoOfDay());
                case TIMESTAMP -> seconds(LocalDateTime.parse(text.replace(' ', 'T')));
                case TIMESTAMP_ZONED ->
                    seconds(OffsetDateTime.parse(text.replace(' ', 'T'), ZONED)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDateTime());
                case JSON -> TechnicalForms.document(text).orElseGet(NODES::nullNode);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return NODES.nullNode();
        }
    }

    private static JsonNode seconds(LocalDateTime time) {
        return seconds(time.toEpochSecond(ZoneOffset.UTC), time.getNano());
    }

    private static JsonNode seconds(long seconds, long nanos) {
        return number(BigDecimal.valueOf(nanos).divide(NANOS).add(BigDecimal.valueOf(seconds)));
    }

    /** Whole ones as such, so that they can count. */
    private static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= MOST_DIGITS
                ? NODES.numberNode(plain.longValueExact())
                : NODES.numberNode(plain);
    }

    /** The text of an element without quotes. */
    String write(JsonNode value) {
        return switch (this) {
            case TEXT, LABEL, UUID, NETWORK -> value.asText();
            case NUMBER -> value.decimalValue().toPlainString();
            case BOOLEAN -> value.booleanValue() ? "t" : "f";
            case DATE -> LocalDate.ofEpochDay(Math.round(value.doubleValue())).toString();
            case TIME ->
                time(value.decimalValue().remainder(BigDecimal.valueOf(DAY_SECONDS)))
                        .toLocalTime()
                        .toString();
            case TIMESTAMP -> time(value.decimalValue()).toString();
            case TIMESTAMP_ZONED -> time(value.decimalValue()) + "+00";
            case JSON -> JsonText.write(value);
        };
    }

    private static LocalDateTime time(BigDecimal seconds) {
        BigDecimal micros = seconds.setScale(MICROS, RoundingMode.HALF_EVEN);
        BigDecimal whole = micros.setScale(0, RoundingMode.FLOOR);
        return LocalDateTime.ofEpochSecond(
                whole.longValue(), micros.subtract(whole).multiply(NANOS).intValue(), ZoneOffset.UTC);
    }
}
