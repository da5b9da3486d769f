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
 */
public record RunRecord(String runId, String version, String modelDigest, long seed, String settingsDigest) {
    public RunRecord {
        Objects.requireNonNull(runId);
        Objects.requireNonNull(version);
        Objects.requireNonNull(modelDigest);
        Objects.requireNonNull(settingsDigest);
    }
}
