package dev.understudy.plan;

import dev.understudy.model.TableMode;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.rules.ComputedLinks;
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
        List<Warning> warnings = new ArrayList<>(withoutPartitions(schema, modes));
        warnings.addAll(withUnfollowedLinks(schema, modes));
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

    /** A partitioned table has no place for rows before it has a partition. */
    private static List<Warning> withoutPartitions(Schema schema, Map<TableName, TableMode> modes) {
        List<Warning> warnings = new ArrayList<>();
        for (Table table : schema.rowTables()) {
            boolean rows =
                    modes.containsKey(table.name()) && modes.get(table.name()).hasRows();
            // MariaDB tells of partitions only in the definition of their table.
            boolean apart = schema.vendor() == Vendor.POSTGRESQL && table.kind() == TableKind.PARTITIONED;
            if (rows && apart && !hasPartition(schema, table.name())) {
                modes.put(table.name(), TableMode.EMPTY);
                warnings.add(new Warning(
                        "no-partition",
                        table.name().toString(),
                        "stays empty, because it has no partition that could take a row."));
            }
        }
        return warnings;
    }

    /** Rows of which the database alone knows where they point. */
    private static List<Warning> withUnfollowedLinks(Schema schema, Map<TableName, TableMode> modes) {
        List<Warning> warnings = new ArrayList<>();
        for (ForeignKey link : ComputedLinks.unfollowed(schema)) {
            if (modes.containsKey(link.child()) && modes.get(link.child()).hasRows()) {
                modes.put(link.child(), TableMode.EMPTY);
                warnings.add(new Warning(
                        "computed-link",
                        link.child().toString(),
                        "stays empty, because the link %s rests on columns that the database computes, so that no parent can be chosen."
                                .formatted(link.name())));
            }
        }
        return warnings;
    }

    private static boolean hasPartition(Schema schema, TableName name) {
        return schema.tables().stream()
                .filter(table ->
                        table.kind() == TableKind.PARTITION && table.inherits().contains(name))
                .anyMatch(
                        table -> !table.partitioning().contains("PARTITION BY") || hasPartition(schema, table.name()));
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
