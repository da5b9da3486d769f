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
    FOLDED(text -> folded(text, "")),
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

    private static String folded(String text, String between) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        String plain = isPlain(text) ? text : plain(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if (gap && folded.length() > 0) {
                    folded.append(between);
                }
                folded.append(c);
                gap = false;
            } else {
                // An apostrophe belongs to its word.
                gap |= c != '\'' && c != '’';
            }
        }
        return folded.toString();
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
