package dev.understudy.learn;

import dev.understudy.random.Draws;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of some rows, whole families together, so that columns of a row and of its owner can be compared.
 *
 * <p>At most 4,000 rows a column; which families they are does not depend on the column or table. Lives in memory while the
 * model is learned, like the sample of meanings.
 */
final class SampledTexts {
    private static final int MOST_ROWS = 4_000;
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_OF_A_DOCUMENT = 4_000;

    private Map<Integer, String> texts = new TreeMap<>();
    private Map<Integer, Long> families = new TreeMap<>();
    private int bits;

    void add(int row, long family, String text) {
        long mixed = Draws.mix(family);
        if (text.length() > (isDocument(text) ? MOST_OF_A_DOCUMENT : MOST_CHARACTERS) || !isChosen(mixed)) {
            return;
        }
        texts.put(row, text);
        families.put(row, mixed);
        while (texts.size() > MOST_ROWS) {
            bits++;
            families.values().removeIf(one -> !isChosen(one));
            texts.keySet().retainAll(families.keySet());
        }
    }

    private static boolean isDocument(String text) {
        return !text.isEmpty() && "{[<".indexOf(text.charAt(0)) >= 0;
    }

    private boolean isChosen(long mixed) {
        return bits == 0 || mixed >>> 64 - bits == 0;
    }

    /** Null for a row that was not kept, or has no text. */
    String at(int row) {
        return texts.get(row);
    }

    Iterable<Integer> rows() {
        return texts.keySet();
    }

    int size() {
        return texts.size();
    }

    /** @param order old row number of each new row */
    void reorder(int[] order) {
        Map<Integer, String> moved = new TreeMap<>();
        Map<Integer, Long> movedFamilies = new TreeMap<>();
        for (int row = 0; row < order.length; row++) {
            if (texts.containsKey(order[row])) {
                moved.put(row, texts.get(order[row]));
                movedFamilies.put(row, families.get(order[row]));
            }
        }
        texts = moved;
        families = movedFamilies;
    }
}
