package dev.understudy.model;

/**
 * Something that a column may depend on.
 *
 * @param source where it stands
 * @param link   for {@link Source#TARGET}, {@link Source#RUN} and {@link Source#RUN_LEFT}: which reference of the table; for {@link Source#ALIKE}: the column of the
 *               cascade that tells the kind; else 0
 * @param column column of the cascade of the table that {@code source} means; 0 where it means none
 */
public record Feature(Source source, int link, int column) {

    /** Where a feature stands, seen from a row. Code 0 of each says that there is no such row. */
    public enum Source {
        /** An earlier column of the same row. */
        OWN,
        /** A column of the sibling before. */
        PREVIOUS,
        /** A column of the last sibling before of the same kind. */
        ALIKE,
        PARENT,
        GRANDPARENT,
        /** A column of the row that a reference link points at. */
        TARGET,
        /** Position among the siblings. */
        POSITION,
        /** Number of siblings, the row itself included. */
        SIBLINGS,
        /** Number of siblings that follow. */
        REMAINING,
        /** Siblings directly before that point at the same row, the row itself included. */
        RUN,
        /** Siblings directly after that point at the same row, the row itself included. */
        RUN_LEFT,
        /** Many features of the forest as one number. */
        INDEX
    }

    /** The index of a forest. */
    public static final Feature INDEX = new Feature(Source.INDEX, 0, 0);

    /** True if a draw of it looks at siblings before. */
    public boolean looksBack() {
        return source == Source.PREVIOUS || source == Source.ALIKE;
    }

    public static Feature own(int column) {
        return new Feature(Source.OWN, 0, column);
    }
}
