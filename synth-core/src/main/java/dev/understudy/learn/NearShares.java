package dev.understudy.learn;

/**
 * Spreads the rows of thinly held codes over their neighbourhood. Where codes have an order, the rows of a leaf lie close
 * together but hardly two on one code; giving them all to the node above would lose where they lie.
 *
 * <p>Consecutive thin codes are joined until enough hold the stretch together; its rows are then spread over all codes of
 * the stretch as the node above has it. What is left over joins the last stretch.
 */
final class NearShares {
    private final double[] counts;
    private final double[] above;
    private int from = -1;
    private int to = -1;
    private double rows;
    private int lastFrom = -1;
    private int lastTo = -1;

    /**
     * @param counts rows of each code, without those of thin codes; rows are added
     * @param above  shares of the node above
     */
    NearShares(double[] counts, double[] above) {
        this.counts = counts;
        this.above = above;
    }

    /** Adds a thin code above all before. @param enough true if the open stretch is now held by enough */
    void add(int code, int n, boolean enough) {
        from = from < 0 ? code : from;
        to = code;
        rows += n;
        if (enough) {
            spread(from, to, rows);
            lastFrom = from;
            lastTo = to;
            from = -1;
            rows = 0;
        }
    }

    /** @return rows that no stretch took, because all together are held by too few */
    double finish() {
        if (from < 0) {
            return 0;
        }
        if (lastFrom < 0) {
            return rows;
        }
        spread(lastFrom, to, rows);
        return 0;
    }

    private void spread(int first, int last, double n) {
        double sum = 0;
        for (int code = first; code <= last; code++) {
            sum += above[code];
        }
        for (int code = first; code <= last; code++) {
            counts[code] += sum > 0 ? n * above[code] / sum : n / (last - first + 1);
        }
    }
}
