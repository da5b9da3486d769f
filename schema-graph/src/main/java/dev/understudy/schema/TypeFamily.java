package dev.understudy.schema;

/** What kind of values a column holds, whatever the vendor calls it. */
public enum TypeFamily {
    BOOLEAN,
    /** Whole numbers of any width, signed or not, and MariaDB's year. */
    INTEGER,
    /** Exact decimals; see precision and scale. Money too. */
    DECIMAL,
    /** Floating point. */
    REAL,
    /** Characters of any length, including citext and clob. */
    TEXT,
    DATE,
    /** Time of day without a zone. */
    TIME,
    /** Date and time without a zone. */
    TIMESTAMP,
    /** A point in time; read and written in UTC. MariaDB's {@code timestamp} is one. */
    TIMESTAMP_ZONED,
    INTERVAL,
    UUID,
    BINARY,
    /** Bit strings. */
    BIT,
    JSON,
    XML,
    /** One of the labels of the type. */
    ENUM,
    /** Any subset of the labels of the type (MariaDB). */
    SET,
    ARRAY,
    /** inet, cidr, macaddr. */
    NETWORK,
    RANGE,
    GEOMETRY,
    COMPOSITE,
    /** tsvector and the like: a function of other data, or unknown. */
    OTHER
}
