package dev.understudy.data;

import dev.understudy.schema.ForeignKey;

/** A {@link RowSource} that can also be asked how far the values of a link are found among its parents. */
public interface LinkSource extends RowSource {

    /** Exact number of rows of the child that have a value in the link and point at no row of the parent. */
    long orphans(ForeignKey link);

    /**
     * Looks some values of a link up in the parent's key.
     *
     * @param rows   most rows of the child that are looked at
     * @param values most different values
     */
    Inclusion inclusion(ForeignKey link, long rows, long values);
}
