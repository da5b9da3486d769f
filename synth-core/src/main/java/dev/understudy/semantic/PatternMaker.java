package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.Choice;
import dev.understudy.semantic.TextRecipe.PatternRecipe;
import dev.understudy.semantic.TextRecipe.Piece;
import dev.understudy.semantic.TextRecipe.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Codes of some templates.
 *
 * <p>If unique, the free runs of a template spell the serial number, shuffled unless the numbers count up. Templates fit
 * different strings, so it is enough that serial numbers differ within each; a serial number too large for its template
 * moves to the roomiest one.
 */
final class PatternMaker implements TextMaker {
    private final PatternRecipe recipe;
    private final Draws own;
    private final Weights shares;
    private final List<Permutation> permutations = new ArrayList<>();
    private final List<List<Weights>> choices = new ArrayList<>();
    private final int roomiest;

    PatternMaker(PatternRecipe recipe, Draws own) {
        this.recipe = recipe;
        this.own = own;
        this.shares =
                new Weights(recipe.templates().stream().map(Template::weight).toList());
        for (Template template : recipe.templates()) {
            permutations.add(
                    new Permutation(space(template.pieces()), own.at("order").at(permutations.size())));
            choices.add(template.pieces().stream()
                    .map(piece -> new Weights(
                            piece.choices().stream().map(Choice::weight).toList()))
                    .toList());
        }
        this.roomiest = IntStream.range(0, permutations.size())
                .boxed()
                .max(Comparator.comparingLong(i -> permutations.get(i).size()))
                .orElseThrow();
    }

    /** How many strings the free runs can spell, at most 2^48. */
    static long space(List<Piece> pieces) {
        double space = 1;
        for (Piece piece : pieces) {
            space *= size(piece);
        }
        return space >= Permutation.LARGEST ? Permutation.LARGEST : (long) space;
    }

    private static long size(Piece piece) {
        if (!piece.choices().isEmpty()) {
            return 1;
        }
        return piece.glyphs().space(piece.length())
                / piece.glyphs().size()
                * (piece.glyphs().size() - piece.lead());
    }

    @Override
    public String make(long row, long persona, long serial) {
        int template = shares.pick(own.unit(row, 0));
        if (!recipe.unique()) {
            long size = permutations.get(template).size();
            return spell(template, row, Long.remainderUnsigned(own.bits(row, 1), size));
        }
        if (serial >= permutations.get(template).size()) {
            template = roomiest;
        }
        Permutation permutation = permutations.get(template);
        long number = serial % permutation.size();
        return spell(template, row, recipe.counting() ? number : permutation.of(number));
    }

    /** Writes {@code number} into the free runs, the lowest digits into the last. */
    private String spell(int index, long row, long number) {
        List<Piece> pieces = recipe.templates().get(index).pieces();
        long[] numbers = new long[pieces.size()];
        long rest = number;
        for (int i = pieces.size() - 1; i >= 0; i--) {
            long size = size(pieces.get(i));
            numbers[i] = rest % size;
            rest /= size;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            Piece piece = pieces.get(i);
            if (piece.choices().isEmpty()) {
                long from =
                        piece.glyphs().space(piece.length()) / piece.glyphs().size() * piece.lead();
                piece.glyphs().write(from + numbers[i], piece.length(), text);
            } else {
                int choice = piece.choices().size() == 1
                        ? 0
                        : choices.get(index).get(i).pick(own.unit(row, 2 + i));
                text.append(piece.choices().get(choice).text());
            }
        }
        return text.toString();
    }

    @Override
    public long capacity() {
        return recipe.unique() ? permutations.get(roomiest).size() : Long.MAX_VALUE;
    }
}
