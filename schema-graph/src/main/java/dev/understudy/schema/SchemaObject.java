package dev.understudy.schema;

import java.util.Objects;

/**
 * Something beside the tables that belongs to a schema: passed on by its own definition, or withheld.
 *
 * @param kind       what it is
 * @param name       its name; overloaded routines carry their argument types in the name
 * @param definition the vendor's own CREATE statement, complete; may be empty when withheld
 * @param handling   what happens to it in the target
 * @param reason     why it is withheld or disabled, one clause for people; empty when created
 */
public record SchemaObject(Kind kind, TableName name, String definition, Handling handling, String reason) {

    /** In the order in which they are created: what comes first never needs what comes later. */
    public enum Kind {
        EXTENSION,
        SCHEMA,
        COLLATION,
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
        RULE,
        TRIGGER,
        POLICY,
        SYNONYM,
        USER_MAPPING,
        FOREIGN_SERVER,
        FOREIGN_TABLE,
        PUBLICATION,
        SUBSCRIPTION,
        EVENT_TRIGGER,
        EVENT,
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
    }
}
