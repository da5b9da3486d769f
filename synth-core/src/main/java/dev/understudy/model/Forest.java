package dev.understudy.model;

import dev.understudy.encode.Groups;
import java.util.List;

/**
 * The conditional distribution of one column: a mixture of trees in equal shares. A row draws one tree, then one code
 * from its leaf, which samples the mixture exactly.
 *
 * @param features what the trees look at
 * @param guided   per feature, the groups in which this forest sees its codes, or {@link Groups#COMMON}
 * @param index    what {@link Feature#INDEX} means, at most one
 * @param trees    at least one, unless the column never has a value
 * @param marginal what its draws are to amount to
 */
public record Forest(
        List<Feature> features, List<Groups> guided, List<Index> index, List<Tree> trees, Marginal marginal) {
    public static final Forest EMPTY = unconditional(List.of());

    public Forest {
        features = List.copyOf(features);
        guided = List.copyOf(guided);
        index = List.copyOf(index);
        trees = List.copyOf(trees);
    }

    /** A forest that looks at nothing. */
    public static Forest unconditional(List<Tree> trees) {
        return new Forest(List.of(), List.of(), List.of(), trees, Marginal.NONE);
    }

    /** The same trees, with other leaves. */
    public Forest with(List<Tree> others) {
        return new Forest(features, guided, index, others, marginal);
    }

    /** The same without what it was to amount to. */
    public Forest finished() {
        return marginal.isKnown() ? new Forest(features, guided, index, trees, Marginal.NONE) : this;
    }
}
