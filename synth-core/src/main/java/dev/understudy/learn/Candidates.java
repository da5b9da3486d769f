package dev.understudy.learn;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import java.util.Arrays;
import java.util.List;

/**
 * What a forest may look at, row by row.
 *
 * @param features the features
 * @param guided   per feature, the groups that were made for the outcome, or {@link Groups#COMMON}
 * @param groups   per feature, the group of each row
 * @param counts   per feature, its number of groups
 * @param single   per feature with an order, whether each group is one value: any may then stand apart from its neighbours
 * @param ordered  per feature, whether the order of its groups means something
 */
record Candidates(
        List<Feature> features,
        List<Groups> guided,
        byte[][] groups,
        int[] counts,
        boolean[] ordered,
        boolean[] single) {
    Candidates choose(int[] which) {
        byte[][] chosen = new byte[which.length][];
        int[] chosenCounts = new int[which.length];
        boolean[] chosenOrdered = new boolean[which.length];
        boolean[] chosenSingle = new boolean[which.length];
        for (int i = 0; i < which.length; i++) {
            chosen[i] = groups[which[i]];
            chosenCounts[i] = counts[which[i]];
            chosenOrdered[i] = ordered[which[i]];
            chosenSingle[i] = single[which[i]];
        }
        return new Candidates(
                Arrays.stream(which).mapToObj(features::get).toList(),
                Arrays.stream(which).mapToObj(guided::get).toList(),
                chosen,
                chosenCounts,
                chosenOrdered,
                chosenSingle);
    }
}
