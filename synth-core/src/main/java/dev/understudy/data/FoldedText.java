package dev.understudy.data;

import dev.understudy.schema.ColumnType;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as types and collations see them that ignore case; most such collations ignore accents and blanks at the end, too. */
public final class FoldedText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FoldedText() {}

    /** Equal for texts that are equal to the type. @param type one that ignores case */
    public static String of(ColumnType type, String text) {
        boolean plain = !type.ignoresAccents() || text.chars().allMatch(c -> c < 128);
        String letters = plain
                ? text
                : MARKS.matcher(Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD))
                        .replaceAll("");
        String lower = letters.toLowerCase(Locale.ROOT);
        return type.ignoresAccents() ? lower.stripTrailing() : lower;
    }
}
