package dev.understudy.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A kind of warning that the operator knows of, and accepts.
 *
 * @param id     of the warnings
 * @param object name or pattern of their objects; empty for all of them
 * @param reason why, for whoever reads the plan next; not empty
 */
public record Acknowledgement(String id, String object, String reason) {
    private static final String UNUSED = "acknowledged-nothing";

    public Acknowledgement {
        Objects.requireNonNull(id);
        Objects.requireNonNull(object);
        Objects.requireNonNull(reason);
    }

    /** True for what {@link #unused} tells. */
    public static boolean isUnused(Warning warning) {
        return warning.id().equals(UNUSED);
    }

    private boolean covers(Warning warning) {
        return warning.id().equals(id) && (object.isEmpty() || new Glob(object).matches(warning.object()));
    }

    /** The same warnings, each with the reason for which it was acknowledged; the first acknowledgement counts. */
    public static List<Warning> apply(List<Acknowledgement> known, List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> known.stream()
                        .filter(one -> one.covers(warning))
                        .findFirst()
                        .map(one -> warning.acknowledged(one.reason()))
                        .orElse(warning))
                .toList();
    }

    /** A warning for each acknowledgement that none of some warnings needs any more, so that none outlives its cause unseen. */
    public static List<Warning> unused(List<Acknowledgement> known, List<Warning> warnings) {
        List<Warning> unused = new ArrayList<>();
        for (Acknowledgement one : known) {
            if (warnings.stream().noneMatch(one::covers)) {
                unused.add(
                        new Warning(
                                UNUSED,
                                one.id() + (one.object().isEmpty() ? "" : " at " + one.object()),
                                "is acknowledged in the configuration, but this plan has no such warning. If no run has it either, take the entry out, or mend its spelling."));
            }
        }
        return unused;
    }
}
