package dev.understudy.cli.config;

import dev.understudy.drift.DriftLimits;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.report.GateSettings;
import java.util.List;

/** What a configuration says a release must meet, and what counts as drift. */
public final class GateEntries {
    private GateEntries() {}

    /** @throws UnderstudyException with {@code USAGE} for an unknown word, or a share that is none */
    public static GateSettings gates(Configuration.Gates told) {
        String privacy = told.privacy() == null
                ? "no-fail"
                : Words.oneOf(told.privacy(), List.of("no-fail", "pass", "show"), "gates.privacy");
        return new GateSettings(
                share(told.fidelity(), "gates.fidelity"),
                share(told.utility(), "gates.utility"),
                privacy.equals("pass"),
                !privacy.equals("show"));
    }

    /** @throws UnderstudyException with {@code USAGE} for a number that is out of its range */
    public static DriftLimits drift(Configuration.Drift told) {
        DriftLimits standard = DriftLimits.DEFAULT;
        return new DriftLimits(
                told.spread() == null ? standard.spread() : share(told.spread(), "drift.spread"),
                told.missing() == null ? standard.missing() : share(told.missing(), "drift.missing"),
                atLeastZero(told.rows(), standard.rows(), "drift.rows"));
    }

    private static double atLeastZero(Double told, double standard, String where) {
        if (told != null && !(told >= 0)) {
            throw new UnderstudyException(Problem.USAGE, "%s is %s; it must be at least 0.".formatted(where, told));
        }
        return told == null ? standard : told;
    }

    private static double share(Double told, String where) {
        if (told != null && !(told >= 0 && told <= 1)) {
            throw new UnderstudyException(Problem.USAGE, "%s is %s; it must be 0 to 1.".formatted(where, told));
        }
        return told == null ? Double.NaN : told;
    }
}
