package dev.understudy.vendor;

import dev.understudy.connect.Database;
import dev.understudy.data.Intake;
import dev.understudy.data.RowSink;
import dev.understudy.load.BeforeCommit;
import dev.understudy.load.Connections;
import dev.understudy.load.OneTransaction;
import dev.understudy.load.generic.GenericSink;
import dev.understudy.load.h2.H2Sink;
import dev.understudy.load.mariadb.MariaDbSink;
import dev.understudy.load.postgresql.PostgresSink;
import dev.understudy.load.sqlite.SqliteSink;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.read.generic.GenericSnapshot;
import dev.understudy.read.h2.H2Snapshot;
import dev.understudy.read.mariadb.MariaDbSnapshot;
import dev.understudy.read.postgresql.PostgresSnapshot;
import dev.understudy.schema.Table;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.swap.Swap;
import dev.understudy.swap.mariadb.MariaDbSwap;
import dev.understudy.swap.postgresql.PostgresSwap;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/** How each vendor is read and loaded. */
public final class Vendors {
    /** What a run needs beside its writers: the lock, the ledger, questions about rows. */
    private static final int OTHER_CONNECTIONS = 4;

    private Vendors() {}

    /**
     * Begins a consistent read.
     *
     * @param tables all tables that will be read; they are protected against being altered where the vendor can do that
     * @throws dev.understudy.problem.UnderstudyException if a table vanished, is locked by another, or may not be read
     */
    public static SnapshotSource snapshot(Database source, List<Table> tables, SnapshotSettings settings) {
        return switch (source.vendor()) {
            case POSTGRESQL -> PostgresSnapshot.open(source, tables, settings);
            case MARIADB -> MariaDbSnapshot.open(source, tables, settings);
            case SQLITE ->
                throw new UnderstudyException(
                        Problem.USAGE,
                        "SQLite is a target only; the source %s cannot be learned from.".formatted(source.access()));
            case GENERIC -> GenericSnapshot.open(source, settings);
            case H2 -> H2Snapshot.open(source, tables, settings);
        };
    }

    /**
     * The fastest way into a target.
     *
     * @param names        what the source's tables are called there
     * @param beforeCommit what is to be made permanent with each table's rows
     */
    public static RowSink sink(Database target, SchemaNames names, BeforeCommit beforeCommit) {
        return sink(target.vendor(), target::connect, names, beforeCommit, intake(target));
    }

    /**
     * Like {@link #sink}, but every table is written over one connection and inside its transaction, which the caller
     * commits or rolls back. One table can be open at a time; giving a table up closes the connection.
     *
     * @param connection a connection to {@code target}, not in auto-commit mode
     */
    public static RowSink sinkWithin(
            Database target, Connection connection, SchemaNames names, BeforeCommit beforeCommit) {
        return sink(target.vendor(), new OneTransaction(connection), names, beforeCommit, Intake.WHOLE_TABLES);
    }

    /**
     * Like {@link #sink}, for tables that nobody else sees yet: rows are written so that snapshots older than they are see
     * them too, where the vendor can do that.
     */
    public static RowSink sinkBeside(Database target, SchemaNames names, BeforeCommit beforeCommit) {
        return target.vendor() == Vendor.POSTGRESQL
                ? PostgresSink.frozen(
                        target::connect, names, beforeCommit, intake(target).writers())
                : sink(target, names, beforeCommit);
    }

    /** How tables of a target are exchanged; empty where that cannot be done in one step. */
    public static Optional<Swap> swap(Database target) {
        return switch (target.vendor()) {
            case POSTGRESQL -> Optional.of(new PostgresSwap());
            case MARIADB -> Optional.of(new MariaDbSwap());
            case H2, SQLITE, GENERIC -> Optional.empty();
        };
    }

    /** A database in a file or in memory writes for one at a time. */
    private static Intake intake(Database target) {
        int writers = switch (target.vendor()) {
            case POSTGRESQL, MARIADB -> Math.max(1, target.access().most() - OTHER_CONNECTIONS);
            case H2, SQLITE, GENERIC -> 1;
        };
        return new Intake(writers, Intake.PART_ROWS);
    }

    private static RowSink sink(
            Vendor vendor, Connections connections, SchemaNames names, BeforeCommit beforeCommit, Intake intake) {
        return switch (vendor) {
            case POSTGRESQL -> new PostgresSink(connections, names, beforeCommit, intake);
            case MARIADB -> new MariaDbSink(connections, names, beforeCommit, intake);
            case SQLITE -> new SqliteSink(connections, names, beforeCommit, intake);
            case GENERIC -> new GenericSink(connections, names, beforeCommit, intake);
            case H2 -> new H2Sink(connections, names, beforeCommit, intake);
        };
    }
}
