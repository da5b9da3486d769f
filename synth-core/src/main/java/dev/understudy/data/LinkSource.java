package dev.understudy.data;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.ForeignKey;
import java.time.Duration;
import java.util.Optional;

/** A {@link RowSource} that can also be asked how many rows keep what links and rules say. */
public interface LinkSource extends RowSource {

    /** Exact number of rows of the child that have a value in the link and point at no row of the parent. */
    long orphans(ForeignKey link);

    /** Exact number of rows that break what the operator declares; -1 if the source cannot tell. */
    default long broken(DeclaredRule rule) {
        return -1;
    }

    /** Exact number of rows of which the children add up to something else; -1 if the source cannot tell. */
    default long broken(DeclaredTotal total, ColumnType type) {
        return -1;
    }

    /**
     * The first row of a query that needs no answer.
     *
     * @param query in the words of the source's vendor; free of data
     * @param count columns of the query, each a whole number
     * @param most  how long the source may take
     * @return empty if the source cannot tell, or not in that time
     */
    default Optional<long[]> numbers(String query, int count, Duration most) {
        return Optional.empty();
    }

    /**
     * Looks some values of a link up in the parent's key.
     *
     * @param rows   most rows of the child that are looked at
     * @param values most different values
     */
    Inclusion inclusion(ForeignKey link, long rows, long values);
}
