package dev.understudy.load;

import java.sql.Connection;

/** Where a sink gets a connection for each table that it writes; the writer closes what it got. */
@FunctionalInterface
public interface Connections {
    /** @throws dev.understudy.problem.UnderstudyException if there is none */
    Connection take();
}
