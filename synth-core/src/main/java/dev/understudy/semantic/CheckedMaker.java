package dev.understudy.semantic;

import dev.understudy.check.CheckedNumber;
import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.CheckedRecipe;
import dev.understudy.semantic.TextRecipe.Piece;
import dev.understudy.semantic.TextRecipe.Template;

/** Numbers with right check digits that belong to nobody, with blanks and hyphens where the source has them. */
final class CheckedMaker implements TextMaker {
    private final CheckedNumber number;
    private final boolean unique;
    private final Template format;
    private final Permutation permutation;
    private final Draws own;

    CheckedMaker(CheckedRecipe recipe, Draws own) {
        this.number = recipe.number();
        this.unique = recipe.unique();
        this.format = recipe.format();
        this.permutation = new Permutation(number.size(), own.at("order"));
        this.own = own;
    }

    @Override
    public String make(long row, long persona, long serial) {
        long counter = unique
                ? permutation.of(serial % permutation.size())
                : Long.remainderUnsigned(own.bits(row), permutation.size());
        return separated(number.make(counter));
    }

    private String separated(String compact) {
        if (format.pieces().isEmpty()) {
            return compact;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Piece piece : format.pieces()) {
            if (piece.choices().isEmpty()) {
                text.append(compact, at, at + piece.length());
                at += piece.length();
            } else {
                text.append(piece.choices().get(0).text());
            }
        }
        return text.toString();
    }

    @Override
    public long capacity() {
        return unique ? permutation.size() : Long.MAX_VALUE;
    }
}
