package dev.understudy.calibrate;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.DrawCounts;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Forest;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the columns that a model draws add up to what was learned. Each column is drawn given others that are themselves
 * drawn, so small errors grow along the cascade and from parents to children. Rows are drawn for a trial, and the leaves of
 * each forest are weighted by how much rarer or more frequent a code came out than it was.
 *
 * <p>Cost: draws about {@value #ROWS} rows {@value #TRIALS} times, without rendering any.
 */
public final class Calibration {
    /** Rows of a trial, about. */
    private static final double ROWS = 120_000;

    private static final double LEAST_SCALE = 0.02;
    /** Small databases are drawn several times: more rows of them than there were may not go with their keys. */
    private static final double MOST_TIMES = 2;

    private static final int TRIALS = 3;
    private static final long SEED = 0x5EED;

    /** What was tried with the forest at one place of the model; forests of all trials are in the same order. */
    private final Map<Integer, Candidates> byPlace = new HashMap<>();

    private Calibration() {}

    private static final class Candidates {
        private Forest best;
        private double leastError = Double.MAX_VALUE;
        private boolean isSettled;
    }

    /** @return the same model with other leaves, and without the shares that they were held against */
    public static DatabaseModel of(DatabaseModel model, int threads) {
        double rows = model.tables().stream()
                .filter(table -> table.mode() == TableMode.SYNTHESIZE)
                .mapToLong(TableModel::sourceRows)
                .sum();
        if (rows == 0 || model.forests().noneMatch(forest -> forest.marginal().isKnown())) {
            return model;
        }
        double scale = Math.max(LEAST_SCALE, Math.min(1, ROWS / rows));
        long times = (long) Math.max(1, Math.min(MOST_TIMES, ROWS / rows));
        Calibration calibration = new Calibration();
        DatabaseModel tried = model;
        for (int trial = 0; trial < TRIALS; trial++) {
            DrawCounts counts = new DrawCounts(tried);
            for (long time = 0; time < times; time++) {
                GenerateSettings settings =
                        new GenerateSettings(scale, Map.of(), SEED + TRIALS * time + trial, threads);
                new DatabaseGenerator(tried, settings, GenerateProgress.NONE).draw(counts);
            }
            tried = calibration.next(tried, counts);
        }
        return calibration.best(model);
    }

    private DatabaseModel next(DatabaseModel model, DrawCounts counts) {
        int[] place = {0};
        return model.mapForests(
                forest -> next(forest, counts, byPlace.computeIfAbsent(place[0]++, p -> new Candidates())));
    }

    private static Forest next(Forest forest, DrawCounts counts, Candidates tried) {
        long[] drawn = counts.of(forest);
        if (drawn.length == 0 || tried.isSettled) {
            return tried.isSettled ? tried.best : forest;
        }
        Reweighting reweighting = new Reweighting(forest.marginal(), drawn);
        if (reweighting.error() < tried.leastError) {
            tried.leastError = reweighting.error();
            tried.best = forest;
            return reweighting.of(forest);
        }
        tried.isSettled = true;
        return tried.best;
    }

    private DatabaseModel best(DatabaseModel model) {
        int[] place = {0};
        return model.mapForests(forest -> {
            Candidates tried = byPlace.get(place[0]++);
            return (tried.best == null ? forest : tried.best).finished();
        });
    }
}
