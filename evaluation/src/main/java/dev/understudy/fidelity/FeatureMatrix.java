package dev.understudy.fidelity;

import dev.understudy.compare.ColumnKind;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rows as a classifier sees them: numbers as they are, times split into year, month and day (and hour, minute, second
 * where there is any), categories one-hot, which a tree reads as well from one sparse feature a category.
 */
public final class FeatureMatrix {
    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400L * SECOND;

    private final List<String> names = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<float[][]> features = new ArrayList<>();

    private FeatureMatrix() {}

    /** The rows of a table by themselves. */
    public static FeatureMatrix rows(ComparedTable table) {
        FeatureMatrix matrix = new FeatureMatrix();
        table.columns().forEach(matrix::add);
        return matrix;
    }

    /**
     * The rows of a parent, extended for each link that arrives at it by the number of children, the number of different
     * values of each of their categories, and the mean of each of their numbers.
     */
    public static FeatureMatrix families(Comparison comparison, ComparedTable parent) {
        FeatureMatrix matrix = rows(parent);
        for (ComparedLink link : comparison.linksTo(parent)) {
            matrix.add(link.name() + " count", floats(link.fanOut(Side.REAL)), floats(link.fanOut(Side.SYNTHETIC)));
            for (ComparedColumn column : link.child().columns()) {
                String name = link.name() + " " + column.name();
                if (column.isCategory()) {
                    matrix.add(name, distinct(link, column, Side.REAL), distinct(link, column, Side.SYNTHETIC));
                } else if (column.kind() == ColumnKind.NUMBER) {
                    matrix.add(name, means(link, column, Side.REAL), means(link, column, Side.SYNTHETIC));
                }
            }
        }
        return matrix;
    }

    public int width() {
        return names.size();
    }

    public List<String> names() {
        return List.copyOf(names);
    }

    /** The column that a feature was made of; for aggregates of children link and column. */
    public String columnOf(int feature) {
        return columns.get(feature);
    }

    /** Value of a feature; NaN where there is none. */
    public float value(int feature, Side side, int row) {
        return features.get(feature)[side.ordinal()][row];
    }

    private void add(String name, float[] real, float[] synthetic) {
        add(name, name, real, synthetic);
    }

    private void add(String name, String column, float[] real, float[] synthetic) {
        names.add(name);
        columns.add(column);
        features.add(new float[][] {real, synthetic});
    }

    private void add(ComparedColumn column) {
        switch (column.kind()) {
            case NUMBER -> add(column.name(), floats(column.real()), floats(column.synthetic()));
            case TIME -> times(column);
            case CATEGORY -> {
                for (int category = 0; category < column.categories(); category++) {
                    add(
                            column.name() + " = " + category,
                            column.name(),
                            hot(column.real(), category),
                            hot(column.synthetic(), category));
                }
            }
        }
    }

    private void times(ComparedColumn column) {
        boolean clock = false;
        for (double value : column.real()) {
            clock |= !Double.isNaN(value) && Math.floorMod((long) value, DAY) != 0;
        }
        String[] parts = {"year", "month", "day", "hour", "minute", "second"};
        for (int part = 0; part < (clock ? 6 : 3); part++) {
            add(
                    column.name() + " " + parts[part],
                    column.name(),
                    part(column.real(), part),
                    part(column.synthetic(), part));
        }
    }

    private static float[] part(double[] values, int part) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Double.isNaN(values[i]) ? Float.NaN : part((long) values[i], part);
        }
        return result;
    }

    private static float part(long micros, int part) {
        ZonedDateTime time =
                Instant.ofEpochSecond(Math.floorDiv(micros, SECOND)).atZone(ZoneOffset.UTC);
        return switch (part) {
            case 0 -> time.getYear();
            case 1 -> time.getMonthValue();
            case 2 -> time.getDayOfMonth();
            case 3 -> time.getHour();
            case 4 -> time.getMinute();
            default -> time.getSecond();
        };
    }

    /** 1 where a row has the category; no value elsewhere, so that the matrix stays sparse. */
    private static float[] hot(double[] values, int category) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i] == category ? 1 : Float.NaN;
        }
        return result;
    }

    private static float[] floats(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    private static float[] floats(int[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static float[] means(ComparedLink link, ComparedColumn column, Side side) {
        int[] parents = link.parents(side);
        double[] sums = new double[link.parent().rows(side)];
        int[] counts = new int[sums.length];
        for (int row = 0; row < parents.length; row++) {
            double value = column.values(side)[row];
            if (parents[row] >= 0 && !Double.isNaN(value)) {
                sums[parents[row]] += value;
                counts[parents[row]]++;
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = counts[i] == 0 ? Float.NaN : (float) (sums[i] / counts[i]);
        }
        return means;
    }

    private static float[] distinct(ComparedLink link, ComparedColumn column, Side side) {
        int[] parents = link.parents(side);
        BitSet seen = new BitSet();
        float[] counts = new float[link.parent().rows(side)];
        for (int row = 0; row < parents.length; row++) {
            double value = column.values(side)[row];
            if (parents[row] >= 0 && !Double.isNaN(value)) {
                long cell = (long) parents[row] * column.categories() + (long) value;
                if (cell <= Integer.MAX_VALUE - 1 && !seen.get((int) cell)) {
                    seen.set((int) cell);
                    counts[parents[row]]++;
                }
            }
        }
        return counts;
    }
}
