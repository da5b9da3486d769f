package dev.understudy.semantic;

import java.util.Objects;

/**
 * What a column was taken for, and why.
 *
 * @param meaning    never {@link Meaning#OTHER}
 * @param share      share of the distinct sampled values that fit, 0 to 1
 * @param confidence 0 to 1: the share, less where only the name or only the values speak for it
 * @param evidence   for people, free of values: {@code name and 100 % of 59 sampled values}
 */
public record ColumnMeaning(Meaning meaning, double share, double confidence, String evidence) {
    public ColumnMeaning {
        Objects.requireNonNull(meaning);
        Objects.requireNonNull(evidence);
    }
}
