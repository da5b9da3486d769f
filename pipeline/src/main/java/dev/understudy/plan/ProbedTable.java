package dev.understudy.plan;

import dev.understudy.semantic.Meaning;
import java.util.List;
import java.util.Set;

/**
 * What a probe found out about one table.
 *
 * @param rows    number of rows; from statistics for a large table; 0 for one that is not read
 * @param columns columns whose meaning is known
 */
record ProbedTable(long rows, List<PlannedColumn> columns) {
    static final ProbedTable NOT_READ = new ProbedTable(0, List.of());

    boolean personal() {
        return columns.stream().anyMatch(column -> column.meaning().personal());
    }

    boolean means(Set<Meaning> any) {
        return columns.stream().anyMatch(column -> any.contains(column.meaning()));
    }
}
