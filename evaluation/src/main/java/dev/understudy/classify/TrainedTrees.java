package dev.understudy.classify;

import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A trained classifier. Holds memory outside the heap, so it must be closed. The library does not promise that two classifiers
 * may be trained at once, so calls into it wait for each other.
 */
public final class TrainedTrees implements AutoCloseable {
    private static final Object LIBRARY = new Object();

    private final Booster booster;

    private TrainedTrees(Booster booster) {
        this.booster = booster;
    }

    /** Deterministic for equal rows in equal order. */
    public static TrainedTrees of(SparseRows rows, TreeSettings settings) {
        synchronized (LIBRARY) {
            try {
                DMatrix matrix = matrix(rows);
                try {
                    return new TrainedTrees(
                            XGBoost.train(matrix, settings.parameters(), settings.rounds(), Map.of(), null, null));
                } finally {
                    matrix.dispose();
                }
            } catch (XGBoostError problem) {
                throw failed(problem);
            }
        }
    }

    /** Per row the probability of the second of two classes, or of each of several. */
    public float[][] probabilities(SparseRows rows) {
        if (rows.rows() == 0) {
            return new float[0][];
        }
        synchronized (LIBRARY) {
            try {
                DMatrix matrix = matrix(rows);
                try {
                    return booster.predict(matrix);
                } finally {
                    matrix.dispose();
                }
            } catch (XGBoostError problem) {
                throw failed(problem);
            }
        }
    }

    /** By feature, how much it told: the total gain of its splits. Features that told nothing are left out. */
    public Map<Integer, Double> gains() {
        synchronized (LIBRARY) {
            try {
                Map<Integer, Double> gains = new LinkedHashMap<>();
                booster.getScore("", "total_gain")
                        .forEach((name, gain) -> gains.put(Integer.parseInt(name.substring(1)), gain));
                return gains;
            } catch (XGBoostError problem) {
                throw failed(problem);
            }
        }
    }

    private static DMatrix matrix(SparseRows rows) throws XGBoostError {
        DMatrix matrix =
                new DMatrix(rows.starts(), rows.columns(), rows.values(), DMatrix.SparseType.CSR, rows.width());
        matrix.setLabel(rows.labels());
        return matrix;
    }

    private static IllegalStateException failed(XGBoostError problem) {
        return new IllegalStateException("The library of the classifier failed", problem);
    }

    @Override
    public void close() {
        synchronized (LIBRARY) {
            booster.dispose();
        }
    }
}
