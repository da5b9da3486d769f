package dev.understudy.read;

import java.time.Duration;

/**
 * How a snapshot is held.
 *
 * @param readers      connections that may read side by side, where the vendor can share a snapshot; 1 to 64
 * @param lockTimeout  how long to wait for the shared lock on a table before giving up
 * @param maxDuration  how long the snapshot may be held: a long one keeps a busy server from cleaning up
 */
public record SnapshotSettings(int readers, Duration lockTimeout, Duration maxDuration) {
    private static final int MOST_READERS = 64;

    public static final SnapshotSettings DEFAULT =
            new SnapshotSettings(2, Duration.ofSeconds(5), Duration.ofMinutes(60));

    public SnapshotSettings {
        if (readers < 1 || readers > MOST_READERS) {
            throw new IllegalArgumentException("readers must be 1 to %d, not %d.".formatted(MOST_READERS, readers));
        }
        if (lockTimeout.isNegative() || maxDuration.isNegative() || maxDuration.isZero()) {
            throw new IllegalArgumentException("Durations of a snapshot must be positive.");
        }
    }

    public SnapshotSettings withReaders(int newReaders) {
        return new SnapshotSettings(newReaders, lockTimeout, maxDuration);
    }

    public SnapshotSettings withMaxDuration(Duration newMaxDuration) {
        return new SnapshotSettings(readers, lockTimeout, newMaxDuration);
    }
}
