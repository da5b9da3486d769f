package dev.understudy.target;

import java.util.List;
import java.util.Objects;

/**
 * How a run ended in its target.
 *
 * @param verification what was checked, and what is broken
 * @param failures     objects of the schema that the target now lacks
 * @param kept         false if the old rows were left in place because the new ones break a constraint
 */
public record TargetOutcome(Verification verification, List<Failure> failures, boolean kept) {
    /**
     * @param object what could not be made
     * @param reason one line, without values
     */
    public record Failure(String object, String reason) {}

    public TargetOutcome {
        Objects.requireNonNull(verification);
        failures = List.copyOf(failures);
    }
}
