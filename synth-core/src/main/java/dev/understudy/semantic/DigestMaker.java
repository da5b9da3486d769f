package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.DigestRecipe;

/**
 * Random characters, as in tokens, digests and version 4 UUIDs.
 *
 * <p>If unique, as many characters as hold 2^48 numbers come from a permutation of the serial number, the others from the
 * row.
 */
final class DigestMaker implements TextMaker {
    private static final int UUID_DIGITS = 32;

    private final DigestRecipe recipe;
    private final Draws own;
    private final int length;
    private final int ordered;
    private final Permutation permutation;

    DigestMaker(DigestRecipe recipe, Draws own) {
        this.recipe = recipe;
        this.own = own;
        this.length = recipe.uuid() ? UUID_DIGITS : recipe.length();
        int needed = 1;
        while (needed < length && recipe.glyphs().space(needed) < Permutation.LARGEST) {
            needed++;
        }
        // Version and variant of a UUID stand in digits 12 and 16; its first twelve digits are free.
        this.ordered = recipe.unique() ? needed : 0;
        this.permutation = new Permutation(recipe.glyphs().space(needed), own.at("order"));
    }

    @Override
    public String make(long row, long persona, long serial) {
        StringBuilder text = new StringBuilder(36);
        if (ordered > 0) {
            recipe.glyphs().write(permutation.of(serial % permutation.size()), ordered, text);
        }
        for (int i = ordered; i < length; i++) {
            text.append(recipe.glyphs().at(own.below(recipe.glyphs().size(), row, i)));
        }
        return recipe.uuid() ? asUuid(text) : text.toString();
    }

    private static String asUuid(StringBuilder digits) {
        digits.setCharAt(12, '4');
        digits.setCharAt(16, "89ab".charAt(Character.digit(digits.charAt(16), 16) & 3));
        return digits.insert(20, '-')
                .insert(16, '-')
                .insert(12, '-')
                .insert(8, '-')
                .toString();
    }

    @Override
    public long capacity() {
        return recipe.unique() ? permutation.size() : Long.MAX_VALUE;
    }
}
