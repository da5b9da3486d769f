package dev.understudy.plan;

import dev.understudy.model.TableMode;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables that can have no rows because a parent that each of their rows needs has none. */
final class EmptiedTables {
    private EmptiedTables() {}

    /**
     * Sets such tables to {@link TableMode#EMPTY}, their children too.
     *
     * @param modes mode of every table; changed
     */
    static List<Warning> apply(Schema schema, Map<TableName, TableMode> modes) {
        List<Warning> warnings = new ArrayList<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ForeignKey link : schema.foreignKeys()) {
                TableMode child = modes.get(link.child());
                TableMode parent = modes.get(link.parent());
                boolean needed = !link.optional() && (!link.isTyped() || !hasOtherParent(schema, link, modes));
                if (child == null || parent == null || !needed || !child.hasRows() || parent.hasRows()) {
                    continue;
                }
                modes.put(link.child(), TableMode.EMPTY);
                changed = true;
                warnings.add(new Warning(
                        "emptied-by-parent",
                        link.child().toString(),
                        "stays empty, because each of its rows needs one of %s (%s), which gets none."
                                .formatted(link.parent(), link.name())));
            }
        }
        return warnings;
    }

    /** True if rows of another type have a parent. */
    private static boolean hasOtherParent(Schema schema, ForeignKey link, Map<TableName, TableMode> modes) {
        return schema.foreignKeysOf(link.child()).stream()
                .filter(other -> other.isTyped()
                        && other.type().column().equals(link.type().column()))
                .anyMatch(other -> modes.containsKey(other.parent())
                        && modes.get(other.parent()).hasRows());
    }
}
