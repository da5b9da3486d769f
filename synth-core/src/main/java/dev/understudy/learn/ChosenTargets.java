package dev.understudy.learn;

import dev.understudy.schema.ForeignKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows make up the degree of a target: those that choose it, if how often each then comes again is a matter of who comes; all of
 * them, if it is one of the target, as all players of a team that wins play again.
 */
final class ChosenTargets {
    /** Variation between targets, beside that of who comes, from which on it is the target that makes them come again. */
    private static final double MOST_DISPERSION = 2;

    private ChosenTargets() {}

    /** Targets of the rows of a link that count; the others have {@link TableSample#OUTSIDE}. */
    static int[] of(TableContext context, ForeignKey link) {
        TableSample sample = context.samples().get(link.child());
        int[] targets = sample.targets(link.name());
        RepeatedTargets repeated = RepeatedTargets.of(context, link, Optional.empty());
        if (!repeated.areWorthTelling()) {
            return targets;
        }
        int[] fresh = repeated.fresh(targets);
        return dispersion(
                                sample,
                                targets,
                                fresh,
                                context.samples().get(link.parent()).rows())
                        > MOST_DISPERSION
                ? targets
                : fresh;
    }

    /**
     * Variation of how often targets are repeated, over what it would be if each who chooses one came again by themselves; about 1
     * then.
     *
     * @param targets of all rows @param fresh of those that choose one
     */
    private static double dispersion(TableSample sample, int[] targets, int[] fresh, int rows) {
        int[] repeats = new int[targets.length];
        Map<Integer, Integer> chosen = new HashMap<>();
        for (int row = 0; row < targets.length; row++) {
            if (sample.position()[row] == 0) {
                chosen.clear();
            }
            if (fresh[row] >= 0) {
                chosen.put(fresh[row], row);
            } else if (targets[row] >= 0 && chosen.containsKey(targets[row])) {
                repeats[chosen.get(targets[row])]++;
            }
        }
        double[] of = new double[rows];
        double[] choosing = new double[rows];
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < fresh.length; row++) {
            if (fresh[row] >= 0) {
                of[fresh[row]] += repeats[row];
                choosing[fresh[row]]++;
                n++;
                sum += repeats[row];
                squares += (double) repeats[row] * repeats[row];
            }
        }
        double mean = sum / Math.max(1, n);
        double variance = squares / Math.max(1, n) - mean * mean;
        double between = 0;
        for (int target = 0; target < rows; target++) {
            double off = of[target] - mean * choosing[target];
            between += off * off;
        }
        return variance * n == 0
                ? 0
                : between / (variance * Arrays.stream(choosing).sum());
    }
}
