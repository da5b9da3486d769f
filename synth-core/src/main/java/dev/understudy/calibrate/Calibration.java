package dev.understudy.calibrate;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.DrawCounts;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Forest;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import java.util.Arrays;
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
    private static final double ROWS = 160_000;

    private static final double LEAST_SCALE = 0.02;
    /** Small databases are drawn several times: more rows of them than there were may not go with their keys. */
    private static final double MOST_TIMES = 2;

    private static final int TRIALS = 6;
    /** Share of all draws that may be of the wrong code; below that most of it is chance. */
    private static final double CLOSE = 0.006;

    private static final long SEED = 0x5EED;

    /** What was tried with the forest at one place of the model; forests of all trials are in the same order. */
    private final Map<Integer, Candidates> byPlace = new HashMap<>();

    /** Draws of the last trial, and how many of them were of a code that was drawn too often. */
    private double draws;

    private double errors = 1;

    private Calibration() {}

    private static final class Candidates {
        private Forest best;
        private double leastError = Double.MAX_VALUE;
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
        for (int trial = 0; trial < TRIALS && !calibration.isClose(); trial++) {
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
        errors = 0;
        draws = 0;
        return model.mapForests(
                forest -> next(forest, counts, byPlace.computeIfAbsent(place[0]++, p -> new Candidates())));
    }

    private Forest next(Forest forest, DrawCounts counts, Candidates tried) {
        long[] drawn = counts.of(forest);
        if (drawn.length == 0) {
            return forest;
        }
        Reweighting reweighting = new Reweighting(forest.marginal(), drawn);
        double n = Arrays.stream(drawn).sum();
        errors += n * reweighting.error();
        draws += n;
        if (reweighting.error() < tried.leastError) {
            tried.leastError = reweighting.error();
            tried.best = forest;
        }
        // Goes on from the last trial, not from the best: others have changed meanwhile, and chance decides between the
        // two.
        return reweighting.of(forest);
    }

    private boolean isClose() {
        return errors <= CLOSE * draws;
    }

    private DatabaseModel best(DatabaseModel model) {
        int[] place = {0};
        return model.mapForests(forest -> {
            Candidates tried = byPlace.get(place[0]++);
            return (tried.best == null ? forest : tried.best).finished();
        });
    }
}
