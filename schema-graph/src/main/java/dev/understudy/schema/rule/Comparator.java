package dev.understudy.schema.rule;

/** How two values are compared. */
public enum Comparator {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    /** {@code IS DISTINCT FROM}: two missing values are the same, and the verdict is never open. */
    DISTINCT,
    /** {@code IS NOT DISTINCT FROM}. */
    SAME;

    /** @param order sign of left minus right */
    boolean accepts(int order) {
        return switch (this) {
            case EQUAL, SAME -> order == 0;
            case UNEQUAL, DISTINCT -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    Verdict ofMissing(boolean left, boolean right) {
        return switch (this) {
            case DISTINCT -> Verdict.of(left != right);
            case SAME -> Verdict.of(left == right);
            default -> Verdict.UNKNOWN;
        };
    }
}
