package dev.understudy.drift;

/**
 * What counts as drift.
 *
 * @param spread  largest total variation between the spread of a column or a fan-out then and now, in (0, 1]; what two samples of
 *                one distribution differ by is added
 * @param missing largest difference of the shares of missing values, or of children without a parent, in (0, 1]
 * @param rows    largest relative change of the number of rows of a table
 */
public record DriftLimits(double spread, double missing, double rows) {
    /** A tenth of the rows moved, 5 % more or fewer missing, half as many rows more or fewer. */
    public static final DriftLimits DEFAULT = new DriftLimits(0.1, 0.05, 0.5);
}
