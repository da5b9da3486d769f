package dev.understudy.plan;

import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * A table with which families start.
 *
 * @param table    the table
 * @param families its rows in the source
 * @param members  tables whose rows belong to its families, itself left out, parents first
 * @param detail   what the number of families lets through, one clause for people
 */
public record PlannedSubject(TableName table, long families, List<TableName> members, String detail) {
    private static final long FEWEST_FOR_TREES = 50;
    private static final long FEWEST_FOR_DEEP_TREES = 200;

    public PlannedSubject {
        Objects.requireNonNull(table);
        Objects.requireNonNull(detail);
        members = List.copyOf(members);
    }

    /** The thresholds are those of the learner. */
    static String detail(long families, int k) {
        if (families < k) {
            return "fewer than k = %d families: no value is kept, all are made up".formatted(k);
        }
        if (families < FEWEST_FOR_TREES) {
            return "fewer than %d families: single columns are learned, not how they depend on each other"
                    .formatted(FEWEST_FOR_TREES);
        }
        if (families < FEWEST_FOR_DEEP_TREES) {
            return "fewer than %d families: only strong dependencies are learned".formatted(FEWEST_FOR_DEEP_TREES);
        }
        return "values that fewer than k = %d families share are replaced".formatted(k);
    }
}
