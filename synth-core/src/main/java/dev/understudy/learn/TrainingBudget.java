package dev.understudy.learn;

import dev.understudy.model.TableMode;
import java.util.Map;

/**
 * Keeps trees within a number of cells that they may look at ({@code learn.budget}): fewer rows first, then fewer
 * features, then one tree instead of several, then fewer rows still. Cells are counted, not seconds, so that a model does not
 * depend on the machine.
 */
final class TrainingBudget {
    /** Fewer rows than this cost more than fewer features do. */
    private static final int ROWS_BEFORE_FEATURES = 20_000;

    private static final int FEATURES_BEFORE_TREES = 16;
    private static final int FEWEST_ROWS = 2_000;
    /** A forest is grown about once more to choose between ways of coding a column. */
    private static final int FORESTS = 2;

    private TrainingBudget() {}

    /**
     * Settings that keep within the budget, about: what trees will look at is known within a factor of two.
     *
     * @param samples rows of each table, and what becomes of them
     */
    static LearnSettings within(LearnSettings settings, Map<TableSample, TableMode> samples) {
        long budget = settings.limits().budget();
        if (budget <= 0 || visits(settings, samples) <= budget) {
            return settings;
        }
        LearnSettings some = withRows(settings, samples, Math.min(ROWS_BEFORE_FEATURES, rows(settings)));
        if (visits(some, samples) > budget) {
            some = withFeatures(some, samples);
        }
        if (visits(some, samples) > budget) {
            some = some.with(some.capacity().with(1, some.capacity().features()));
        }
        return visits(some, samples) > budget ? withRows(some, samples, Math.min(FEWEST_ROWS, rows(some))) : some;
    }

    private static int rows(LearnSettings settings) {
        return settings.limits().trainingRows();
    }

    /** As many rows as the budget allows, but not fewer than {@code least}. */
    private static LearnSettings withRows(LearnSettings settings, Map<TableSample, TableMode> samples, int least) {
        int low = least;
        int high = rows(settings);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            boolean fits =
                    visits(with(settings, middle), samples) <= settings.limits().budget();
            low = fits ? middle : low;
            high = fits ? high : middle - 1;
        }
        return with(settings, low);
    }

    private static LearnSettings with(LearnSettings settings, int rows) {
        return settings.with(settings.limits().withTrainingRows(rows));
    }

    private static LearnSettings withFeatures(LearnSettings settings, Map<TableSample, TableMode> samples) {
        int features = settings.capacity().features();
        LearnSettings some = settings;
        while (features > FEATURES_BEFORE_TREES
                && visits(some, samples) > settings.limits().budget()) {
            features--;
            some = settings.with(settings.capacity().with(settings.capacity().trees(), features));
        }
        return some;
    }

    /** Cells that the trees of all tables look at. */
    static double visits(LearnSettings settings, Map<TableSample, TableMode> samples) {
        Capacity capacity = settings.capacity();
        double visits = 0;
        for (Map.Entry<TableSample, TableMode> one : samples.entrySet()) {
            if (one.getValue().hasRows()) {
                double rows = Math.min(one.getKey().rows(), rows(settings));
                double columns = one.getKey().columns().size();
                double levels = Math.max(1, Math.log(rows / capacity.leafRows()) / Math.log(2));
                // A child sees its parent's columns and its sibling's besides its own.
                double features = Math.min(capacity.features(), 3 * columns);
                visits += FORESTS * capacity.trees() * columns * rows * features * Math.min(capacity.depth(), levels);
            }
        }
        return visits;
    }
}
