package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.TextRecipe.DigestRecipe;
import dev.understudy.semantic.TextRecipe.ProseRecipe;
import java.util.List;

/**
 * Titles and sentences of dictionary words, as long as the source's.
 *
 * <p>If unique, the first three words spell the serial number, so the text is never shorter than these.
 */
final class ProseMaker implements SizedMaker {
    private static final int SHORTEST_WORD = 5;
    private static final int WORDS_OF_NUMBER = 3;
    private static final int ROOM_FOR_MORE = 14;

    private final ProseRecipe recipe;
    private final Dictionary words;
    private final Draws own;
    private final int longestWord;
    private final Permutation permutation;

    private ProseMaker(ProseRecipe recipe, Draws own, int longestWord) {
        this.recipe = recipe;
        this.words = Dictionary.of(recipe.locale());
        this.own = own;
        this.longestWord = longestWord;
        long adjectives = words.adjectives().count(longestWord);
        long nouns = words.nouns().count(longestWord);
        this.permutation = new Permutation(Math.max(1, adjectives * nouns * nouns), own.at("order"));
    }

    /** Falls back to random letters where a unique column has no room for three words. */
    static TextMaker of(ProseRecipe recipe, Draws own) {
        int longest = recipe.maxLength() == 0 ? 32 : (recipe.maxLength() - WORDS_OF_NUMBER + 1) / WORDS_OF_NUMBER;
        if (recipe.unique() && longest < SHORTEST_WORD) {
            Glyphs glyphs = recipe.letterCase() == LetterCase.UPPER ? Glyphs.UPPER : Glyphs.LOWER;
            return new DigestMaker(new DigestRecipe(glyphs, recipe.maxLength(), false, true), own);
        }
        return new ProseMaker(recipe, own, longest);
    }

    @Override
    public String make(long row, long persona, long serial) {
        return make(row, serial, length(recipe.lengths(), recipe.maxLength(), own.unit(row, 0)));
    }

    @Override
    public String make(long row, long serial, int length) {
        int target = recipe.maxLength() == 0 ? length : Math.min(length, recipe.maxLength());
        StringBuilder text = new StringBuilder(target + 16);
        long place = own.bits(row, 1);
        if (recipe.unique()) {
            spell(permutation.of(serial % permutation.size()), text);
        }
        for (int i = 0; text.length() == 0 || text.length() < target - 2; i++) {
            if (!append(i, place, target, text)) {
                break;
            }
        }
        if (recipe.sentences() && text.length() < (recipe.maxLength() == 0 ? target + 1 : recipe.maxLength())) {
            text.append('.');
        }
        return recipe.letterCase().apply(capitalised(text));
    }

    /** Between two cuts, linearly. */
    static int length(List<Integer> cuts, int maxLength, double unit) {
        double at = unit * (cuts.size() - 1);
        int below = Math.min((int) at, cuts.size() - 2);
        double length = cuts.get(below) + (at - below) * (cuts.get(below + 1) - cuts.get(below));
        int rounded = Math.max(1, (int) Math.round(length));
        return maxLength == 0 ? rounded : Math.min(rounded, maxLength);
    }

    private void spell(long number, StringBuilder text) {
        int nouns = words.nouns().count(longestWord);
        text.append(words.adjectives().at((int) (number / nouns / nouns)))
                .append(' ')
                .append(words.nouns().at((int) (number / nouns % nouns)))
                .append(' ')
                .append(words.nouns().at((int) (number % nouns)));
    }

    /** Adds the next word if one fits; sentences go article, adjective, noun, verb, article, adjective, noun. */
    private boolean append(int i, long place, int target, StringBuilder text) {
        int room = target - text.length() - (text.length() == 0 ? 0 : 1);
        WordList list = words.nouns();
        if (recipe.sentences()) {
            switch (i % 7) {
                case 0, 4 -> {
                    return appendArticle(i, room, text);
                }
                case 1, 5 -> list = words.nounFirst() ? words.nouns() : words.adjectives();
                case 2, 6 -> list = words.nounFirst() ? words.adjectives() : words.nouns();
                default -> list = words.verbs();
            }
        } else if (i % 2 == (words.nounFirst() ? 1 : 0) && room > 8) {
            list = words.adjectives();
        }
        int fitting = list.count(room);
        if (fitting == 0) {
            if (text.length() > 0) {
                return false;
            }
            // Shorter than any word: its beginning.
            text.append(
                    list.at(own.below(Math.max(1, list.count(4)), place, i)),
                    0,
                    Math.min(target, list.at(0).length()));
            return false;
        }
        String word = list.at(own.below(fitting, place, i));
        if (text.length() > 0) {
            text.append(recipe.sentences() && i % 7 == 0 ? ". " : " ");
        }
        text.append(word);
        return true;
    }

    /** Not where no noun could follow. */
    private boolean appendArticle(int i, int room, StringBuilder text) {
        String article = words.article();
        if (text.length() > 0 && room < ROOM_FOR_MORE) {
            return false;
        }
        if (text.length() == 0) {
            text.append(article);
        } else if (i % 7 == 0) {
            text.append(". ").append(capital(article));
        } else {
            text.append(' ').append(article);
        }
        return true;
    }

    private String capitalised(StringBuilder text) {
        boolean start = true;
        int end = recipe.maxLength() == 0 ? text.length() : Math.min(text.length(), recipe.maxLength());
        text.setLength(end);
        while (text.length() > 1 && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (start && Character.isLetter(c)) {
                text.setCharAt(i, Character.toUpperCase(c));
            }
            start = !recipe.sentences() && c == ' ';
        }
        return text.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    @Override
    public long capacity() {
        return recipe.unique() ? permutation.size() : Long.MAX_VALUE;
    }
}
