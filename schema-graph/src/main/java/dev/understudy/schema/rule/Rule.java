package dev.understudy.schema.rule;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A condition that every row of a table must meet.
 *
 * @param name      what people call it; for a check the name of the constraint
 * @param condition over columns of the table
 */
public record Rule(String name, Condition condition) {
    public Rule {
        Objects.requireNonNull(name);
        Objects.requireNonNull(condition);
    }

    /** Names of the columns that it looks at. */
    public SortedSet<String> columns() {
        return condition.columns().stream().map(ColumnReference::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** True unless the condition is false: unknown passes. */
    public boolean isKeptBy(RowView row) {
        return condition.verdict(row) != Verdict.FALSE;
    }
}
