package dev.understudy.sql.ddl.crossvendor;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Types of all columns in the target. A column of a link gets the type of the column that it points at. */
final class ColumnTypes {
    private final TargetTypes types;
    private final Map<TableName, Table> tables;
    private final Map<ColumnName, ColumnName> parents = new HashMap<>();
    private final Set<ColumnName> inKeys = new HashSet<>();

    ColumnTypes(Schema source, TargetTypes types) {
        this.types = types;
        this.tables = source.tablesByName();
        for (Table table : source.tables()) {
            table.keys()
                    .forEach(key -> key.columns().forEach(column -> inKeys.add(new ColumnName(table.name(), column))));
        }
        for (ForeignKey key : source.foreignKeys()) {
            for (ColumnPair pair : key.columns()) {
                ColumnName child = new ColumnName(key.child(), pair.child());
                ColumnName parent = new ColumnName(key.parent(), pair.parent());
                inKeys.add(child);
                inKeys.add(parent);
                parents.putIfAbsent(child, parent);
            }
        }
    }

    /** Cost: the length of the chain of links behind the column. */
    TargetType of(Table table, Column column) {
        ColumnName name = new ColumnName(table.name(), column.name());
        Set<ColumnName> seen = new HashSet<>();
        ColumnName root = name;
        while (seen.add(root) && parents.containsKey(root)) {
            root = parents.get(root);
        }
        // A ring of links over the same columns has no end: then every column keeps its own type.
        boolean ring = parents.containsKey(root);
        Column deciding = ring || !tables.containsKey(root.table())
                ? column
                : tables.get(root.table()).column(root.column()).orElse(column);
        return types.of(deciding.type(), inKeys.contains(name));
    }

    boolean isInKey(Table table, Column column) {
        return inKeys.contains(new ColumnName(table.name(), column.name()));
    }
}
