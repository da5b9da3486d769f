package dev.understudy.schema.rule;

/** Functions of a text and of other values, as the databases have them. Characters are code points. */
final class TextFunctions {
    private TextFunctions() {}

    /** @param values arguments, none of which is missing; the first is the text */
    static Object apply(Call.Function function, Object[] values) {
        String text = (String) values[0];
        return switch (function) {
            case LEFT -> text.substring(0, text.offsetByCodePoints(0, part(text, values[1])));
            case RIGHT -> text.substring(text.offsetByCodePoints(0, length(text) - part(text, values[1])));
            case RIGHT_PAD -> padded(text, number(values[1]), (String) values[2], false);
            case LEFT_PAD -> padded(text, number(values[1]), (String) values[2], true);
            case SUBSTRING -> substring(text, number(values[1]), values.length < 3 ? length(text) : number(values[2]));
            case REPLACE ->
                ((String) values[1]).isEmpty() ? text : text.replace((String) values[1], (String) values[2]);
            case POSITION -> position(text, (String) values[1]);
            case RANGE_LOW -> RangeBounds.low((String) values[1], text);
            case RANGE_HIGH -> RangeBounds.high((String) values[1], text);
            default -> throw new IllegalStateException("Not a function of a text.");
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static long number(Object value) {
        return Values.exact(value).longValue();
    }

    /** As PostgreSQL has it, a negative number says how many characters are left out at the other end. */
    private static int part(String text, Object count) {
        int length = length(text);
        long asked = number(count);
        return (int) Math.max(0, Math.min(length, asked < 0 ? length + asked : asked));
    }

    private static String padded(String text, long wanted, String with, boolean atStart) {
        int length = length(text);
        if (wanted <= length || with.isEmpty()) {
            return text.substring(0, text.offsetByCodePoints(0, (int) Math.max(0, Math.min(length, wanted))));
        }
        int missing = (int) (wanted - length);
        String filling = with.repeat(missing / length(with) + 1);
        String cut = filling.substring(0, filling.offsetByCodePoints(0, missing));
        return atStart ? cut + text : text + cut;
    }

    /** @param from first character, from 1 */
    private static String substring(String text, long from, long count) {
        int length = length(text);
        int first = (int) Math.max(0, Math.min(length, from - 1));
        int last = (int) Math.max(first, Math.min(length, from - 1 + count));
        return text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, last));
    }

    private static long position(String text, String sought) {
        int at = text.indexOf(sought);
        return at < 0 ? 0 : text.codePointCount(0, at) + 1L;
    }

    /** Without blanks at both ends. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
