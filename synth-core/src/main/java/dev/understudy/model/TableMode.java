package dev.understudy.model;

/** What becomes of the rows of a table. */
public enum TableMode {
    /** New rows are drawn from the model. */
    SYNTHESIZE,
    /** Row count and row identity stay; rows that k families reference keep their labels, the others get new ones. */
    LOOKUP,
    /** All rows are kept as they are, because the operator said so. */
    COPY,
    /** The source has no rows; new ones are made from types, constraints and meanings alone. */
    FILL,
    /** The table stays empty. */
    EMPTY,
    /** The table is neither read nor written. */
    SKIP;

    /** True if row number i of the source is row number i of the target. */
    public boolean keepsRows() {
        return this == LOOKUP || this == COPY;
    }

    /** True if the target gets rows. */
    public boolean hasRows() {
        return isLearned() || this == FILL;
    }

    /** True if the source's rows are read. */
    public boolean isLearned() {
        return this == SYNTHESIZE || keepsRows();
    }
}
