package dev.understudy.model;

import dev.understudy.schema.TableName;
import java.util.List;

/**
 * How many children rows of a table have over one owning link.
 *
 * @param link       name of the foreign key of the child
 * @param column     column of the parent's cascade that holds the count
 * @param perParent  mean number of children of a parent row in the source
 * @param most       1 if no parent ever has more than one child, else 0 for no limit
 * @param spans      when children begin and end, at most one
 */
public record FanOut(String link, int column, double perParent, int most, List<Span> spans) {
    private static final String COUNT = "<count ";

    public FanOut {
        spans = List.copyOf(spans);
    }

    /** Name of the parent's column that says how many children of a table a row has. @param link name of the owning link */
    public static String countColumn(TableName child, String link) {
        return COUNT + child + " " + link + ">";
    }

    /** True for the name of a column that says how many children a row has. */
    public static boolean isCount(String name) {
        return name.startsWith(COUNT);
    }

    /** Name of the parent's column that says the mean of what its children of a table have in a column, or tell of theirs. */
    public static String meanColumn(TableName child, String column) {
        return "<mean " + child + " " + column + ">";
    }

    /**
     * When the children of a row begin and end.
     *
     * @param any   column of the parent's cascade that says whether there are children
     * @param first column that says when they begin
     * @param last  column that says when they end; -1 for none
     * @param share of the parent rows that have children
     * @param several share of the parent rows whose children end later than they begin
     * @param mean  time between begin and end, over all parent rows, in the unit of the column; 0 for rows without children
     */
    public record Span(int any, int first, int last, double share, double several, double mean) {}
}
