package dev.understudy.learn;

import dev.understudy.data.LongArray;
import dev.understudy.semantic.TextObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each row's text is, and its first different words as numbers, so that topics can be told from them later.
 *
 * <p>Bounded: 16 words a row, 20,000 different words; later ones are not taken in. Some 50 bytes a row of at least four words,
 * nothing for words of shorter texts. Lives in memory while the model is learned.
 */
final class RowWords {
    private static final int WORDS = 16;
    private static final int MOST_WORDS = 20_000;
    private static final int FEWEST_WORDS = 4;
    private static final int SHORTEST = 2;
    private static final int MOST_CHARACTERS = 400;
    private static final char[] NONE = {};

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final LongArray raw = new LongArray();
    private List<char[]> byRow = new ArrayList<>();
    private long[] lengths;

    /** Adds the next row. @param text "" for none */
    void add(String text) {
        raw.add(text.length());
        char[] found = numbers(text);
        if (found.length > 0) {
            while (byRow.size() < raw.size() - 1) {
                byRow.add(NONE);
            }
            byRow.add(found);
        }
    }

    private char[] numbers(String text) {
        // Most texts are names and codes; they must not cost a split.
        if (blanks(text) < FEWEST_WORDS - 1) {
            return NONE;
        }
        String[] parts = text.substring(0, Math.min(MOST_CHARACTERS, text.length()))
                .strip()
                .split("\\s+");
        if (parts.length < FEWEST_WORDS) {
            return NONE;
        }
        char[] found = new char[WORDS];
        int n = 0;
        for (int i = 0; i < parts.length && n < WORDS; i++) {
            String word = TextObserver.bare(parts[i]);
            Integer number = word.length() < SHORTEST ? null : number(word);
            if (number != null && !holds(found, n, number)) {
                found[n++] = (char) number.intValue();
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static int blanks(String text) {
        int blanks = 0;
        for (int i = 0; i < text.length() && blanks < FEWEST_WORDS; i++) {
            blanks += Character.isWhitespace(text.charAt(i)) ? 1 : 0;
        }
        return blanks;
    }

    private Integer number(String word) {
        Integer known = numbers.get(word);
        if (known == null && words.size() < MOST_WORDS) {
            known = words.size();
            numbers.put(word, known);
            words.add(word);
        }
        return known;
    }

    private static boolean holds(char[] found, int n, int number) {
        for (int i = 0; i < n; i++) {
            if (found[i] == number) {
                return true;
            }
        }
        return false;
    }

    /** Characters by row; 0 where there is no text. */
    long[] lengths() {
        if (lengths == null) {
            lengths = raw.take();
        }
        return lengths;
    }

    /** Numbers of the words of a row, each once. */
    char[] at(int row) {
        return row < byRow.size() ? byRow.get(row) : NONE;
    }

    /** All words, by number. */
    List<String> words() {
        return words;
    }

    /** @param order old row number of each new row */
    void reorder(int[] order) {
        long[] old = lengths();
        long[] moved = new long[order.length];
        List<char[]> movedWords = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            moved[i] = old[order[i]];
            movedWords.add(at(order[i]));
        }
        lengths = moved;
        byRow = byRow.isEmpty() ? byRow : movedWords;
    }
}
