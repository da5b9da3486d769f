package dev.understudy.job;

import java.util.Objects;

/** Which Understudy this is. */
public final class Version {
    /** From the jar's manifest; {@code development} where classes stand in a folder. */
    public static final String TEXT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
