package dev.understudy.refine;

import dev.understudy.model.Feature;
import dev.understudy.model.OddsTree;
import dev.understudy.model.Refiner;
import dev.understudy.model.SeenRows;
import dev.understudy.model.TableModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns the refiners of a table. What stays when a row is drawn again (its owner, the sibling before, what decides its links) is told
 * first, by trees that are thrown away: those that follow say what is odd about the rest of the row, given that.
 */
final class RefinerLearner {
    /** Share of the families that the trees are grown on; the others choose how many, and judge. */
    static final double TRAINED = 0.7;

    private static final int FIRST_TREES = 30;
    private static final int TREES = 60;
    private static final double RATE = 0.3;
    /** Of drawn rows, this share may be surer than sure. */
    private static final double SURER = 0.03;

    private static final double MOST_SURE = 2;
    private static final double LEAST_SURE = 1.05;

    private final int k;

    /** @param k families that a leaf needs */
    RefinerLearner(int k) {
        this.k = k;
    }

    /** @param real rows that the table was learned from @param drawn rows by the same features */
    List<Refiner> learn(TableModel table, SeenRows real, SeenRows drawn) {
        Labelled rows = Labelled.of(real, drawn);
        List<Refiner> refiners = new ArrayList<>();
        for (ColumnRuns.Run run : ColumnRuns.of(table)) {
            Refiner refiner = learn(rows, real.features(), run);
            if (!refiner.trees().isEmpty()) {
                refiners.add(refiner);
            }
        }
        return refiners;
    }

    private Refiner learn(Labelled rows, List<Feature> features, ColumnRuns.Run run) {
        int[] stays = IntStream.range(0, features.size())
                .filter(f -> !isOwn(features.get(f), 0, Integer.MAX_VALUE) || isOwn(features.get(f), 0, run.from()))
                .toArray();
        int[] all = IntStream.range(0, features.size())
                .filter(f -> !isOwn(features.get(f), run.to(), Integer.MAX_VALUE))
                .toArray();
        int[] train = rows.part("refine", 0, TRAINED);
        int[] check = rows.part("refine", TRAINED, 1);
        double[] margin = new double[rows.rows()];
        OddsLearner learner = new OddsLearner(rows, train, margin, k);
        learner.grow(stays, FIRST_TREES, RATE, check, "stays");
        double[] before = margin.clone();
        List<OddsTree> trees = learner.grow(all, TREES, RATE, check, "all");
        return refiner(features, run, trees, sure(rows, check, before, margin));
    }

    private static boolean isOwn(Feature feature, int from, int to) {
        return feature.source() == Feature.Source.OWN && feature.column() >= from && feature.column() < to;
    }

    /** Odds that few of the drawn rows exceed. */
    private static double sure(Labelled rows, int[] check, double[] before, double[] after) {
        double[] odds = Arrays.stream(check)
                .filter(row -> !rows.isReal(row))
                .mapToDouble(row -> after[row] - before[row])
                .sorted()
                .toArray();
        double high = odds.length == 0 ? 0 : odds[(int) ((odds.length - 1) * (1 - SURER))];
        return Math.max(LEAST_SURE, Math.min(MOST_SURE, Math.exp(high)));
    }

    /** Keeps only the features that trees look at. */
    private static Refiner refiner(List<Feature> features, ColumnRuns.Run run, List<OddsTree> trees, double sure) {
        int[] used = trees.stream()
                .flatMapToInt(tree -> Arrays.stream(tree.feature()))
                .filter(f -> f >= 0)
                .sorted()
                .distinct()
                .toArray();
        List<OddsTree> renumbered = trees.stream()
                .map(tree -> new OddsTree(
                        Arrays.stream(tree.feature())
                                .map(f -> f < 0 ? f : Arrays.binarySearch(used, f))
                                .toArray(),
                        tree.mask(),
                        tree.left(),
                        tree.right(),
                        tree.odds()))
                .toList();
        return new Refiner(
                run.from(),
                run.to(),
                Arrays.stream(used).mapToObj(features::get).toList(),
                renumbered,
                sure,
                0.5,
                0.5);
    }
}
