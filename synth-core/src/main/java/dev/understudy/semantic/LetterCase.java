package dev.understudy.semantic;

import java.util.Locale;

/** How a column writes its letters. */
public enum LetterCase {
    MIXED,
    LOWER,
    UPPER;

    String apply(String text) {
        return switch (this) {
            case MIXED -> text;
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
        };
    }
}
