package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When the times of a column fall: shares by month, day of the week and hour, on both sides.
 *
 * @param months   by side, 12 shares
 * @param weekdays by side, 7 shares from Monday
 * @param hours    by side, 24 shares
 */
public record Seasons(double[][] months, double[][] weekdays, double[][] hours) {

    public static Seasons of(ComparedColumn column) {
        double[][][] shares = {new double[2][12], new double[2][7], new double[2][24]};
        for (Side side : Side.values()) {
            double n = 0;
            for (double value : column.values(side)) {
                n += Double.isNaN(value) ? 0 : 1;
            }
            for (double value : column.values(side)) {
                if (!Double.isNaN(value)) {
                    ZonedDateTime time = Instant.ofEpochSecond(Math.floorDiv((long) value, 1_000_000L))
                            .atZone(ZoneOffset.UTC);
                    shares[0][side.ordinal()][time.getMonthValue() - 1] += 1 / n;
                    shares[1][side.ordinal()][time.getDayOfWeek().getValue() - 1] += 1 / n;
                    shares[2][side.ordinal()][time.getHour()] += 1 / n;
                }
            }
        }
        return new Seasons(shares[0], shares[1], shares[2]);
    }

    /** Largest total variation of the three, in [0, 1]; 0 is best. */
    public double distance() {
        double most = 0;
        for (double[][] shares : new double[][][] {months, weekdays, hours}) {
            most = Math.max(most, Distances.totalVariation(shares[0], shares[1]));
        }
        return most;
    }
}
