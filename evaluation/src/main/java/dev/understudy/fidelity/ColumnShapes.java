package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Side;
import java.util.OptionalDouble;

/** Whether single columns look alike: 1 − KS for numbers and times, 1 − total variation for categories. */
public final class ColumnShapes {
    private ColumnShapes() {}

    public static double of(ComparedColumn column) {
        return column.isCategory()
                ? 1 - Distances.totalVariation(histogram(column, Side.REAL), histogram(column, Side.SYNTHETIC))
                : 1 - Distances.kolmogorovSmirnov(column.real(), column.synthetic());
    }

    /** Mean over the columns of a table; empty if it has none. */
    public static OptionalDouble of(ComparedTable table) {
        return table.columns().stream().mapToDouble(ColumnShapes::of).average();
    }

    /** Missing values do not count here, as in the field; pairs of columns tell them. */
    private static double[] histogram(ComparedColumn column, Side side) {
        double[] counts = new double[column.categories()];
        for (double value : column.values(side)) {
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
            }
        }
        return counts;
    }
}
