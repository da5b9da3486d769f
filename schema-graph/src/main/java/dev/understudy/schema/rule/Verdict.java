package dev.understudy.schema.rule;

/** What a condition says of a row. */
public enum Verdict {
    TRUE,
    FALSE,
    /** A missing value leaves it open. A check lets such a row pass. */
    UNKNOWN;

    static Verdict of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Verdict negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
