package dev.understudy.job;

import dev.understudy.connect.Access;
import dev.understudy.read.SnapshotSettings;
import java.util.List;

/**
 * Which database is learned from, and how it is read.
 *
 * @param schemas  schemas as the catalog spells them; empty for all that users made
 */
public record SourceSettings(Access access, List<String> schemas, SnapshotSettings snapshot) implements DataSet {
    public SourceSettings {
        access = access.asSource();
        schemas = List.copyOf(schemas);
    }

    /** All schemas, read in the ordinary way. */
    public static SourceSettings of(Access access) {
        return new SourceSettings(access, List.of(), SnapshotSettings.DEFAULT);
    }

    @Override
    public String place() {
        return access.place();
    }
}
