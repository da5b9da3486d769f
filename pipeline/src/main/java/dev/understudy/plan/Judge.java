package dev.understudy.plan;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import java.util.List;

/** Says what a database says of texts that its check is asked about. */
@FunctionalInterface
public interface Judge {
    /**
     * @param check  over {@code column} and no other one
     * @param texts  not too long for the column
     * @return as many verdicts; false also for a text at which the database fails
     */
    List<Boolean> passes(Check check, Column column, List<String> texts);
}
