package dev.understudy.utility;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How large groups are on both sides, for every label that k families share; drift beyond sampling error is told. */
public final class GroupShares {
    private static final double ERRORS = 4;
    private static final double LEAST = 0.01;

    private GroupShares() {}

    /**
     * A group that grew or shrank.
     *
     * @param real      share of the real rows with a value
     * @param synthetic likewise
     * @param error     standard error of the difference, taking each family for one observation
     */
    public record Drift(String table, String column, String label, double real, double synthetic, double error) {}

    /** Groups that drifted by more than four standard errors and one point, worst first. */
    public static List<Drift> drifts(Comparison comparison) {
        List<Drift> drifts = new ArrayList<>();
        for (ComparedTable table : comparison.tables()) {
            double families = Math.min(distinct(table.realFamilies()), distinct(table.syntheticFamilies()));
            for (ComparedColumn column : table.columns()) {
                if (column.isCategory() && families > 0) {
                    add(drifts, table, column, families);
                }
            }
        }
        drifts.sort(Comparator.comparingDouble(drift -> -Math.abs(drift.real() - drift.synthetic())));
        return drifts;
    }

    private static void add(List<Drift> drifts, ComparedTable table, ComparedColumn column, double families) {
        double[] real = shares(column.real(), column.labels().size());
        double[] synthetic = shares(column.synthetic(), column.labels().size());
        for (int label = 0; label < real.length; label++) {
            double mean = (real[label] + synthetic[label]) / 2;
            double error = Math.sqrt(2 * mean * (1 - mean) / families);
            double drift = Math.abs(real[label] - synthetic[label]);
            if (drift > ERRORS * error && drift > LEAST) {
                drifts.add(new Drift(
                        table.name(), column.name(), column.labels().get(label), real[label], synthetic[label], error));
            }
        }
    }

    private static double[] shares(double[] values, int labels) {
        double[] shares = new double[labels];
        double n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                if (value < labels) {
                    shares[(int) value]++;
                }
            }
        }
        double all = Math.max(1, n);
        Arrays.setAll(shares, label -> shares[label] / all);
        return shares;
    }

    private static double distinct(long[] families) {
        return Arrays.stream(families).distinct().count();
    }
}
