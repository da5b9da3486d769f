package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import dev.understudy.semantic.TextRecipe.Piece;
import dev.understudy.semantic.TextRecipe.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Phone numbers that reach nobody, in the formats of the source. */
final class PhoneMaker implements TextMaker {
    private static final Template DEFAULT = new Template(
            TextRecipe.WEIGHT_PARTS,
            List.of(
                    Piece.free(Glyphs.DIGITS, 3),
                    Piece.constant("-"),
                    Piece.free(Glyphs.DIGITS, 3),
                    Piece.constant("-"),
                    Piece.free(Glyphs.DIGITS, 4)));
    private static final int LOCAL_DIGITS = 7;

    private final boolean unique;
    private final Personas people;
    private final Draws draws;
    private final Weights shares;
    private final List<Template> formats;
    private final List<PhoneRange> ranges = new ArrayList<>();
    private final List<Permutation> permutations = new ArrayList<>();
    private final int roomiest;
    private final int maxLength;

    PhoneMaker(MeaningRecipe recipe, Personas people, Draws draws, Draws own) {
        this.unique = recipe.unique();
        this.people = people;
        this.draws = draws;
        this.maxLength = recipe.maxLength();
        Template fallback =
                maxLength == 0 || maxLength >= 12 ? DEFAULT : localNumber(Math.min(LOCAL_DIGITS, maxLength));
        this.formats = recipe.shapes().isEmpty() ? List.of(fallback) : recipe.shapes();
        this.shares = new Weights(formats.stream().map(Template::weight).toList());
        for (Template format : formats) {
            PhoneRange range = PhoneRange.of(recipe.locale(), isInternational(format), digits(format));
            ranges.add(range);
            permutations.add(new Permutation(range.capacity(), own.at("order")));
        }
        this.roomiest = IntStream.range(0, ranges.size())
                .boxed()
                .max(Comparator.comparingLong(i -> ranges.get(i).capacity()))
                .orElseThrow();
    }

    private static Template localNumber(int length) {
        return new Template(TextRecipe.WEIGHT_PARTS, List.of(Piece.free(Glyphs.DIGITS, length)));
    }

    private static boolean isInternational(Template format) {
        Piece first = format.pieces().get(0);
        return first.choices().size() == 1 && first.choices().get(0).text().startsWith("+");
    }

    private static int digits(Template format) {
        return format.pieces().stream()
                .filter(piece -> piece.choices().isEmpty())
                .mapToInt(Piece::length)
                .sum();
    }

    @Override
    public String make(long row, long persona, long serial) {
        long key = people.key(persona);
        int format = shares.pick(draws.unit(key, 0));
        if (!unique) {
            return write(
                    format,
                    Long.remainderUnsigned(
                            draws.bits(key, 1), ranges.get(format).capacity()));
        }
        if (serial >= permutations.get(format).size()) {
            format = roomiest;
        }
        Permutation permutation = permutations.get(format);
        return write(format, permutation.of(serial % permutation.size()));
    }

    private String write(int format, long number) {
        String digits = ranges.get(format).digits(number);
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Piece piece : formats.get(format).pieces()) {
            if (piece.choices().isEmpty()) {
                text.append(digits, at, at + piece.length());
                at += piece.length();
            } else {
                text.append(piece.choices().get(0).text());
            }
        }
        return PersonaMaker.cut(text.toString(), maxLength);
    }

    @Override
    public long capacity() {
        return unique ? ranges.get(roomiest).capacity() : Long.MAX_VALUE;
    }
}
