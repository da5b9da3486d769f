package dev.understudy.learn;

import dev.understudy.schema.TableName;
import java.util.Map;

/**
 * Which learner is used for which table.
 *
 * @param usual   for all others
 * @param byTable for single tables
 */
public record Learners(Learner usual, Map<TableName, Learner> byTable) {
    public static final Learners DEFAULT = new Learners(Learner.TREES, Map.of());

    public Learners {
        byTable = Map.copyOf(byTable);
    }

    public Learner of(TableName table) {
        return byTable.getOrDefault(table, usual);
    }
}
