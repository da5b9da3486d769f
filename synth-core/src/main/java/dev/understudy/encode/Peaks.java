package dev.understudy.encode;

/**
 * How a column's values lie inside its cells, where some stand out: last days of months, prices that end with 99, the day
 * on which a season ended. Values that at least k families share, with their weights, and what else each bin holds.
 *
 * <p>Arrays are never written after construction. Weights are rows per million, rounded to two digits.
 *
 * @param values ascending
 * @param upTo   sum of the weights of the values before each, and of all; one longer than {@code values}
 * @param lows   lowest value of each bin, ascending
 * @param highs  highest value of each bin
 * @param rest   weight of the bin's rows that have none of {@code values}
 */
public record Peaks(long[] values, double[] upTo, long[] lows, long[] highs, double[] rest) {

    public double weight(int place) {
        return upTo[place + 1] - upTo[place];
    }

    /** Weight of the values at some places. */
    public double weight(int from, int to) {
        return to <= from ? 0 : upTo[to] - upTo[from];
    }

    /** The value among some places up to which the weights make a share of their sum. @param share 0..1 */
    public long pick(int from, int to, double share) {
        double goal = upTo[from] + share * weight(from, to);
        int low = from + 1;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (upTo[middle] <= goal) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return values[low - 1];
    }

    /**
     * Weight of what lies between two values beside those that stand out.
     *
     * @param first the last bin that begins at or before the lower value, or the first of all
     */
    public double rest(int first, long low, long high) {
        double sum = 0;
        for (int bin = first; bin < lows.length && lows[bin] <= high; bin++) {
            double both = (double) Math.min(high, highs[bin]) - Math.max(low, lows[bin]) + 1;
            sum += both > 0 ? rest[bin] * both / ((double) highs[bin] - lows[bin] + 1) : 0;
        }
        return sum;
    }
}
