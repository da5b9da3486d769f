package dev.understudy.read;

import dev.understudy.data.LinkSource;
import java.util.List;

/** A database as of one moment. */
public interface SnapshotSource extends LinkSource {
    /** What keeps the snapshot from being fully consistent, one sentence each; free of data. */
    List<String> warnings();
}
