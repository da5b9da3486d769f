package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for values of a row that keep all rules at once where mending one rule after the other goes in circles: one column
 * of a broken rule gets the value that leaves the fewest rules broken, also if that is no improvement, and is then left
 * alone for some steps (min-conflicts with a tabu list; Minton et al. 1992, Glover 1989). At most {@value #STEPS} steps a
 * row; a row for which nothing is found is left as it broke the fewest rules. For one block and one thread.
 */
final class RuleSearch {
    private static final int STEPS = 60;
    /** Steps for which a column that was changed stays as it is. */
    private static final int REST = 3;
    /** Rows in a row without success after which a block gives up: no row will have any. */
    private static final int FAILURES = 50;

    private final RuleRow row;
    private final List<Rule> rules;
    private final List<List<Knob>> knobsOf;
    private final List<Knob> knobs;
    private final RuleTrials trials;
    private final Draws draws;
    private int failures;

    /** @param knobsOf what can be changed about each rule */
    RuleSearch(RuleRow row, List<Rule> rules, List<List<Knob>> knobsOf, Draws draws) {
        this.row = row;
        this.rules = rules;
        this.knobsOf = knobsOf;
        this.knobs = knobsOf.stream().flatMap(List::stream).distinct().toList();
        this.draws = draws.at("search");
        this.trials = new RuleTrials(row, this.draws);
    }

    /** @return whether the row, as it now stands, keeps all rules */
    boolean find() {
        if (failures >= FAILURES) {
            return false;
        }
        boolean found = search();
        failures = found ? 0 : failures + 1;
        return found;
    }

    private boolean search() {
        Map<Integer, Integer> resting = new HashMap<>();
        List<Knob.State> best = List.of();
        int fewest = Integer.MAX_VALUE;
        for (int step = 0; step < STEPS; step++) {
            List<Integer> broken = broken();
            if (broken.isEmpty()) {
                return true;
            }
            if (broken.size() < fewest) {
                best = knobs.stream()
                        .map(knob -> knob.save(row.block(), row.row()))
                        .toList();
                fewest = broken.size();
            }
            int rule = broken.get(draws.below(broken.size(), row.place(), step));
            int now = step;
            List<Knob> free = knobsOf.get(rule).stream()
                    .filter(knob -> resting.getOrDefault(knob.column(), 0) <= now)
                    .toList();
            for (Knob knob : free.isEmpty() ? knobsOf.get(rule) : move(rule, free, step)) {
                resting.put(knob.column(), step + REST);
            }
        }
        if (broken().isEmpty()) {
            return true;
        }
        for (int k = 0; k < best.size(); k++) {
            knobs.get(k).restore(row.block(), row.row(), best.get(k));
        }
        return false;
    }

    /** Takes the best single change. @return the column that was changed */
    private List<Knob> move(int rule, List<Knob> free, int step) {
        Knob best = null;
        Knob.State to = null;
        int fewest = Integer.MAX_VALUE;
        for (Knob knob : free) {
            Knob.State before = knob.save(row.block(), row.row());
            for (Runnable trial : trials.of(rules.get(rule).condition(), knob, step)) {
                trial.run();
                if (rules.get(rule).isKeptBy(row)) {
                    int left = broken().size();
                    if (left < fewest) {
                        best = knob;
                        to = knob.save(row.block(), row.row());
                        fewest = left;
                    }
                }
                knob.restore(row.block(), row.row(), before);
                if (fewest == 0) {
                    break;
                }
            }
        }
        if (best == null) {
            // No single value will do: any other one may open a way.
            best = free.get(draws.below(free.size(), row.place(), -1 - step));
            boolean gone = draws.below(2, row.place(), -1000 - step) == 0 && best.clear(row.block(), row.row());
            if (!gone) {
                best.fill(row.block(), row.row(), 1 + draws.below(1 << 16, row.place(), step));
            }
        } else {
            best.restore(row.block(), row.row(), to);
        }
        return List.of(best);
    }

    private List<Integer> broken() {
        List<Integer> broken = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            if (!rules.get(r).isKeptBy(row)) {
                broken.add(r);
            }
        }
        return broken;
    }
}
