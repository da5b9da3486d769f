package dev.understudy.report;

/**
 * Scores of a table, or of a whole database; NaN where one does not apply. 1 is best, but for the two detections, where 0.5 is.
 *
 * @param shapes      of columns
 * @param pairs       of columns
 * @param cardinality children per parent
 * @param oneHop      pairs with columns of parents
 * @param twoHop      of grandparents
 * @param threeHop    of those above
 * @param detection   C2ST: accuracy of a classifier on single rows
 * @param aggregated  C2ST-Agg: on rows with aggregates of their children
 * @param overall     mean of shapes, pairs, cardinality and one-hop trends, of those that there are
 */
public record Scores(
        double shapes,
        double pairs,
        double cardinality,
        double oneHop,
        double twoHop,
        double threeHop,
        double detection,
        double aggregated,
        double overall) {}
