package dev.understudy.sql.rules;

import dev.understudy.schema.TypeFamily;

/** What can be done with a value. */
enum Kind {
    NUMBER,
    TEXT,
    /** One of the labels of a type: equal or not, but in no order that we know. */
    LABEL,
    FLAG,
    DATE,
    TIMESTAMP,
    TIME,
    /** An interval. */
    SPAN,
    /** Binary: only its presence and its length can be asked. */
    BYTES,
    /** Only its presence can be asked. */
    OPAQUE,
    /** A literal null. */
    NOTHING;

    static Kind of(TypeFamily family) {
        return switch (family) {
            case INTEGER, DECIMAL, REAL -> NUMBER;
            case TEXT -> TEXT;
            case ENUM, UUID -> LABEL;
            case BOOLEAN -> FLAG;
            case DATE -> DATE;
            case TIMESTAMP, TIMESTAMP_ZONED -> TIMESTAMP;
            case TIME -> TIME;
            case INTERVAL -> SPAN;
            case BINARY -> BYTES;
            default -> OPAQUE;
        };
    }

    /** True if values of both kinds can be compared as they are. */
    boolean comparesWith(Kind other) {
        if (this == NOTHING || other == NOTHING) {
            return true;
        }
        if (this == OPAQUE || other == OPAQUE || this == BYTES || other == BYTES) {
            return false;
        }
        return group() == other.group();
    }

    private int group() {
        return switch (this) {
            case NUMBER, FLAG -> 0;
            case TEXT, LABEL -> 1;
            case DATE, TIMESTAMP -> 2;
            case SPAN -> 3;
            default -> 4;
        };
    }
}
