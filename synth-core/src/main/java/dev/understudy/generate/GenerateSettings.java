package dev.understudy.generate;

import dev.understudy.schema.TableName;
import java.util.Map;

/**
 * How rows are generated.
 *
 * @param scale       rows of each subject table = max(1, round(scale × source rows)); above 0
 * @param tableScales factors for single tables: of a subject in place of {@code scale}, of a child on its fan-out
 * @param seed        start of every draw
 * @param threads     worker threads; rows do not depend on them
 * @param keptRows    rows of a table up to which others look at it in memory; the blocks of a larger one are made again,
 *                    where that can be done. Rows do not depend on it
 */
public record GenerateSettings(
        double scale, Map<TableName, Double> tableScales, long seed, int threads, long keptRows) {
    private static final long KEPT_ROWS = 500_000;

    public static final GenerateSettings DEFAULT =
            new GenerateSettings(1.0, Map.of(), 42, Runtime.getRuntime().availableProcessors());

    /** Subject rows of a block. Part of the contract: another number gives other rows. */
    static final int BLOCK_ROWS = 4096;

    /** Keeps as many rows in memory as are not in the way. */
    public GenerateSettings(double scale, Map<TableName, Double> tableScales, long seed, int threads) {
        this(scale, tableScales, seed, threads, KEPT_ROWS);
    }

    public GenerateSettings {
        tableScales = Map.copyOf(tableScales);
        if (!(scale > 0)) {
            throw new IllegalArgumentException("The scale is %s; it must be above 0.".formatted(scale));
        }
    }

    public GenerateSettings withSeed(long newSeed) {
        return new GenerateSettings(scale, tableScales, newSeed, threads, keptRows);
    }

    public GenerateSettings withThreads(int newThreads) {
        return new GenerateSettings(scale, tableScales, seed, newThreads, keptRows);
    }

    public GenerateSettings withKeptRows(long rows) {
        return new GenerateSettings(scale, tableScales, seed, threads, rows);
    }

    public GenerateSettings withScale(double newScale) {
        return new GenerateSettings(newScale, tableScales, seed, threads, keptRows);
    }
}
