package dev.understudy.learn;

/**
 * How much learning may take. What does not fit is learned from a part of the families, each of them whole.
 *
 * @param memory       bytes that rows of the source may take while a model is learned, about; above 0
 * @param budget       most cells that trees may look at, all tables together; 0 for no limit
 * @param sampleRows   most rows of a table held in memory
 * @param trainingRows most rows that a column's trees are grown from
 */
public record LearnLimits(long memory, long budget, long sampleRows, int trainingRows) {
    private static final int SHARE_OF_HEAP = 4;

    /** A quarter of the heap, and time as it comes. */
    public static final LearnLimits DEFAULT =
            new LearnLimits(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, 0, 2_000_000, 200_000);

    public LearnLimits withMemory(long bytes) {
        return new LearnLimits(bytes, budget, sampleRows, trainingRows);
    }

    public LearnLimits withBudget(long cells) {
        return new LearnLimits(memory, cells, sampleRows, trainingRows);
    }

    public LearnLimits withSampleRows(long rows) {
        return new LearnLimits(memory, budget, rows, trainingRows);
    }

    LearnLimits withTrainingRows(int rows) {
        return new LearnLimits(memory, budget, sampleRows, rows);
    }
}
