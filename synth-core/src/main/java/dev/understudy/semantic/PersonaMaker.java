package dev.understudy.semantic;

import dev.understudy.semantic.TextRecipe.MeaningRecipe;

/** A phrase about a persona, in the column's letter case and cut to its length. */
final class PersonaMaker implements TextMaker {
    /** What a persona has: a name, a city. Pure. */
    @FunctionalInterface
    interface Phrase {
        String of(long persona);
    }

    private final Phrase phrase;
    private final LetterCase letterCase;
    private final int maxLength;

    PersonaMaker(MeaningRecipe recipe, Phrase phrase) {
        this.phrase = phrase;
        this.letterCase = recipe.letterCase();
        this.maxLength = recipe.maxLength();
    }

    @Override
    public String make(long row, long persona, long serial) {
        return cut(letterCase.apply(phrase.of(persona)), maxLength);
    }

    /** At most {@code maxLength} characters, 0 meaning no limit, without blanks at the end. */
    static String cut(String text, int maxLength) {
        return maxLength == 0 || text.length() <= maxLength
                ? text
                : text.substring(0, maxLength).stripTrailing();
    }

    @Override
    public long capacity() {
        return Long.MAX_VALUE;
    }
}
