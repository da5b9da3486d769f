package dev.understudy.learn;

import dev.understudy.model.Feature;
import java.util.List;

/**
 * What a forest may look at, row by row.
 *
 * @param features the features
 * @param groups   per feature, the group of each row
 * @param counts   per feature, its number of groups
 * @param ordered  per feature, whether the order of its groups means something
 */
record Candidates(List<Feature> features, byte[][] groups, int[] counts, boolean[] ordered) {
    Candidates choose(int[] which) {
        byte[][] chosen = new byte[which.length][];
        int[] chosenCounts = new int[which.length];
        boolean[] chosenOrdered = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            chosen[i] = groups[which[i]];
            chosenCounts[i] = counts[which[i]];
            chosenOrdered[i] = ordered[which[i]];
        }
        return new Candidates(
                java.util.Arrays.stream(which).mapToObj(features::get).toList(), chosen, chosenCounts, chosenOrdered);
    }
}
