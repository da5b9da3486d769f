package dev.understudy.plan;

import dev.understudy.learn.LearnLimits;
import dev.understudy.learn.SampleShares;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.time.Duration;
import java.util.Map;

/**
 * What a run is going to take, roughly: from sizes in the catalog, numbers of rows, and what was measured on two cores
 * ({@code docs/performance.md}). Within a factor of two on an idle machine.
 *
 * @param time   of a clone: reading, learning, filling, verifying
 * @param memory in bytes, of the process that learns
 * @param disk   in bytes, of the new tables with their indexes; a refresh keeps the old ones beside them until it ends
 */
public record Estimate(Duration time, long memory, long disk) {
    private static final double START_SECONDS = 4;
    private static final double TABLE_SECONDS = 0.04;
    /** One million rows of 20 columns are read and learned in 13 s. */
    private static final double LEARN_SECONDS_PER_CELL = 0.67e-6;

    private static final long START_BYTES = 200L << 20;
    /** What a row takes where the catalog does not tell, or tells of pages that are all but empty. */
    private static final long BYTES_PER_ROW = 40;

    private static final long BYTES_PER_CELL = 16;
    private static final long FEWEST_TELLING_ROWS = 1_000;

    /**
     * @param sizes  bytes of each table of the source with its indexes, as far as the catalog tells
     * @param target vendor that is filled
     */
    public static Estimate of(Plan plan, Map<TableName, Long> sizes, Vendor target) {
        LearnLimits limits = plan.settings().limits();
        double seconds = START_SECONDS;
        long rows = 0;
        double disk = 0;
        for (PlannedTable one : plan.tables()) {
            Table table = plan.schema().table(one.name()).orElseThrow();
            int columns = table.columns().size();
            long read = Math.max(0, one.sourceRows());
            long learned = one.mode().isLearned() ? columns * Math.min(read, limits.sampleRows()) : 0;
            long written = Math.max(0, one.targetRows());
            seconds += TABLE_SECONDS
                    + learned * LEARN_SECONDS_PER_CELL
                    + (double) columns * written * secondsPerWrittenCell(target);
            if (one.mode().isLearned()) {
                rows += Math.min(read, limits.sampleRows()) * bytes(plan.schema(), table);
            }
            long size = sizes.getOrDefault(one.name(), 0L);
            disk += size > 0 && read >= FEWEST_TELLING_ROWS
                    ? (double) size * written / read
                    : (double) written * (BYTES_PER_ROW + BYTES_PER_CELL * columns);
        }
        long memory = START_BYTES + Math.min(rows, limits.memory());
        return new Estimate(Duration.ofSeconds(Math.round(seconds)), memory, Math.round(disk));
    }

    private static long bytes(Schema schema, Table table) {
        return SampleShares.bytes(
                table,
                schema.foreignKeysOf(table.name()).size(),
                schema.foreignKeysTo(table.name()).size());
    }

    private static double secondsPerWrittenCell(Vendor vendor) {
        return switch (vendor) {
            case POSTGRESQL, SQLITE -> 0.25e-6;
            case MARIADB, H2, GENERIC -> 0.6e-6;
        };
    }
}
