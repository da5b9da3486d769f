package dev.understudy.privacy;

import java.util.List;

/**
 * How the suite works.
 *
 * @param k         families that must share what is no secret
 * @param sensitive columns of a subject that nobody should infer; empty for its first five
 * @param groups    columns of a subject whose labels part it into groups that need protection of their own
 * @param seed      start of every random choice
 */
public record PrivacySettings(int k, List<String> sensitive, List<String> groups, long seed) {
    public PrivacySettings {
        sensitive = List.copyOf(sensitive);
        groups = List.copyOf(groups);
    }
}
