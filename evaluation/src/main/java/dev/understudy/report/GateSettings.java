package dev.understudy.report;

import dev.understudy.privacy.OtherTables;
import dev.understudy.privacy.PrivacyResult;
import dev.understudy.privacy.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release must meet.
 *
 * @param fidelity     least overall score, in [0, 1]; NaN for none
 * @param utility      least ratio of classifiers trained on synthetic to those trained on real rows; NaN for none
 * @param privacyPass  true if only PASS will do; false if FAIL alone stops
 * @param privacyAsked false if privacy is shown but stops nothing
 */
public record GateSettings(double fidelity, double utility, boolean privacyPass, boolean privacyAsked) {
    /** Only a privacy test that fails stops. */
    public static final GateSettings DEFAULT = new GateSettings(Double.NaN, Double.NaN, false, true);

    List<Gate> gates(double overall, double ratio, List<PrivacyResult> privacy) {
        List<Gate> gates = new ArrayList<>();
        if (!Double.isNaN(fidelity)) {
            gates.add(least("fidelity", overall, fidelity));
        }
        if (!Double.isNaN(utility)) {
            gates.add(least("utility", ratio, utility));
        }
        Verdict verdict = privacy.stream()
                .map(PrivacyResult::verdict)
                .reduce(Verdict::worse)
                .orElse(Verdict.INCONCLUSIVE);
        if (privacy.stream().allMatch(result -> result.subject().equals(OtherTables.NAME))) {
            // Nobody's families were attacked.
            verdict = verdict.worse(Verdict.INCONCLUSIVE);
        }
        boolean stops = privacyAsked && (verdict == Verdict.FAIL || privacyPass && verdict != Verdict.PASS);
        gates.add(new Gate("privacy", Double.NaN, Double.NaN, verdict, stops));
        return gates;
    }

    private static Gate least(String name, double value, double threshold) {
        Verdict verdict = Double.isNaN(value) ? Verdict.INCONCLUSIVE : value >= threshold ? Verdict.PASS : Verdict.FAIL;
        return new Gate(name, value, threshold, verdict, verdict == Verdict.FAIL);
    }
}
