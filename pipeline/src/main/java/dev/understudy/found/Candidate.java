package dev.understudy.found;

import dev.understudy.schema.ColumnName;
import dev.understudy.schema.TableName;
import java.util.List;

/**
 * What a sample lets suppose.
 *
 * @param table    whose rows it is about
 * @param columns  that it is about: of an order the greater first, of {@link Kind#DETERMINES} the one that tells first
 * @param text     in words
 * @param rows     rows of the sample at which it could be looked at; 0 if the sample cannot tell
 * @param broken   rows of those that break it
 * @param surprise how unlikely it is by chance, in [0, 1]
 * @param whole    true if the sample was all there is
 */
record Candidate(
        TableName table,
        Kind kind,
        List<ColumnName> columns,
        String text,
        long rows,
        long broken,
        double surprise,
        boolean whole) {
    /** Fewer rows say nothing. As many as learning asks for. */
    static final int FEWEST_ROWS = 200;
    /** Share of the rows that may break what is told as nearly kept. */
    static final double NEARLY = 0.001;
    /** The same in a sample, which may happen to hold more of them. */
    private static final double NEARLY_IN_SAMPLE = 0.003;

    Candidate {
        columns = List.copyOf(columns);
    }

    /** Most rows of a sample that may break what is worth asking for. */
    static long most(long rows, boolean whole) {
        return (long) (rows * (whole ? NEARLY : NEARLY_IN_SAMPLE));
    }

    boolean isOrder() {
        return kind == Kind.ORDER || kind == Kind.PARENT_ORDER;
    }

    boolean isEquality() {
        return kind == Kind.EQUAL || kind == Kind.PARENT_EQUAL;
    }

    FoundDependency found(long ofRows, long violations, boolean sampled) {
        return new FoundDependency(table, kind, text, ofRows, violations, sampled, kind.learned());
    }
}
