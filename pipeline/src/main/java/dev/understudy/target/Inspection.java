package dev.understudy.target;

import dev.understudy.connect.Database;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Looks whether a target may be written, what stands there, and what a run would find. Writes nothing. */
final class Inspection {
    private final Database target;
    private final Wanted wanted;
    private final TargetSettings settings;

    Inspection(Database target, Wanted wanted, TargetSettings settings) {
        this.target = target;
        this.wanted = wanted;
        this.settings = settings;
    }

    /**
     * For a run that begins.
     *
     * @throws UnderstudyException as {@link Target#inspect}
     */
    Inspected first(Connection connection) throws SQLException {
        Standing standing = standing(connection);
        WriteAccess access = writable(connection);
        RunLock.take(target).close();
        List<WrittenTable> written = written(standing);
        Set<TableName> made = settings.schema() == SchemaSource.CREATE
                ? Look.made(standing, wanted.source(), wanted.definition(), wanted.names())
                : Set.of();
        requireGrants(access, standing, written);
        Finding finding = look(connection, standing).judge(written, made);
        boolean inPlace = finding.situation() != Situation.REPLACED || settings.inPlace();
        List<TableName> targets = written.stream().map(WrittenTable::target).toList();
        Exchange exchange = inPlace ? Exchange.NONE : Exchange.choose(connection, target, standing, targets);
        return new Inspected(standing, written, finding, exchange);
    }

    /**
     * For a run that was cut off while it filled new or empty tables, and is to go on.
     *
     * @throws UnderstudyException as {@link Target#resume}
     */
    Inspected again(Connection connection, PastRun run) throws SQLException {
        Standing standing = standing(connection);
        WriteAccess access = writable(connection);
        List<WrittenTable> written = written(standing);
        requireGrants(access, standing, written);
        return new Inspected(standing, written, look(connection, standing).goingOn(written, run), Exchange.NONE);
    }

    private Standing standing(Connection connection) throws SQLException {
        return Standing.read(connection, target.vendor(), wanted.targetNames());
    }

    private List<WrittenTable> written(Standing standing) {
        return WrittenTable.of(standing, wanted.source(), wanted.names(), wanted.tables());
    }

    private Look look(Connection connection, Standing standing) {
        return new Look(connection, target.vendor(), standing, settings);
    }

    /** Refuses a target that is protected or takes no writes. */
    private WriteAccess writable(Connection connection) throws SQLException {
        String database = connection.getCatalog() == null ? "" : connection.getCatalog();
        ProtectedTargets.refuse(target.access(), database, settings.protectedPatterns());
        WriteAccess access = new WriteAccess(connection, target);
        access.refuseReadOnly();
        return access;
    }

    private static void requireGrants(WriteAccess access, Standing standing, List<WrittenTable> tables)
            throws SQLException {
        List<TableName> targets = tables.stream().map(WrittenTable::target).toList();
        access.requireGrants(
                standing.defaultSchema(),
                targets.stream().filter(standing::has).toList(),
                targets.stream().filter(table -> !standing.has(table)).toList());
    }

    /**
     * Looks once more, at tables that the user's migrations have just made.
     *
     * @throws UnderstudyException {@link Problem#USAGE} if one is missing or does not fit
     */
    void requireMigrated(Connection connection, List<WrittenTable> tables) throws SQLException {
        Standing standing = Standing.read(
                connection,
                target.vendor(),
                tables.stream().map(WrittenTable::target).toList());
        for (WrittenTable table : tables) {
            if (!standing.has(table.target())) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "The migrations do not make %s, which the source has.".formatted(table.target()));
            }
            Fit.check(standing, table.source(), table.target());
        }
    }
}
