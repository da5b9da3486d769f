package dev.understudy.read;

import dev.understudy.data.LinkSource;
import java.util.List;

/** A database as of one moment. May be read by as many threads as it has {@link #readers()}. */
public interface SnapshotSource extends LinkSource {
    /** How many tables can be read at the same time; further callers wait. At least 1. */
    int readers();

    /** What keeps the snapshot from being fully consistent, one sentence each; free of data. */
    List<String> warnings();
}
