package dev.understudy.model;

/**
 * One number made of many features of a forest, of which each tells a little: the sum of a weight for the group of each,
 * cut into groups that trees look at like those of any feature.
 *
 * @param features places among the features of the forest
 * @param weights  per feature, by group
 * @param cuts     in order; the group of a sum is how many of them it reaches
 */
public record Index(int[] features, float[][] weights, float[] cuts) {

    /** The group of a row. @param sum of its weights */
    public int group(float sum) {
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts[middle] <= sum) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Groups of n rows.
     *
     * @param groups group of feature f of the forest for row i at f * n + i
     * @param into   where they are put
     * @param at     place of the first
     */
    public void groups(byte[] groups, int n, byte[] into, int at) {
        for (int i = 0; i < n; i++) {
            float sum = 0;
            for (int f = 0; f < features.length; f++) {
                sum += weights[f][groups[features[f] * n + i]];
            }
            into[at + i] = (byte) group(sum);
        }
    }
}
