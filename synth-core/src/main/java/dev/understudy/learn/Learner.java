package dev.understudy.learn;

/** What learns how a column is spread, given what tells it. */
public enum Learner {
    /** Histogram trees over many features. */
    TREES,
    /** A Bayesian network: a table over the few columns that tell most. Coarser than trees, and can be read. */
    NETWORK,
    /** A Gaussian copula: one correlation for each column. Smooth; knows no exceptions. */
    COPULA,
    /** For each column whichever of these tells most of families that it did not see. */
    AUTO
}
