package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.load.BeforeCommit;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.statement.RowStatements;
import dev.understudy.target.TargetOutcome.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every way of loading has to know.
 *
 * @param tables what is written, in the order of the schema
 * @param cutOff earlier runs that did not come to an end, latest first; not this one
 * @param resumed true if this one was cut off before and goes on
 */
record Run(
        Database target,
        Schema source,
        TargetDefinition definition,
        SchemaNames names,
        List<WrittenTable> tables,
        Ledger ledger,
        RunRecord record,
        List<PastRun> cutOff,
        boolean resumed) {

    String id() {
        return record.runId();
    }

    Vendor vendor() {
        return target.vendor();
    }

    List<TableName> targets() {
        return tables.stream().map(WrittenTable::target).toList();
    }

    Set<TableName> targetSet() {
        return tables.stream().map(WrittenTable::target).collect(Collectors.toSet());
    }

    /** The same run in tables elsewhere. */
    Run at(SchemaNames elsewhere, List<WrittenTable> written) {
        return new Run(target, source, definition, elsewhere, written, ledger, record, cutOff, resumed);
    }

    Standing standing(Connection connection) throws SQLException {
        return Standing.read(connection, vendor(), targets());
    }

    /** Opens the run in the ledger and closes those that were cut off. */
    void begin(Connection connection, Situation how) throws SQLException {
        if (resumed) {
            ledger.reopen(connection, id());
        } else {
            ledger.begin(connection, record, how);
        }
        if (resumed && how == Situation.REPLACED) {
            ledger.forgetRows(connection, id());
        }
        for (PastRun earlier : cutOff) {
            ledger.end(
                    connection, earlier.record().runId(), RunState.FAILED, "Cut off; done again by run " + id() + ".");
        }
    }

    void expectTables(Connection connection) throws SQLException {
        Set<TableName> expected = resumed
                ? ledger.tables(connection, id()).stream().map(PastTable::name).collect(Collectors.toSet())
                : Set.of();
        for (TableName table : targets()) {
            if (!expected.contains(table)) {
                ledger.expect(connection, id(), table);
            }
        }
    }

    /** True if parts of this run are permanent, before it was cut off. */
    boolean hasRows(Connection connection) throws SQLException {
        return resumed && !ledger.parts(connection, id()).isEmpty();
    }

    BeforeCommit checkpoint() {
        return (connection, table, part, rows) -> {
            for (WrittenTable written : tables) {
                if (written.source().name().equals(table)) {
                    ledger.checkpoint(connection, id(), written.target(), part, rows);
                }
            }
        };
    }

    /** Tells the server how the new rows are spread, so that it does not plan for empty tables. */
    List<Failure> analyze() {
        return new Statistics(target).gather(targets());
    }

    /** Takes all rows out of the run's tables, whatever points at what. */
    void clear(Connection connection) throws SQLException {
        if (vendor() == Vendor.MARIADB) {
            Answers.execute(connection, "SET foreign_key_checks = 0");
        }
        clear(connection, new RowStatements(vendor()).clear(targets()));
        if (vendor() == Vendor.MARIADB) {
            Answers.execute(connection, "SET foreign_key_checks = 1");
        }
    }

    private static void clear(Connection connection, List<String> statements) throws SQLException {
        for (String statement : statements) {
            Answers.execute(connection, statement);
        }
    }

    /** As {@link #clear}, but so that snapshots that are open still see the rows. Slower where the two differ. */
    void delete(Connection connection) throws SQLException {
        if (vendor() == Vendor.POSTGRESQL) {
            clear(connection, new RowStatements(vendor()).delete(targets()));
        } else {
            clear(connection);
        }
    }

    Verification verifyRows(Connection connection) throws SQLException {
        return verifyRows(connection, Validated.nothing());
    }

    Verification verifyRows(Connection connection, Validated validated) throws SQLException {
        return Verification.ofRows(connection, target, source, names, standing(connection), tables, validated);
    }

    Verification verifyCounters(Connection connection) throws SQLException {
        return Verification.ofCounters(connection, target, source, names, standing(connection), tables);
    }

    void moveCounters(Connection connection) throws SQLException {
        new Counters(connection, vendor()).moveOn(standing(connection), source, names, tables);
    }

    /** Moves counters past the rows of tables that stand elsewhere; counters of their own stand where they always do. */
    void moveCountersPast(Connection connection, List<WrittenTable> elsewhere) throws SQLException {
        Standing there = Standing.read(
                connection,
                vendor(),
                elsewhere.stream().map(WrittenTable::target).toList());
        new Counters(connection, vendor()).moveOn(there, source, names, elsewhere);
    }

    void sign(Connection connection) throws SQLException {
        Contents.sign(connection, vendor(), tables, ledger, id());
    }

    /** @param contents of the tables, in their order */
    void sign(Connection connection, List<Contents> contents) throws SQLException {
        for (int i = 0; i < contents.size(); i++) {
            Contents one = contents.get(i);
            ledger.sign(connection, id(), tables.get(i).target(), one.rows(), one.checksum());
        }
    }

    /** Whether the transaction with the signatures was committed. */
    boolean isSigned(Connection connection) throws SQLException {
        return ledger.isSigned(connection, id());
    }

    void end(Connection connection, Verification verification) throws SQLException {
        boolean fine = verification.violations().isEmpty();
        ledger.end(connection, id(), fine ? RunState.DONE : RunState.VIOLATED, "");
    }
}
