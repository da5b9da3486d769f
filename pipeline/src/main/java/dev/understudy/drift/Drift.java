package dev.understudy.drift;

import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that changed in a source since it was learned.
 *
 * @param schema   class by class
 * @param data     what passed its limit
 * @param compared true if rows were compared; false for a model that was written before models knew how rows were spread
 */
public record Drift(List<SchemaChange> schema, List<DataChange> data, boolean compared) {
    public Drift {
        schema = List.copyOf(schema);
        data = List.copyOf(data);
    }

    public boolean isEmpty() {
        return schema.isEmpty() && data.isEmpty();
    }

    /** Tables in which anything changed. */
    public Set<TableName> tables() {
        return Stream.concat(
                        schema.stream().map(SchemaChange::table), data.stream().map(DataChange::table))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
