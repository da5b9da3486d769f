package dev.understudy.privacy;

/** What a real family is to an audit. */
public enum Part {
    /** The synthetic data were made from it. */
    TRAIN,
    /** Nothing was made from it; what is found out about it is what anybody could know. */
    HOLDOUT,
    /** Nothing was made from it; attacks, scales and outliers are chosen by it. */
    REFERENCE,
    /** Takes no part. */
    NONE
}
