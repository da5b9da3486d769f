package dev.understudy.model;

/**
 * How many children rows of a table have over one owning link.
 *
 * @param link       name of the foreign key of the child
 * @param column     column of the parent's cascade that holds the count
 * @param perParent  mean number of children of a parent row in the source
 * @param most       1 if no parent ever has more than one child, else 0 for no limit
 */
public record FanOut(String link, int column, double perParent, int most) {}
