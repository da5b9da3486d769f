package dev.understudy.schema;

import java.util.List;
import java.util.Objects;

/**
 * Something beside the tables that belongs to a schema: passed on by its own definition, or withheld.
 *
 * @param kind       what it is
 * @param name       its name; overloaded routines carry their argument types in the name, triggers, rules and policies
 *                   the name of their table
 * @param definition the vendor's own CREATE statement, complete; may be empty when withheld
 * @param handling   what happens to it in the target
 * @param reason     why it is withheld or disabled, one clause for people; empty when created
 * @param needs      tables and views that must exist before it, sorted; those that the catalog knows of, so not the
 *                   ones that only the text of a routine's body mentions
 */
public record SchemaObject(
        Kind kind, TableName name, String definition, Handling handling, String reason, List<TableName> needs) {

    /** In the order in which they are created: what comes first never needs what comes later. */
    public enum Kind {
        SCHEMA,
        EXTENSION,
        COLLATION,
        /** A dictionary or a configuration of text search, with its mappings. */
        TEXT_SEARCH,
        ENUM_TYPE,
        COMPOSITE_TYPE,
        RANGE_TYPE,
        DOMAIN,
        ROUTINE,
        AGGREGATE,
        OPERATOR,
        STATISTICS,
        VIEW,
        MATERIALIZED_VIEW,
        /** An index of a materialized view. */
        VIEW_INDEX,
        RULE,
        TRIGGER,
        /** A row security policy, or the switch that turns a table's policies on. */
        POLICY,
        /** A foreign key that a partition declares by itself, not through its partitioned table. */
        PARTITION_FOREIGN_KEY,
        SYNONYM,
        USER_MAPPING,
        FOREIGN_SERVER,
        FOREIGN_TABLE,
        PUBLICATION,
        SUBSCRIPTION,
        EVENT_TRIGGER,
        EVENT,
        /** Whatever has no kind of its own: comments of other objects, operators, casts. */
        OTHER
    }

    /** What a run does with an object of the source's schema. */
    public enum Handling {
        CREATE,
        /** Created, but switched off: it reaches outside the database. */
        CREATE_DISABLED,
        /** Listed, never created: it would hand on a way into production. */
        WITHHOLD
    }

    public SchemaObject {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(definition);
        Objects.requireNonNull(handling);
        Objects.requireNonNull(reason);
        needs = List.copyOf(needs);
    }

    /** An object that needs no table. */
    public SchemaObject(Kind kind, TableName name, String definition, Handling handling, String reason) {
        this(kind, name, definition, handling, reason, List.of());
    }

    /** An object that is created as it is. */
    public static SchemaObject created(Kind kind, TableName name, String definition, List<TableName> needs) {
        return new SchemaObject(kind, name, definition, Handling.CREATE, "", needs);
    }

    /** An object that is listed and never created. */
    public static SchemaObject withheld(Kind kind, TableName name, String reason) {
        return new SchemaObject(kind, name, "", Handling.WITHHOLD, reason, List.of());
    }
}
