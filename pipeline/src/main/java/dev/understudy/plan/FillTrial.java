package dev.understudy.plan;

import dev.understudy.schema.TableName;
import java.util.Map;

/** Makes the rows of tables that have none to learn from, as a run would, and says how many come out. */
@FunctionalInterface
public interface FillTrial {
    /** Tries nothing. */
    FillTrial NONE = plan -> Map.of();

    /**
     * @param plan as a run would follow it
     * @return rows by table that meet every constraint that can be judged, for tables of the mode fill; those that are not
     *     named get what is planned
     */
    Map<TableName, Long> rows(Plan plan);
}
