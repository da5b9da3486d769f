package dev.understudy.refine;

import dev.understudy.concurrent.Workers;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Feature;
import dev.understudy.model.Refiner;
import dev.understudy.model.SeenRows;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a model refiners: rows are drawn for a trial, classifiers learn what tells them from those that were learned from, and stay
 * where rows that are drawn by them are told less often.
 *
 * <p>Cost: draws some {@value #ROWS} rows twice, and grows some 200 shallow trees a table.
 */
public final class Refinement {
    private static final double ROWS = 300_000;
    private static final double LEAST_SCALE = 0.02;
    private static final double MOST_TIMES = 3;
    private static final int FEWEST_FAMILIES = 200;
    private static final long SEED = 0xD15C;

    /** A refiner stays if it takes so much off the share of rows that are told. */
    private static final double LEAST_WORTH = 0.01;

    private final int k;
    private final int threads;

    /** @param k families that share whatever is kept */
    public Refinement(int k, int threads) {
        this.k = k;
        this.threads = threads;
    }

    /**
     * @param real rows of tables that the model was learned from, as features see them
     * @return the same model with refiners
     */
    public DatabaseModel of(DatabaseModel model, Map<TableName, SeenRows> real) {
        Map<TableName, SeenRows> wanted = new LinkedHashMap<>();
        real.forEach((name, rows) -> {
            boolean enough = rows.rows() >= SeenRows.FEWEST
                    && Arrays.stream(rows.family()).distinct().count() >= FEWEST_FAMILIES;
            if (enough) {
                wanted.put(name, rows);
            }
        });
        if (wanted.isEmpty()) {
            return model;
        }
        Map<TableName, SeenRows> drawn = drawn(model, wanted, 0);
        Map<TableName, List<Refiner>> refiners = new LinkedHashMap<>();
        List<TableName> names = List.copyOf(wanted.keySet());
        try (Workers workers = new Workers(threads, "refine")) {
            List<List<Refiner>> learned = workers.map(names.size(), i -> {
                TableModel table = model.table(names.get(i)).orElseThrow();
                return new RefinerLearner(k).learn(table, wanted.get(table.name()), drawn.get(table.name()));
            });
            for (int i = 0; i < names.size(); i++) {
                if (!learned.get(i).isEmpty()) {
                    refiners.put(names.get(i), learned.get(i));
                }
            }
            if (refiners.isEmpty()) {
                return model;
            }
            Map<TableName, SeenRows> refined = drawn(with(model, refiners), wanted, 1);
            List<TableName> tried = List.copyOf(refiners.keySet());
            List<double[]> told = workers.map(tried.size(), i -> new double[] {
                told(wanted.get(tried.get(i)), drawn.get(tried.get(i))),
                told(wanted.get(tried.get(i)), refined.get(tried.get(i)))
            });
            for (int i = 0; i < tried.size(); i++) {
                double[] shares = told.get(i);
                if (shares[0] - shares[1] < LEAST_WORTH) {
                    refiners.remove(tried.get(i));
                } else {
                    refiners.computeIfPresent(
                            tried.get(i),
                            (name, of) -> of.stream()
                                    .map(refiner -> refiner.with(shares[0], shares[1]))
                                    .toList());
                }
            }
        }
        return with(model, refiners);
    }

    private static DatabaseModel with(DatabaseModel model, Map<TableName, List<Refiner>> refiners) {
        return model.mapTables(table -> table.with(refiners.getOrDefault(table.name(), List.of())));
    }

    private Map<TableName, SeenRows> drawn(DatabaseModel model, Map<TableName, SeenRows> like, int trial) {
        double rows = model.tables().stream()
                .filter(table -> table.mode() == TableMode.SYNTHESIZE)
                .mapToLong(TableModel::sourceRows)
                .sum();
        double scale = Math.max(LEAST_SCALE, Math.min(1, ROWS / rows));
        long times = (long) Math.max(1, Math.min(MOST_TIMES, ROWS / rows));
        Map<TableName, List<Feature>> features = new LinkedHashMap<>();
        like.forEach((name, seen) -> features.put(name, seen.features()));
        Map<TableName, List<SeenRows>> drawn = new LinkedHashMap<>();
        for (long time = 0; time < times; time++) {
            GenerateSettings settings = new GenerateSettings(scale, Map.of(), SEED + 2 * time + trial, threads);
            new DatabaseGenerator(model, settings, GenerateProgress.NONE)
                    .see(features)
                    .forEach((name, seen) -> drawn.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(seen));
        }
        Map<TableName, SeenRows> together = new LinkedHashMap<>();
        drawn.forEach((name, parts) -> together.put(name, SeenRows.together(parts)));
        return together;
    }

    /** How often rows of kept-aside families are told from drawn ones, by a classifier of its own. */
    private double told(SeenRows real, SeenRows drawn) {
        Labelled rows = Labelled.of(real, drawn);
        int[] all = new int[real.features().size()];
        Arrays.setAll(all, f -> f);
        double middle = (RefinerLearner.TRAINED + 1) / 2;
        int[][] halves = {
            rows.part("refine", RefinerLearner.TRAINED, middle), rows.part("refine", middle, 1),
        };
        double sum = 0;
        for (int half = 0; half < 2; half++) {
            double[] margin = new double[rows.rows()];
            new OddsLearner(rows, halves[half], margin, k).grow(all, 40, 0.3, halves[half], "judge");
            sum += OddsLearner.accuracy(rows, margin, halves[1 - half]) / 2;
        }
        return sum;
    }
}
