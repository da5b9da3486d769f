package dev.understudy.utility;

/** Harmonic mean of precision and recall, averaged over the classes that occur. */
final class F1 {
    private F1() {}

    /** In [0, 1]; 1 if everything is right. */
    static double macro(int[] truth, int[] predicted, int classes) {
        double[] hits = new double[classes];
        double[] real = new double[classes];
        double[] said = new double[classes];
        for (int i = 0; i < truth.length; i++) {
            real[truth[i]]++;
            if (predicted[i] < classes) {
                said[predicted[i]]++;
                hits[truth[i]] += truth[i] == predicted[i] ? 1 : 0;
            }
        }
        double sum = 0;
        int there = 0;
        for (int c = 0; c < classes; c++) {
            if (real[c] > 0) {
                there++;
                sum += 2 * hits[c] / (real[c] + said[c]);
            }
        }
        return there == 0 ? Double.NaN : sum / there;
    }
}
