package dev.understudy.report;

import dev.understudy.compare.ColumnKind;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.Side;
import dev.understudy.fidelity.Associations;
import dev.understudy.fidelity.Cardinality;
import dev.understudy.fidelity.ColumnScores;
import dev.understudy.fidelity.ColumnShapes;
import dev.understudy.fidelity.Detection;
import dev.understudy.fidelity.FeatureMatrix;
import dev.understudy.fidelity.HopTrends;
import dev.understudy.fidelity.PairTrends;
import dev.understudy.fidelity.RowCopies;
import dev.understudy.fidelity.Seasons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Scores the tables of one comparison beside those of its floor. */
final class TableJudge {
    private static final int MOST_PAIRED = 24;
    private static final int FEWEST_ROWS = 100;
    private static final int MOST_FEATURES = 2_000;

    private final Comparison comparison;
    private final Comparison floor;
    private final JudgeSettings settings;
    private final Charts charts;
    private final Set<String> classified;

    /** @param floor one half of the real rows against the other; its tables may be missing */
    TableJudge(Comparison comparison, Comparison floor, JudgeSettings settings) {
        this.comparison = comparison;
        this.floor = floor;
        this.settings = settings;
        this.charts = new Charts(settings.k());
        this.classified = comparison.tables().stream()
                .filter(table -> table.rows(Side.REAL) >= FEWEST_ROWS && table.rows(Side.SYNTHETIC) >= FEWEST_ROWS)
                .sorted(Comparator.comparingInt(table -> -table.rows(Side.REAL)))
                .limit(settings.classified())
                .map(ComparedTable::name)
                .collect(Collectors.toSet());
    }

    TableReport report(ComparedTable table, long realRows, long madeRows) {
        ComparedTable half = floor.table(table.name()).orElse(null);
        Detection.Result rows = detection(comparison, table, false);
        Detection.Result families = detection(comparison, table, true);
        List<ColumnReport> columns = new ArrayList<>();
        for (ComparedColumn column : table.columns()) {
            double least = half == null
                    ? Double.NaN
                    : half.column(column.name()).map(ColumnShapes::of).orElse(Double.NaN);
            columns.add(new ColumnReport(
                    column.name(),
                    column.kind(),
                    column.folded(),
                    ColumnScores.of(column),
                    least,
                    charts.of(table, column),
                    column.kind() == ColumnKind.TIME ? Seasons.of(column) : null));
        }
        return new TableReport(
                table.name(),
                realRows,
                madeRows,
                table.rows(Side.REAL),
                table.rows(Side.SYNTHETIC),
                table.columns().isEmpty() ? Double.NaN : RowCopies.share(table),
                scores(comparison, table, rows.accuracy(), families.accuracy()),
                half == null
                        ? none()
                        : scores(
                                floor,
                                half,
                                detection(floor, half, false).accuracy(),
                                detection(floor, half, true).accuracy()),
                rows.telling(),
                families.telling(),
                columns,
                pairs(table));
    }

    private Detection.Result detection(Comparison of, ComparedTable table, boolean withChildren) {
        boolean asked = classified.contains(table.name())
                && (!withChildren || !of.linksTo(table).isEmpty());
        FeatureMatrix matrix =
                !asked ? null : withChildren ? FeatureMatrix.families(of, table) : FeatureMatrix.rows(table);
        if (matrix == null || matrix.width() == 0 || matrix.width() > MOST_FEATURES) {
            return new Detection.Result(Double.NaN, Double.NaN, 0, List.of());
        }
        return Detection.of(
                matrix,
                new long[][] {table.realFamilies(), table.syntheticFamilies()},
                settings.classifierRows(),
                settings.seed(),
                1);
    }

    private static Scores scores(Comparison of, ComparedTable table, double detection, double aggregated) {
        double shapes = ColumnShapes.of(table).orElse(Double.NaN);
        double pairs = PairTrends.of(table).orElse(Double.NaN);
        double cardinality = of.linksOf(table).stream()
                .filter(link -> link.parent().rows(Side.REAL) > 0)
                .mapToDouble(Cardinality::of)
                .average()
                .orElse(Double.NaN);
        double[] hops = new double[3];
        Arrays.setAll(hops, hop -> HopTrends.of(of, table, hop + 1).orElse(Double.NaN));
        return new Scores(
                shapes,
                pairs,
                cardinality,
                hops[0],
                hops[1],
                hops[2],
                detection,
                aggregated,
                mean(shapes, pairs, cardinality, mean(hops)));
    }

    static Scores none() {
        double no = Double.NaN;
        return new Scores(no, no, no, no, no, no, no, no, no);
    }

    /** Mean of the numbers that are there. */
    static double mean(double... values) {
        return DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private PairMatrix pairs(ComparedTable table) {
        List<ComparedColumn> columns =
                table.columns().stream().limit(MOST_PAIRED).toList();
        int n = columns.size();
        double[][] real = new double[n][n];
        double[][] synthetic = new double[n][n];
        double[][] scores = new double[n][n];
        for (int i = 0; i < n; i++) {
            real[i][i] = 1;
            synthetic[i][i] = 1;
            scores[i][i] = 1;
            for (int j = 0; j < i; j++) {
                real[i][j] = Charts.rounded(Associations.of(columns.get(j), columns.get(i), Side.REAL));
                synthetic[i][j] = Charts.rounded(Associations.of(columns.get(j), columns.get(i), Side.SYNTHETIC));
                scores[i][j] = Charts.rounded(PairTrends.of(columns.get(j), columns.get(i)));
                real[j][i] = real[i][j];
                synthetic[j][i] = synthetic[i][j];
                scores[j][i] = scores[i][j];
            }
        }
        return new PairMatrix(columns.stream().map(ComparedColumn::name).toList(), real, synthetic, scores);
    }
}
