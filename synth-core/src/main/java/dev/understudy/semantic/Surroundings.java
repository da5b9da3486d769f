package dev.understudy.semantic;

/** Texts of other columns that a text is made from: of its own row, of its owner, of rows that it refers to. */
@FunctionalInterface
public interface Surroundings {
    Surroundings NONE = source -> null;
    long NO_NUMBER = Long.MIN_VALUE;

    /**
     * @param source number of the place, as the recipe counts them
     * @return the text, a date as {@code 2024-03-05}; null where there is none
     */
    String text(int source);

    /**
     * The number of a hidden column of the row; of one with labels, the number of the label, behind them for a rare one.
     *
     * @return {@link #NO_NUMBER} where there is none
     */
    default long number(int source) {
        return NO_NUMBER;
    }
}
