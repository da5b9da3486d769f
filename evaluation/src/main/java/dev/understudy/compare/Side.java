package dev.understudy.compare;

/** Which of two data sets. */
public enum Side {
    REAL,
    SYNTHETIC
}
