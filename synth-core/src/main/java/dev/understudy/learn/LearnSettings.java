package dev.understudy.learn;

import dev.understudy.semantic.LocaleGuess;

/**
 * How a model is learned.
 *
 * @param k            families that must share whatever is kept; 5 to 1,000
 * @param trees        trees a column; 1 to 64
 * @param leafRows     fewest rows of a leaf; at least 5
 * @param depth        most splits from root to leaf; 0 to 20
 * @param leaves       most leaves of a tree; at least 1
 * @param features     most features a column is screened down to; 1 to 64
 * @param sampleRows   most rows of a table held in memory; beyond, whole families are left out
 * @param trainingRows most rows that a column's trees are grown from
 * @param seed         start of every random choice while learning
 * @param threads      worker threads; the model does not depend on them
 * @param learners     what learns how columns are spread
 * @param locale       where made-up people live, one of {@link LocaleGuess#known()}
 * @param refined      whether rows are drawn for a trial, to learn which of them look drawn
 */
public record LearnSettings(
        int k,
        int trees,
        int leafRows,
        int depth,
        int leaves,
        int features,
        long sampleRows,
        int trainingRows,
        long seed,
        int threads,
        Learners learners,
        String locale,
        boolean refined) {
    public static final LearnSettings DEFAULT = new LearnSettings(
            10,
            2,
            20,
            16,
            4096,
            48,
            2_000_000,
            200_000,
            42,
            Runtime.getRuntime().availableProcessors(),
            Learners.DEFAULT,
            LocaleGuess.AUTO,
            false);

    public LearnSettings {
        if (k < 5 || k > 1000) {
            throw new IllegalArgumentException("k is %d; it must be 5 to 1000.".formatted(k));
        }
    }

    public LearnSettings withK(int newK) {
        return new LearnSettings(
                newK,
                trees,
                leafRows,
                depth,
                leaves,
                features,
                sampleRows,
                trainingRows,
                seed,
                threads,
                learners,
                locale,
                refined);
    }

    public LearnSettings withThreads(int newThreads) {
        return new LearnSettings(
                k,
                trees,
                leafRows,
                depth,
                leaves,
                features,
                sampleRows,
                trainingRows,
                seed,
                newThreads,
                learners,
                locale,
                refined);
    }

    public LearnSettings withSampleRows(long rows) {
        return new LearnSettings(
                k,
                trees,
                leafRows,
                depth,
                leaves,
                features,
                rows,
                trainingRows,
                seed,
                threads,
                learners,
                locale,
                refined);
    }

    public LearnSettings withLocale(String newLocale) {
        return new LearnSettings(
                k,
                trees,
                leafRows,
                depth,
                leaves,
                features,
                sampleRows,
                trainingRows,
                seed,
                threads,
                learners,
                newLocale,
                refined);
    }

    public LearnSettings with(Learners other) {
        return new LearnSettings(
                k,
                trees,
                leafRows,
                depth,
                leaves,
                features,
                sampleRows,
                trainingRows,
                seed,
                threads,
                other,
                locale,
                refined);
    }

    /** @param also whether rows that look drawn are to be told */
    public LearnSettings refined(boolean also) {
        return new LearnSettings(
                k,
                trees,
                leafRows,
                depth,
                leaves,
                features,
                sampleRows,
                trainingRows,
                seed,
                threads,
                learners,
                locale,
                also);
    }
}
