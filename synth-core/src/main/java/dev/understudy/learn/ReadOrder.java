package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the number in whose order siblings were read, where no key and no time says so: years of a career that stand in a table
 * as they were written. Cost: one pass a column.
 */
final class ReadOrder {
    /** Share of the siblings that may come before the one that was read before. */
    private static final double MOST_FALLING = 0.005;
    /** Share that must come after it: what hardly changes is in any order. */
    private static final double LEAST_RISING = 0.25;

    private static final int FEWEST_PAIRS = 200;

    private ReadOrder() {}

    /**
     * @param numbers by name
     * @return the name of the number that rises most often
     */
    static Optional<String> of(TableSample sample, Map<String, NumberSample> numbers, int k) {
        String best = null;
        double most = LEAST_RISING;
        for (Map.Entry<String, NumberSample> one : numbers.entrySet()) {
            double rising = rising(sample, one.getValue(), k);
            if (rising > most) {
                most = rising;
                best = one.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    /** Share of the siblings with a greater number than the one before; 0 if too many have a smaller one, or few are known. */
    private static double rising(TableSample sample, NumberSample numbers, int k) {
        FamilyCount families = new FamilyCount(k);
        long pairs = 0;
        long rising = 0;
        long falling = 0;
        for (int row = 1; row < sample.rows(); row++) {
            boolean known = !numbers.missing().get(row) && !numbers.missing().get(row - 1);
            if (sample.position()[row] > 0 && known) {
                int sign = Long.compare(numbers.values()[row], numbers.values()[row - 1]);
                pairs++;
                rising += sign > 0 ? 1 : 0;
                falling += sign < 0 ? 1 : 0;
                families.add(sample.family()[row]);
            }
        }
        boolean told = pairs >= FEWEST_PAIRS && families.full() && falling <= MOST_FALLING * pairs;
        return told ? (double) rising / pairs : 0;
    }
}
