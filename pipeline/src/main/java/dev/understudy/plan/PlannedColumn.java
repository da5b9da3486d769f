package dev.understudy.plan;

import dev.understudy.semantic.Meaning;
import java.util.Objects;

/**
 * A column whose meaning is known.
 *
 * @param name     of the column
 * @param meaning  what its strings stand for
 * @param confidence 0 to 1; 1 for what the operator said
 * @param evidence where that comes from, for people: {@code name and 100 % of 59 sampled values}
 */
public record PlannedColumn(String name, Meaning meaning, double confidence, String evidence) {
    public PlannedColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(meaning);
        Objects.requireNonNull(evidence);
    }
}
