package dev.understudy.target;

import java.util.Objects;

/**
 * What the ledger keeps of a run.
 *
 * @param runId          unique in the target, at most 64 characters
 * @param version        of Understudy
 * @param modelDigest    of the model file
 * @param seed           of the generator
 * @param settingsDigest of everything else that decides the rows
 * @param settings       the same as a text that the run can be told again; empty if it cannot
 * @param runBy          who ran; empty if nobody knows
 * @param source         what the rows were learned from, without credentials; empty if only a model was at hand
 */
public record RunRecord(
        String runId,
        String version,
        String modelDigest,
        long seed,
        String settingsDigest,
        String settings,
        String runBy,
        String source) {
    /** A run of which nobody knows who ran it. */
    public RunRecord(String runId, String version, String modelDigest, long seed, String settingsDigest) {
        this(runId, version, modelDigest, seed, settingsDigest, "", "", "");
    }

    public RunRecord {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(version);
        Objects.requireNonNull(modelDigest);
        Objects.requireNonNull(settingsDigest);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(runBy);
        Objects.requireNonNull(source);
    }
}
