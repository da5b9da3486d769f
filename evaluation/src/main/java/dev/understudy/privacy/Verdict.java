package dev.understudy.privacy;

/** What a test says. Later constants are worse. */
public enum Verdict {
    PASS,
    /** Too few families, no hold-out, or the suite failed its own controls. Never to be read as a pass. */
    INCONCLUSIVE,
    FAIL;

    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
