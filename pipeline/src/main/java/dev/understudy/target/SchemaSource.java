package dev.understudy.target;

/** Who makes the target's tables. */
public enum SchemaSource {
    /** Understudy, from the source's definitions. */
    CREATE,
    /** The user's Flyway migrations. */
    MIGRATIONS,
    /** They stand already. */
    EXISTING
}
