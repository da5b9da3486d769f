package dev.understudy.learn;

import dev.understudy.encode.LabelCodec;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.PooledRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

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
    private static final int MOST_FOR_ONE = 8;

    private RareValues() {}

    /** {@code recipe}, or one that repeats its texts as often as the source does. */
    static TextRecipe repeated(TextRecipe recipe, Meaning meaning, TextSample texts, EncodedColumn coded) {
        if (!mayRepeat(meaning) || recipe instanceof TextRecipe.ComposedRecipe) {
            return recipe;
        }
        int rare = ((LabelCodec) coded.codec()).rare();
        return pool(recipe, texts, row -> (coded.codes()[row] & 0xFFFF) == rare)
                .map(TextRecipe.class::cast)
                .orElse(recipe);
    }

    /** A pool with the frequencies that texts have in some rows; empty where too few come back. */
    static Optional<PooledRecipe> pool(TextRecipe of, TextSample texts, IntPredicate some) {
        Map<Long, Integer> counts = new HashMap<>();
        int rows = 0;
        for (int row = 0; row < texts.hashes().length; row++) {
            if (some.test(row)) {
                counts.merge(texts.hashes()[row], 1, Integer::sum);
                rows++;
            }
        }
        if (rows < FEWEST_ROWS || counts.size() > MOSTLY_DISTINCT * rows) {
            return Optional.empty();
        }
        double[] expected = expected(counts.values());
        List<Integer> shares = new ArrayList<>();
        int from = 0;
        for (double rank : PooledRecipe.RANKS) {
            int to = Math.max(from, (int) Math.round(rank * expected.length));
            double sum = Arrays.stream(expected, from, to).sum();
            shares.add((int) Math.round(sum * TextRecipe.WEIGHT_PARTS / rows));
            from = to;
        }
        return Optional.of(new PooledRecipe(of, rounded(expected.length), shares));
    }

    /**
     * How often each member of a pool is to be drawn, in the mean, most frequent first, so that about as many different ones
     * come out as there are counts: rows draw independently, and miss many a member that has one row. In the place of values
     * with one row there are more with less.
     */
    private static double[] expected(Collection<Integer> counts) {
        double[] several = counts.stream()
                .filter(count -> count > 1)
                .mapToDouble(Integer::doubleValue)
                .map(count -> -count)
                .sorted()
                .map(count -> -count)
                .toArray();
        int single = counts.size() - several.length;
        double drawn = Arrays.stream(several).map(count -> 1 - Math.exp(-count)).sum();
        int members = single;
        while (members < MOST_FOR_ONE * single
                && drawn + members * (1 - Math.exp(-(double) single / members)) < counts.size()) {
            members += Math.max(1, single / 8);
        }
        double[] expected = Arrays.copyOf(several, several.length + members);
        Arrays.fill(expected, several.length, expected.length, single / (double) Math.max(1, members));
        return expected;
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
