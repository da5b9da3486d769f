package dev.understudy.read;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.time.Duration;

/** Until when a snapshot may be held. Immutable. */
public final class Deadline {
    private final Duration allowed;
    private final long endNanos;

    private Deadline(Duration allowed, long endNanos) {
        this.allowed = allowed;
        this.endNanos = endNanos;
    }

    public static Deadline in(Duration allowed) {
        return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
    }

    /** @throws UnderstudyException once the time is over */
    public void check() {
        if (System.nanoTime() - endNanos > 0) {
            throw new UnderstudyException(
                    Problem.FAILED,
                    "The snapshot of the source was held for %d min, its limit. Raise snapshot.max-duration, or select fewer tables."
                            .formatted(allowed.toMinutes()));
        }
    }
}
