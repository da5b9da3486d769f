package dev.understudy.classify;

import java.util.HashMap;
import java.util.Map;

/**
 * How trees are grown.
 *
 * @param kind    boosted one after the other, or side by side as a random forest
 * @param trees   their number; per class if there are more than two
 * @param depth   most splits from root to leaf
 * @param rate    how much of what a boosted tree says is added; 1 for a forest
 * @param classes number of classes, at least 2
 * @param threads of the library
 */
public record TreeSettings(Kind kind, int trees, int depth, double rate, int classes, int threads) {
    /** How the trees of a classifier work together. */
    public enum Kind {
        BOOSTED,
        FOREST
    }

    /** 100 boosted trees of depth 6 at a rate of 0.3 for two classes, as the two-sample tests of the field have it. */
    public static TreeSettings boosted(int threads) {
        return new TreeSettings(Kind.BOOSTED, 100, 6, 0.3, 2, threads);
    }

    /** 100 deeper trees, each of a sample of rows and, at each split, of features. */
    public static TreeSettings forest(int classes, int threads) {
        return new TreeSettings(Kind.FOREST, 100, 12, 1, classes, threads);
    }

    public TreeSettings withTrees(int newTrees) {
        return new TreeSettings(kind, newTrees, depth, rate, classes, threads);
    }

    public TreeSettings withClasses(int newClasses) {
        return new TreeSettings(kind, trees, depth, rate, newClasses, threads);
    }

    int rounds() {
        return kind == Kind.FOREST ? 1 : trees;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", classes == 2 ? "binary:logistic" : "multi:softprob");
        if (classes > 2) {
            parameters.put("num_class", classes);
        }
        parameters.put("max_depth", depth);
        parameters.put("eta", rate);
        parameters.put("tree_method", "hist");
        parameters.put("seed", 1);
        parameters.put("verbosity", 0);
        parameters.put("nthread", threads);
        if (kind == Kind.FOREST) {
            parameters.put("num_parallel_tree", trees);
            parameters.put("subsample", 0.63);
            parameters.put("colsample_bynode", 0.4);
        }
        return parameters;
    }
}
