package dev.understudy.sql.rules;

/** Thrown where a condition holds something that our tree does not know; never leaves the package. */
final class Untranslatable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Untranslatable(String what) {
        super(what, null, false, false);
    }
}
