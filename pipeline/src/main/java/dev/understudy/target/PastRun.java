package dev.understudy.target;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as the ledger has it.
 *
 * @param record     what it was told
 * @param situation  how it loaded: {@code FRESH}, {@code EMPTY} or {@code REPLACED}
 * @param state      how far it came
 * @param reason     why it failed, or empty
 * @param finishedAt empty while it runs, and for ever if it was cut off
 */
public record PastRun(
        RunRecord record,
        Situation situation,
        RunState state,
        String reason,
        Instant startedAt,
        Optional<Instant> finishedAt) {}
