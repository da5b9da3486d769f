package dev.understudy.schema.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A function of other expressions. Without a value if its argument has none, but for {@link Function#COALESCE}.
 *
 * @param arguments at least one
 */
public record Call(Function function, List<Expression> arguments) implements Expression {
    private static final long DAY = 86_400_000_000L;

    /** A function that most databases have. */
    public enum Function {
        LOWER,
        UPPER,
        /** Number of characters. */
        LENGTH,
        /** Number of bytes in UTF-8. */
        BYTES,
        /** Without blanks at both ends. */
        TRIM,
        ABS,
        /** The first argument that has a value. */
        COALESCE,
        /** The texts one after the other; without a value if one has none. */
        CONCAT,
        /** The smallest of the arguments that have a value. */
        LEAST,
        /** The largest of the arguments that have a value. */
        GREATEST,
        /** As many of a text's first characters as the second argument says. */
        LEFT,
        /** As many of a text's last characters as the second argument says. */
        RIGHT,
        /** The text cut or filled up at its end: text, characters, with what. */
        RIGHT_PAD,
        /** The text cut at its end or filled up at its start: text, characters, with what. */
        LEFT_PAD,
        /** Text, first character from 1, and perhaps how many. */
        SUBSTRING,
        /** Text, what is sought, what stands in its place. */
        REPLACE,
        /** Where the second text begins in the first, from 1; 0 if it does not. */
        POSITION,
        /** Number of bytes that are held as hex. */
        OCTETS,
        /** The largest whole number that is not above. */
        FLOOR,
        /** The smallest whole number that is not below. */
        CEILING,
        /** An exact number to as many decimals as the second argument says, halves away from zero. */
        ROUND,
        /** Where a range begins that is held as text: the range, and the name of its type. */
        RANGE_LOW,
        /** Where such a range ends. */
        RANGE_HIGH,
        YEAR,
        MONTH,
        DAY,
        /** The day of a date or timestamp, as a date. */
        DATE,
        /** The microseconds of an interval that is held as text; none where the text cannot be read. */
        SPAN,
        /** A number, or a truth as 0 or 1, as an exact decimal. */
        DECIMAL,
        /** A truth as 0 or 1. */
        WHOLE,
        /** A number as floating point. */
        REAL
    }

    public Call {
        arguments = List.copyOf(arguments);
    }

    /** A function of one argument. */
    public static Call of(Function function, Expression argument) {
        return new Call(function, List.of(argument));
    }

    @Override
    public Object value(RowView row) {
        switch (function) {
            case COALESCE:
                return coalesce(row);
            case CONCAT:
                return concat(row);
            case LEAST, GREATEST:
                return extreme(row);
            case LEFT, RIGHT, RIGHT_PAD, LEFT_PAD, SUBSTRING, REPLACE, POSITION, ROUND, RANGE_LOW, RANGE_HIGH:
                return several(row);
            default:
                break;
        }
        Object value = arguments.get(0).value(row);
        return value == null ? null : apply(value);
    }

    private Object coalesce(RowView row) {
        for (Expression argument : arguments) {
            Object value = argument.value(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private String concat(RowView row) {
        StringBuilder text = new StringBuilder();
        for (Expression argument : arguments) {
            Object value = argument.value(row);
            if (value == null) {
                return null;
            }
            text.append(value);
        }
        return text.toString();
    }

    private Object extreme(RowView row) {
        Object found = null;
        for (Expression argument : arguments) {
            Object value = argument.value(row);
            if (value != null && (found == null || isNearer(value, found))) {
                found = value;
            }
        }
        return found;
    }

    private boolean isNearer(Object value, Object found) {
        int order = Values.compare(value, found);
        return function == Function.LEAST ? order < 0 : order > 0;
    }

    private Object several(RowView row) {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).value(row);
            if (values[i] == null) {
                return null;
            }
        }
        return function == Function.ROUND
                ? Values.exact(values[0]).setScale(Values.exact(values[1]).intValue(), RoundingMode.HALF_UP)
                : TextFunctions.apply(function, values);
    }

    private Object apply(Object value) {
        return switch (function) {
            case LOWER -> ((String) value).toLowerCase(Locale.ROOT);
            case UPPER -> ((String) value).toUpperCase(Locale.ROOT);
            case LENGTH -> (long) ((String) value).codePointCount(0, ((String) value).length());
            case BYTES -> (long) ((String) value).getBytes(StandardCharsets.UTF_8).length;
            case TRIM -> TextFunctions.trimmed((String) value);
            case OCTETS -> (long) ((String) value).length() / 2;
            case FLOOR -> Values.exact(value).setScale(0, RoundingMode.FLOOR);
            case CEILING -> Values.exact(value).setScale(0, RoundingMode.CEILING);
            case ABS -> absolute(value);
            case YEAR -> (long) day(value).getYear();
            case MONTH -> (long) day(value).getMonthValue();
            case DAY -> (long) day(value).getDayOfMonth();
            case DATE -> Math.floorDiv((Long) value, DAY) * DAY;
            case SPAN -> Spans.micros((String) value);
            case DECIMAL -> Values.exact(value);
            case WHOLE -> value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
            case REAL -> Values.real(value);
            default -> throw new IllegalStateException("Not a function of one value.");
        };
    }

    private static LocalDate day(Object micros) {
        // Infinity stands at the ends of the range and has no year; the last year there is comes closest.
        long days = Math.floorDiv((Long) micros, DAY);
        return LocalDate.ofEpochDay(days);
    }

    private static Object absolute(Object value) {
        if (value instanceof Long whole) {
            return Math.abs(whole);
        }
        return value instanceof BigDecimal decimal ? (Object) decimal.abs() : (Object) Math.abs((Double) value);
    }

    @Override
    public void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
        arguments.forEach(argument -> argument.visit(visitor));
    }
}
