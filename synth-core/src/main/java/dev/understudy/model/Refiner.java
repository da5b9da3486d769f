package dev.understudy.model;

import java.util.List;

/**
 * Tells rows that were drawn from those that were learned from: a row that looks drawn is drawn again, from one column of its
 * cascade to another, while all that stands before them stays.
 *
 * @param from     first column that is drawn again
 * @param to       column after the last one
 * @param features what the trees look at; none stands at {@code to} or after it
 * @param trees    together, the logarithm of the odds that a row with these columns, given all that stays, was learned from
 * @param sure     odds from which on a row is taken without a further draw; at least 1
 * @param told     share of kept-aside rows that a classifier told from drawn ones; 0.5 is chance
 * @param left     the same once rows were drawn by this
 */
public record Refiner(
        int from, int to, List<Feature> features, List<OddsTree> trees, double sure, double told, double left) {
    public Refiner {
        features = List.copyOf(features);
        trees = List.copyOf(trees);
    }

    /** True if rows can be judged only after the siblings before them. */
    public boolean looksBack() {
        return features.stream().anyMatch(Feature::looksBack);
    }

    /** The same with what it was found to be worth. */
    public Refiner with(double newTold, double newLeft) {
        return new Refiner(from, to, features, trees, sure, newTold, newLeft);
    }
}
