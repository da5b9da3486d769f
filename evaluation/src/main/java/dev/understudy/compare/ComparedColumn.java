package dev.understudy.compare;

import java.util.List;

/**
 * One column of both data sets. Arrays are never written after construction.
 *
 * @param name       its name
 * @param kind       how its values are compared
 * @param categories number of categories, of which the last is "other"; 0 for numbers and times
 * @param labels     texts of all categories but the last, which at least k families share; empty for numbers and times
 * @param folded     share of the real values that were folded into "other", in [0, 1]
 * @param real       values by row; NaN where missing
 * @param synthetic  likewise
 */
public record ComparedColumn(
        String name,
        ColumnKind kind,
        int categories,
        List<String> labels,
        double folded,
        double[] real,
        double[] synthetic) {
    public ComparedColumn {
        labels = List.copyOf(labels);
    }

    /** A column of which no label is known. */
    public ComparedColumn(
            String name, ColumnKind kind, int categories, double folded, double[] real, double[] synthetic) {
        this(name, kind, categories, List.of(), folded, real, synthetic);
    }

    public double[] values(Side side) {
        return side == Side.REAL ? real : synthetic;
    }

    public boolean isCategory() {
        return kind == ColumnKind.CATEGORY;
    }
}
