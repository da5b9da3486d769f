package dev.understudy.semantic;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What becomes of one column's text inside another's. Pure; dates come as {@code 2024-03-05}. */
public enum Change {
    AS_IS(Change::same),
    LOWER(text -> text.toLowerCase(Locale.ROOT)),
    UPPER(text -> text.toUpperCase(Locale.ROOT)),
    /** Letters a to z and digits. */
    FOLDED(text -> folded(text, "")) {
        @Override
        void appendTo(StringBuilder to, String of) {
            fold(of, "", to);
        }
    },
    /** Words joined by hyphens. */
    SLUG(text -> folded(text, "-")),
    UNDERSCORED(text -> folded(text, "_")),
    DOTTED(text -> folded(text, ".")),
    INITIAL_LOWER(text -> start(folded(text, ""), 1)),
    INITIAL_UPPER(text -> start(folded(text, ""), 1).toUpperCase(Locale.ROOT)),
    START_UPPER(text -> start(folded(text, ""), 3).toUpperCase(Locale.ROOT)),
    FIRST_WORD(text -> text.split(" ", 2)[0]),
    LAST_WORD(text -> text.substring(text.lastIndexOf(' ') + 1)),
    YEAR(text -> start(text, 4)),
    SHORT_YEAR(text -> text.length() < 4 ? "" : text.substring(2, 4)),
    YEAR_MONTH(text -> start(text, 7).replace("-", "")),
    YEAR_MONTH_DAY(text -> start(text, 10).replace("-", "")),
    SHORT_YEAR_MONTH(text -> text.length() < 7 ? "" : text.substring(2, 7).replace("-", "")),
    SHORT_YEAR_MONTH_DAY(text -> text.length() < 10 ? "" : text.substring(2, 10).replace("-", ""));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private interface Text {
        String of(String text);
    }

    private final Text text;

    Change(Text text) {
        this.text = text;
    }

    public String apply(String of) {
        return text.of(of);
    }

    /** True for parts of a date. */
    public boolean isOfDate() {
        return ordinal() >= YEAR.ordinal();
    }

    private static String same(String text) {
        return text;
    }

    private static String start(String text, int length) {
        return text.length() < length ? text : text.substring(0, length);
    }

    /** Like {@link #apply}, behind what a text is made of so far. */
    void appendTo(StringBuilder to, String of) {
        to.append(text.of(of));
    }

    private static String folded(String text, String between) {
        StringBuilder folded = new StringBuilder(text.length());
        fold(text, between, folded);
        return folded.toString();
    }

    private static void fold(String text, String between, StringBuilder folded) {
        int start = folded.length();
        boolean gap = false;
        String plain = isPlain(text) ? text : plain(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            if (lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9') {
                if (gap && folded.length() > start) {
                    folded.append(between);
                }
                folded.append(lower);
                gap = false;
            } else {
                // An apostrophe belongs to its word.
                gap |= c != '\'' && c != '’';
            }
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        String latin = text.replace("ß", "ss")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("ø", "o")
                .replace("Ø", "O");
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    }
}
