package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.schema.rule.Condition;
import java.util.ArrayList;
import java.util.List;

/** Values of one column of a row with which a condition may come true. For one block and one thread. */
final class RuleTrials {
    private static final int MOST_LABELS = 300;
    private static final int MOST_TARGETS = 300;
    private static final int FILLS = 4;

    private final RuleRow row;
    private final Draws draws;

    RuleTrials(RuleRow row, Draws draws) {
        this.row = row;
        this.draws = draws;
    }

    /**
     * Changes of the row, each of them one value; the caller puts the value back that was there before.
     *
     * @param round another number gives other values, or another order
     */
    List<Runnable> of(Condition condition, Knob knob, int round) {
        List<Runnable> trials = new ArrayList<>();
        Block block = row.block();
        int at = row.row();
        if (knob instanceof Knob.Number number) {
            int rotation = draws.below(1 << 16, row.place(), round);
            for (long candidate : Candidates.of(condition, number, row, rotation)) {
                trials.add(() -> number.set(block, at, candidate));
            }
        } else if (knob instanceof Knob.Label label) {
            for (String text : TextCandidates.of(condition, knob.column(), row, draws, 64L * row.place() + round)) {
                trials.add(() -> label.set(block, at, text));
            }
            int n = label.codec().labels().size() + 1;
            int start = draws.below(n, row.place(), round);
            for (int i = 0; i < Math.min(n, MOST_LABELS); i++) {
                int choice = (start + i) % n;
                trials.add(() -> label.choose(block, at, choice));
            }
        } else if (knob instanceof Knob.Link link) {
            int n = (int) Math.min(MOST_TARGETS, link.choices());
            for (int i = 0; i < n; i++) {
                int attempt = i;
                trials.add(() -> link.choose(block, at, attempt));
            }
        }
        for (int attempt = 0; attempt < FILLS; attempt++) {
            int number = 1 + draws.below(1 << 16, row.place(), 8L * round + attempt);
            trials.add(() -> knob.fill(block, at, number));
        }
        trials.add(() -> knob.clear(block, at));
        return trials;
    }
}
