package dev.understudy.report;

import java.util.List;

/**
 * How data are judged. Classifiers get one thread each: threads of the library that wait for each other cost more than they
 * save on samples of this size.
 *
 * @param k              families that must share whatever is shown
 * @param targets        {@code table.column} of what classifiers predict; empty to choose
 * @param sensitive      columns of a subject that nobody should infer; empty for its first ones
 * @param groups         columns of a subject whose labels part it into groups that need protection of their own
 * @param gates          what a release must meet
 * @param classifierRows most rows of each side that a two-sample classifier sees
 * @param classified     most tables that classifiers judge, largest first
 * @param seed           start of every random choice
 */
public record JudgeSettings(
        int k,
        List<String> targets,
        List<String> sensitive,
        List<String> groups,
        GateSettings gates,
        int classifierRows,
        int classified,
        long seed) {
    public static final JudgeSettings DEFAULT =
            new JudgeSettings(10, List.of(), List.of(), List.of(), GateSettings.DEFAULT, 3_000, 20, 42);

    public JudgeSettings {
        targets = List.copyOf(targets);
        sensitive = List.copyOf(sensitive);
        groups = List.copyOf(groups);
    }

    public JudgeSettings withGates(GateSettings newGates) {
        return new JudgeSettings(k, targets, sensitive, groups, newGates, classifierRows, classified, seed);
    }
}
