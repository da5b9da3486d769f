package dev.understudy.plan;

import dev.understudy.schema.TableName;
import java.util.Objects;

/**
 * A rule that the operator declared, and how well the source keeps it.
 *
 * @param text   the rule
 * @param table  whose rows must meet it
 * @param rows   rows of the table; -1 where a table is not read
 * @param broken rows that break it; -1 likewise
 */
public record PlannedRule(String text, TableName table, long rows, long broken) {
    public PlannedRule {
        Objects.requireNonNull(text);
        Objects.requireNonNull(table);
    }
}
