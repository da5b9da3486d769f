package dev.understudy.schema;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.List;
import java.util.Objects;

/**
 * A link from columns of {@code child} to a unique key of {@code parent}, matched pair by pair.
 *
 * @param name          constraint name; for a link the user declared by hand, the name they gave it; for one that only
 *                      partitions declare, the name that the first of them gives it
 * @param child         the table that holds the link
 * @param parent        the table it points at; may be the child itself
 * @param columns       one pair per key column, in key order; at least one
 * @param optional      true if a child row may stand without a parent
 * @param deferrability when the database checks it
 * @param declared      true if the child declares the link to the database; false if only the configuration knows it, or
 *                      if only partitions of the child declare it (PostgreSQL), so that no constraint of the child can be
 *                      paused or dropped
 * @param onDelete      {@code CASCADE}, {@code SET NULL}, {@code SET DEFAULT}, {@code RESTRICT} or {@code NO ACTION}
 * @param onUpdate      likewise
 * @param definition    the vendor's own constraint clause, or empty
 */
public record ForeignKey(
        String name,
        TableName child,
        TableName parent,
        List<ColumnPair> columns,
        boolean optional,
        Deferrability deferrability,
        boolean declared,
        String onDelete,
        String onUpdate,
        String definition) {

    /** One column of the child and the column of the parent that it must equal. */
    public record ColumnPair(String child, String parent) {}

    /** When a link is checked. */
    public enum Deferrability {
        /** At the end of each statement, always. */
        IMMEDIATE,
        /** At the end of each statement, unless a transaction asks for later. */
        INITIALLY_IMMEDIATE,
        /** At commit. */
        INITIALLY_DEFERRED;

        public boolean isDeferrable() {
            return this != IMMEDIATE;
        }
    }

    public ForeignKey {
        Objects.requireNonNull(name);
        Objects.requireNonNull(child);
        Objects.requireNonNull(parent);
        Objects.requireNonNull(deferrability);
        Objects.requireNonNull(onDelete);
        Objects.requireNonNull(onUpdate);
        Objects.requireNonNull(definition);
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new UnderstudyException(
                    Problem.FAILED,
                    "Foreign key %s of %s lists no columns; it needs one pair per column of the key in %s."
                            .formatted(name, child, parent));
        }
    }

    /** An immediate link without actions. */
    public static ForeignKey of(
            String name, TableName child, TableName parent, List<ColumnPair> columns, boolean optional) {
        return new ForeignKey(
                name, child, parent, columns, optional, Deferrability.IMMEDIATE, true, "NO ACTION", "NO ACTION", "");
    }

    public boolean isSelfReference() {
        return child.equals(parent);
    }

    /** Columns of the child, in key order. */
    public List<String> childColumns() {
        return columns.stream().map(ColumnPair::child).toList();
    }

    /** Columns of the parent, in key order. */
    public List<String> parentColumns() {
        return columns.stream().map(ColumnPair::parent).toList();
    }
}
