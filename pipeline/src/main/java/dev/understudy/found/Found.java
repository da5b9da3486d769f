package dev.understudy.found;

import dev.understudy.schema.TableName;
import java.util.List;

/**
 * What was found in the rows of a source.
 *
 * @param dependencies by table in the plan's order, the strongest of each first
 * @param unsearched   tables that were left out because the time was over
 */
public record Found(List<FoundDependency> dependencies, List<TableName> unsearched) {
    public Found {
        dependencies = List.copyOf(dependencies);
        unsearched = List.copyOf(unsearched);
    }
}
