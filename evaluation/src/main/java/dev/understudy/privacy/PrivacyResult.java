package dev.understudy.privacy;

import java.util.List;

/**
 * What the suite says of the families of one subject.
 *
 * @param subject   table that families start with
 * @param verdict   the worst of all tests; INCONCLUSIVE if a control was missed
 * @param reason    why, in one sentence
 * @param learned   families that were learned from; 0 without a hold-out
 * @param heldOut   families that nothing was made from
 * @param reference families that attacks were chosen by
 * @param tests     all statistics
 * @param controls  what the suite says of data of which the truth is known
 * @param curves    of the attacks
 * @param distances from synthetic families to learned and held-out ones
 */
public record PrivacyResult(
        String subject,
        Verdict verdict,
        String reason,
        int learned,
        int heldOut,
        int reference,
        List<TestResult> tests,
        List<Control> controls,
        List<Curve> curves,
        Distances distances) {
    public PrivacyResult {
        tests = List.copyOf(tests);
        controls = List.copyOf(controls);
        curves = List.copyOf(curves);
    }

    /**
     * A control.
     *
     * @param name   what was done
     * @param passed true if the suite said what is true
     * @param said   what it said
     */
    public record Control(String name, boolean passed, String said) {}

    /**
     * Rates of an attack.
     *
     * @param name   its name and group
     * @param points pairs of (share of held-out families accused, share of learned families found)
     */
    public record Curve(String name, double[][] points) {}

    /**
     * @param upper   upper end of 20 equal bins; the last holds all beyond it
     * @param learned share of synthetic families per bin, by distance to the nearest learned family
     * @param heldOut likewise to the nearest held-out family
     */
    public record Distances(double upper, double[] learned, double[] heldOut) {}

    /** The tests of one letter together. */
    public Verdict verdictOf(String test) {
        return tests.stream()
                .filter(result -> result.test().equals(test))
                .map(TestResult::verdict)
                .reduce(Verdict::worse)
                .orElse(Verdict.INCONCLUSIVE);
    }
}
