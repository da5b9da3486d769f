package dev.understudy.found;

/** What a dependency says; the most telling first. */
public enum Kind {
    /** Two columns of a row have one value. */
    EQUAL(true, true),
    /** A column of a row follows from its children. */
    TOTAL(true, true),
    /** A column is that of the row's parent. */
    PARENT_EQUAL(true, false),
    /** A number is the sum of two others. */
    SUM(true, false),
    /** A number is the product of two others. */
    PRODUCT(true, false),
    /** Of some columns exactly one has a value. */
    ONE_OF(true, false),
    /** One value of a row is never less than another. */
    ORDER(true, true),
    /** The same, with one of the row's parent. */
    PARENT_ORDER(true, false),
    /** Rows that agree in one column agree in another. */
    DETERMINES(false, false);

    private final boolean rule;
    private final boolean learned;

    Kind(boolean rule, boolean learned) {
        this.rule = rule;
        this.learned = learned;
    }

    /** True if {@code rules:} can say it. */
    public boolean isRule() {
        return rule;
    }

    /** True if learning finds it by itself wherever the source always keeps it, so that new rows keep it, too. */
    public boolean learned() {
        return learned;
    }
}
