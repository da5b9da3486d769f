package dev.understudy.report;

import dev.understudy.privacy.Verdict;

/**
 * A condition of a release.
 *
 * @param name      {@code fidelity}, {@code utility} or {@code privacy}
 * @param value     what was measured; NaN where it is a verdict
 * @param threshold what was asked for; NaN where it is a verdict
 * @param verdict   whether it holds
 * @param stops     true if the run must end with status 6
 */
public record Gate(String name, double value, double threshold, Verdict verdict, boolean stops) {}
