package dev.understudy.learn;

import dev.understudy.encode.LabelCodec;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.PooledRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often values come back that too few families share to be kept: article numbers, companies, addresses of the net. New
 * ones then repeat as theirs do.
 *
 * <p>Kept are the number of different values, rounded to two digits, and which share of rows the more frequent ones have, in
 * 1/1,024; no value, and no count of one.
 */
final class RareValues {
    /** Above this share of different values, repetition is chance. */
    private static final double MOSTLY_DISTINCT = 0.8;

    private static final int FEWEST_ROWS = 50;

    private RareValues() {}

    /** {@code recipe}, or one that repeats its texts as often as the source does. */
    static TextRecipe repeated(TextRecipe recipe, Meaning meaning, TextSample texts, EncodedColumn coded) {
        if (!mayRepeat(meaning) || recipe instanceof TextRecipe.ComposedRecipe) {
            return recipe;
        }
        int rare = ((LabelCodec) coded.codec()).rare();
        Map<Long, Integer> counts = new HashMap<>();
        int rows = 0;
        for (int row = 0; row < coded.codes().length; row++) {
            if ((coded.codes()[row] & 0xFFFF) == rare) {
                counts.merge(texts.hashes()[row], 1, Integer::sum);
                rows++;
            }
        }
        if (rows < FEWEST_ROWS || counts.size() > MOSTLY_DISTINCT * rows) {
            return recipe;
        }
        int[] ascending =
                counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        List<Integer> shares = new ArrayList<>();
        int from = 0;
        for (double rank : PooledRecipe.RANKS) {
            int to = Math.max(from, (int) Math.round(rank * ascending.length));
            int sum = Arrays.stream(ascending, ascending.length - to, ascending.length - from)
                    .sum();
            shares.add((int) Math.round((double) sum * TextRecipe.WEIGHT_PARTS / rows));
            from = to;
        }
        return new PooledRecipe(recipe, rounded(counts.size()), shares);
    }

    private static int rounded(int number) {
        int unit = (int) Math.pow(10, Math.max(0, Math.floor(Math.log10(number)) - 1));
        return Math.max(1, Math.round((float) number / unit) * unit);
    }

    /** Persons and places are repeated by who they are. */
    private static boolean mayRepeat(Meaning meaning) {
        return switch (meaning) {
            case OTHER,
                    CODE,
                    COMPANY,
                    PRODUCT,
                    TITLE,
                    DESCRIPTION,
                    URL,
                    HOST,
                    SLUG,
                    FILE_NAME,
                    FILE_PATH,
                    USER_AGENT,
                    DIGEST,
                    VERSION,
                    EAN,
                    ISBN,
                    ISIN,
                    NUMBER_TEXT,
                    IP,
                    MAC,
                    NETWORK,
                    UUID -> true;
            default -> false;
        };
    }
}
