package dev.understudy.privacy;

/**
 * One statistic of one test.
 *
 * @param test      {@code P0} to {@code P6}
 * @param name      what was measured, with the group if it is not everybody
 * @param value     the statistic; NaN if it could not be measured
 * @param low       lower end of its 95 % interval, corrected for the number of attacks; NaN if it has none
 * @param high      upper end
 * @param n         families, rows or values of each side behind it
 * @param threshold what the lower end must not pass
 * @param verdict   what follows
 * @param note      why, for people; never a value of the data
 */
public record TestResult(
        String test,
        String name,
        double value,
        double low,
        double high,
        int n,
        double threshold,
        Verdict verdict,
        String note) {

    static TestResult inconclusive(String test, String name, int n, String note) {
        return new TestResult(
                test, name, Double.NaN, Double.NaN, Double.NaN, n, Double.NaN, Verdict.INCONCLUSIVE, note);
    }
}
