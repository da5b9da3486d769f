package dev.understudy.model;

import java.util.List;

/**
 * The conditional distribution of one column: a mixture of trees in equal shares. A row draws one tree, then one code
 * from its leaf, which samples the mixture exactly.
 *
 * @param features what the trees look at
 * @param trees    at least one, unless the column never has a value
 */
public record Forest(List<Feature> features, List<Tree> trees) {
    public static final Forest EMPTY = new Forest(List.of(), List.of());

    public Forest {
        features = List.copyOf(features);
        trees = List.copyOf(trees);
    }
}
