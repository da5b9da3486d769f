package dev.understudy.privacy;

import dev.understudy.compare.SideRows;
import dev.understudy.privacy.FamilyFeature.Aggregate;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which numbers describe a family: the columns of its subject; per table below it the number of rows, mean, lowest, highest
 * and spread of numbers, shares of the most frequent labels, first and last time. At most {@value #MOST}.
 */
final class FamilyFeatures {
    private static final int MOST = 48;
    private static final int LABELS = 3;

    private final FamilyTree tree;
    private final List<FamilyFeature> features;

    private FamilyFeatures(FamilyTree tree, List<FamilyFeature> features) {
        this.tree = tree;
        this.features = features;
    }

    static FamilyFeatures of(FamilyTree tree, SideRows real) {
        List<FamilyFeature> features = new ArrayList<>();
        for (TableName table : tree.tables()) {
            if (table.equals(tree.subject())) {
                tree.columns(table).forEach(column -> features.add(feature(table, column, Aggregate.VALUE, 0)));
                continue;
            }
            features.add(feature(table, null, Aggregate.COUNT, 0));
            for (Column column : tree.columns(table)) {
                if (FamilyTree.isTime(column)) {
                    features.add(feature(table, column, Aggregate.LOWEST, 0));
                    features.add(feature(table, column, Aggregate.HIGHEST, 0));
                } else if (FamilyTree.isNumber(column)) {
                    for (Aggregate aggregate :
                            List.of(Aggregate.MEAN, Aggregate.LOWEST, Aggregate.HIGHEST, Aggregate.SPREAD)) {
                        features.add(feature(table, column, aggregate, 0));
                    }
                } else {
                    for (double label : frequent(real.values(table, column))) {
                        features.add(feature(table, column, Aggregate.SHARE, label));
                    }
                }
            }
        }
        // A stable order: where there is too much, spreads and shares go first, in tables that come last.
        return new FamilyFeatures(
                tree,
                features.stream()
                        .sorted(Comparator.comparing(FamilyFeature::aggregate))
                        .limit(MOST)
                        .toList());
    }

    private static FamilyFeature feature(TableName table, Column column, Aggregate aggregate, double category) {
        return new FamilyFeature(table, column, aggregate, category);
    }

    private static List<Double> frequent(double[] values) {
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Double, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(LABELS)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<FamilyFeature> list() {
        return features;
    }

    /** By feature and row of the subject; NaN where there is nothing. */
    double[][] values(SideRows side) {
        Map<TableName, int[]> owners = new HashMap<>();
        double[][] values = new double[features.size()][];
        for (int f = 0; f < values.length; f++) {
            FamilyFeature feature = features.get(f);
            int[] owner = owners.computeIfAbsent(feature.table(), table -> tree.subjectRows(side, table));
            values[f] = feature.aggregate() == Aggregate.VALUE
                    ? side.values(feature.table(), feature.column())
                    : aggregate(feature, side, owner, side.rows(tree.subject()));
        }
        return values;
    }

    private static double[] aggregate(FamilyFeature feature, SideRows side, int[] owner, int families) {
        double[] values =
                feature.column() == null ? new double[owner.length] : side.values(feature.table(), feature.column());
        double[] count = new double[families];
        double[] sum = new double[families];
        double[] squares = new double[families];
        double[] lowest = filled(families);
        double[] highest = filled(families);
        for (int row = 0; row < owner.length; row++) {
            double value = values[row];
            if (owner[row] < 0 || Double.isNaN(value)) {
                continue;
            }
            int family = owner[row];
            double counted = feature.aggregate() == Aggregate.SHARE ? value == feature.category() ? 1 : 0 : value;
            count[family]++;
            sum[family] += counted;
            squares[family] += counted * counted;
            lowest[family] = Double.isNaN(lowest[family]) ? counted : Math.min(lowest[family], counted);
            highest[family] = Double.isNaN(highest[family]) ? counted : Math.max(highest[family], counted);
        }
        return switch (feature.aggregate()) {
            case LOWEST -> lowest;
            case HIGHEST -> highest;
            case COUNT -> count;
            case SPREAD -> spread(count, sum, squares);
            default -> mean(count, sum);
        };
    }

    private static double[] filled(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double[] mean(double[] count, double[] sum) {
        double[] means = new double[count.length];
        Arrays.setAll(means, i -> count[i] == 0 ? Double.NaN : sum[i] / count[i]);
        return means;
    }

    private static double[] spread(double[] count, double[] sum, double[] squares) {
        double[] spreads = new double[count.length];
        Arrays.setAll(spreads, i -> {
            double mean = sum[i] / count[i];
            return count[i] == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares[i] / count[i] - mean * mean));
        });
        return spreads;
    }
}
