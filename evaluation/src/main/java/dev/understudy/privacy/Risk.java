package dev.understudy.privacy;

/**
 * How much more often an attack succeeds on families that were learned than on others, as a share of what the others leave
 * to be found: (a − b) / (1 − b), from rates by Wilson's intervals.
 *
 * <p>Source: Giomi et al. (2023), A unified framework for quantifying privacy risk in synthetic data (Anonymeter).
 *
 * @param value in [-∞, 1]; 0 for no risk
 * @param half  half the width of its 95 % interval
 * @param chance of such a difference if there were no risk, by Fisher's test; the interval is too narrow near certainty
 */
record Risk(double value, double half, double chance) {
    /** Lowest lower end that a release may have. */
    static final double MOST = 0.05;

    private static final double LEAST_CHANCE = 0.01;

    static Risk of(double hits, double n, double otherHits, double otherN) {
        double a = Odds.wilsonMiddle(hits, n);
        double b = Odds.wilsonMiddle(otherHits, otherN);
        double left = Math.max(1e-9, 1 - b);
        double first = Odds.wilsonHalf(hits, n) / left;
        double second = (1 - a) * Odds.wilsonHalf(otherHits, otherN) / (left * left);
        return new Risk(
                (a - b) / left,
                Math.sqrt(first * first + second * second),
                Odds.fisher((int) hits, (int) n, (int) otherHits, (int) otherN));
    }

    TestResult result(String test, String name, int n, String note) {
        double low = value - half;
        return new TestResult(
                test,
                name,
                value,
                low,
                Math.min(1, value + half),
                n,
                MOST,
                low > MOST && chance < LEAST_CHANCE ? Verdict.FAIL : Verdict.PASS,
                note);
    }
}
