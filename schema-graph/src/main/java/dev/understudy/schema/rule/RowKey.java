package dev.understudy.schema.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something that no two rows of a table may share: a unique key over expressions, or over some of the rows only, or ranges
 * that may not overlap.
 *
 * @param name          of the key or index
 * @param parts         rows that agree in the values of all of them collide, if their spans overlap; none if all rows do
 * @param spans         what rows may not overlap in, if they do so in each; none if rows that agree collide in any case
 * @param predicate     which rows are meant: those for which it is true
 * @param nullsDistinct true if a row with a part that has no value never collides
 */
public record RowKey(
        String name, List<Expression> parts, List<Span> spans, Condition predicate, boolean nullsDistinct) {
    public RowKey {
        Objects.requireNonNull(name);
        Objects.requireNonNull(predicate);
        parts = List.copyOf(parts);
        // A model that was written before there were spans has none.
        spans = spans == null ? List.of() : List.copyOf(spans);
    }

    /** A key without a span. */
    public RowKey(String name, List<Expression> parts, Condition predicate, boolean nullsDistinct) {
        this(name, parts, List.of(), predicate, nullsDistinct);
    }

    /** True if the row cannot collide with any other. */
    public boolean isExempt(RowView row) {
        if (predicate.verdict(row) != Verdict.TRUE) {
            return true;
        }
        // Loops, since this is asked for every value that is tried.
        for (int p = 0; nullsDistinct && p < parts.size(); p++) {
            if (parts.get(p).isNull(row)) {
                return true;
            }
        }
        for (int s = 0; s < spans.size(); s++) {
            if (spans.get(s).from(row) >= spans.get(s).until(row)) {
                return true;
            }
        }
        return false;
    }

    /** A hash that is equal for rows whose parts are. */
    public long hash(RowView row) {
        long hash = 17;
        for (Expression part : parts) {
            hash = mixed(hash ^ Values.hash(part.value(row)));
        }
        return hash;
    }

    /** Columns that its parts and its span look at, in the order of their first mention. */
    public Set<ColumnReference> columns() {
        Set<ColumnReference> columns = new LinkedHashSet<>();
        parts.forEach(part -> part.visit(inner -> {
            if (inner instanceof ColumnReference column) {
                columns.add(column);
            }
        }));
        spans.forEach(span -> columns.addAll(span.columns()));
        return columns;
    }

    /** Stafford's variant 13 of the finalizer of MurmurHash3. */
    private static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
