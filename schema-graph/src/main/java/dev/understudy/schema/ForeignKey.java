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
 * @param origin        who declares it
 * @param onDelete      {@code CASCADE}, {@code SET NULL}, {@code SET DEFAULT}, {@code RESTRICT} or {@code NO ACTION}
 * @param onUpdate      likewise
 * @param definition    the vendor's own constraint clause, or empty
 * @param type          which rows of the child follow the link; {@link TypeLabel#ANY} for all of them
 */
public record ForeignKey(
        String name,
        TableName child,
        TableName parent,
        List<ColumnPair> columns,
        boolean optional,
        Deferrability deferrability,
        Origin origin,
        String onDelete,
        String onUpdate,
        String definition,
        TypeLabel type) {

    /** One column of the child and the column of the parent that it must equal. */
    public record ColumnPair(String child, String parent) {}

    /** Who declares a link. */
    public enum Origin {
        /** The child declares it to the database. */
        DECLARED,
        /** Only partitions of the child declare it (PostgreSQL): no constraint of the child can be paused or dropped. */
        PARTITIONS,
        /** Only the configuration knows it: no constraint anywhere, and rows of the source may break it. */
        CONFIGURATION
    }

    /**
     * The rows of a polymorphic link that follow it: those whose type column holds one label.
     *
     * @param column type column of the child; empty for all rows
     * @param label  as the column holds it, in characters
     */
    public record TypeLabel(String column, String label) {
        /** All rows, whatever their type. */
        public static final TypeLabel ANY = new TypeLabel("", "");

        public TypeLabel {
            Objects.requireNonNull(column);
            Objects.requireNonNull(label);
        }
    }

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
        // A file that was written before there were such links has neither.
        origin = Objects.requireNonNullElse(origin, Origin.DECLARED);
        type = Objects.requireNonNullElse(type, TypeLabel.ANY);
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new UnderstudyException(
                    Problem.FAILED,
                    "Foreign key %s of %s lists no columns; it needs one pair per column of the key in %s."
                            .formatted(name, child, parent));
        }
    }

    /** A link of a catalog. @param declared false if only partitions of the child declare it */
    public ForeignKey(
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
        this(
                name,
                child,
                parent,
                columns,
                optional,
                deferrability,
                declared ? Origin.DECLARED : Origin.PARTITIONS,
                onDelete,
                onUpdate,
                definition,
                TypeLabel.ANY);
    }

    /** An immediate link without actions. */
    public static ForeignKey of(
            String name, TableName child, TableName parent, List<ColumnPair> columns, boolean optional) {
        return new ForeignKey(
                name, child, parent, columns, optional, Deferrability.IMMEDIATE, true, "NO ACTION", "NO ACTION", "");
    }

    /** A link that only the configuration knows, for rows of one type or for all. */
    public static ForeignKey configured(
            String name,
            TableName child,
            TableName parent,
            List<ColumnPair> columns,
            boolean optional,
            TypeLabel type) {
        return new ForeignKey(
                name,
                child,
                parent,
                columns,
                optional,
                Deferrability.IMMEDIATE,
                Origin.CONFIGURATION,
                "NO ACTION",
                "NO ACTION",
                "",
                type);
    }

    /** The same link between tables that have other names. */
    public ForeignKey between(TableName newChild, TableName newParent) {
        return new ForeignKey(
                name,
                newChild,
                newParent,
                columns,
                optional,
                deferrability,
                origin,
                onDelete,
                onUpdate,
                definition,
                type);
    }

    /** True if the child declares it to the database. */
    public boolean declared() {
        return origin == Origin.DECLARED;
    }

    /** True if only the configuration knows it. */
    public boolean isConfigured() {
        return origin == Origin.CONFIGURATION;
    }

    /** True if only rows of one type follow it. */
    public boolean isTyped() {
        return !type.column().isEmpty();
    }

    /**
     * True if every row of the child has {@code other}, which rests on all columns of this link and on more: where that
     * one points says where this one does.
     */
    public boolean isImpliedBy(ForeignKey other) {
        return !other.optional()
                && other.columns.size() > columns.size()
                && other.childColumns().containsAll(childColumns());
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
