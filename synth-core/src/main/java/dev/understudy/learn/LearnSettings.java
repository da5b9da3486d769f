package dev.understudy.learn;

import dev.understudy.semantic.LocaleGuess;

/**
 * How a model is learned.
 *
 * @param k        families that must share whatever is kept; 5 to 1,000
 * @param capacity how much a model may hold
 * @param limits   how much learning may take
 * @param seed     start of every random choice while learning
 * @param threads  worker threads; the model does not depend on them
 * @param learners what learns how columns are spread
 * @param locale   where made-up people live, one of {@link LocaleGuess#known()}
 * @param refined  whether rows are drawn for a trial, to learn which of them look drawn
 */
public record LearnSettings(
        int k,
        Capacity capacity,
        LearnLimits limits,
        long seed,
        int threads,
        Learners learners,
        String locale,
        boolean refined) {
    public static final LearnSettings DEFAULT = new LearnSettings(
            10,
            Capacity.DEFAULT,
            LearnLimits.DEFAULT,
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
        return new LearnSettings(newK, capacity, limits, seed, threads, learners, locale, refined);
    }

    public LearnSettings withSeed(long newSeed) {
        return new LearnSettings(k, capacity, limits, newSeed, threads, learners, locale, refined);
    }

    public LearnSettings withThreads(int newThreads) {
        return new LearnSettings(k, capacity, limits, seed, newThreads, learners, locale, refined);
    }

    public LearnSettings withLocale(String newLocale) {
        return new LearnSettings(k, capacity, limits, seed, threads, learners, newLocale, refined);
    }

    public LearnSettings with(Capacity other) {
        return new LearnSettings(k, other, limits, seed, threads, learners, locale, refined);
    }

    public LearnSettings with(LearnLimits other) {
        return new LearnSettings(k, capacity, other, seed, threads, learners, locale, refined);
    }

    public LearnSettings with(Learners other) {
        return new LearnSettings(k, capacity, limits, seed, threads, other, locale, refined);
    }

    /** @param also whether rows that look drawn are to be told */
    public LearnSettings refined(boolean also) {
        return new LearnSettings(k, capacity, limits, seed, threads, learners, locale, also);
    }
}
