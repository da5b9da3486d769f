package dev.understudy.generate;

/** Conditions that the rows of one table must meet, beyond keys and links. */
@FunctionalInterface
interface RowRules {
    /** A table without conditions. */
    RowRules NONE = block -> {};

    /** Redraws what breaks a condition, as far as that is possible. */
    void mend(Block block);
}
