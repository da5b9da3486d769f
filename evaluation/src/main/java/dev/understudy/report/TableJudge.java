package dev.understudy.report;

import dev.understudy.compare.ColumnKind;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.Side;
import dev.understudy.fidelity.Associations;
import dev.understudy.fidelity.ColumnScores;
import dev.understudy.fidelity.ColumnShapes;
import dev.understudy.fidelity.Detection;
import dev.understudy.fidelity.FeatureMatrix;
import dev.understudy.fidelity.PairTrends;
import dev.understudy.fidelity.Parts;
import dev.understudy.fidelity.RowCopies;
import dev.understudy.fidelity.Seasons;
import java.util.ArrayList;
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
    private final List<Parts> parts = new ArrayList<>();
    private final List<Parts> floorParts = new ArrayList<>();

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
        Parts own = Parts.of(comparison, table);
        parts.add(own);
        if (half != null) {
            floorParts.add(Parts.of(floor, half));
        }
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
                scores(own, rows.accuracy(), families.accuracy()),
                half == null
                        ? none()
                        : scores(
                                floorParts.get(floorParts.size() - 1),
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

    private static Scores scores(Parts parts, double detection, double aggregated) {
        return new Scores(
                parts.meanShape(),
                parts.meanPair(),
                parts.meanCardinality(),
                parts.meanHop(1),
                parts.meanHop(2),
                parts.meanHop(3),
                detection,
                aggregated,
                parts.overall());
    }

    /** Scores of the whole database. */
    Scores overall(List<Scores> tables) {
        return overall(parts, tables);
    }

    /** Likewise between halves of the real rows. */
    Scores overallFloor(List<Scores> tables) {
        return overall(floorParts, tables);
    }

    private static Scores overall(List<Parts> parts, List<Scores> tables) {
        return scores(
                Parts.joined(parts),
                mean(tables.stream().mapToDouble(Scores::detection).toArray()),
                mean(tables.stream().mapToDouble(Scores::aggregated).toArray()));
    }

    /** What SDMetrics says by default: of the pairs only the strong ones count. */
    double strongOverall() {
        return Parts.joined(parts).strong().overall();
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
