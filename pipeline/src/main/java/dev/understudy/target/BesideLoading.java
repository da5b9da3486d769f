package dev.understudy.target;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.RowSink;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.swap.Swap;
import dev.understudy.target.TargetOutcome.Failure;
import dev.understudy.vendor.Vendors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces rows by filling tables beside those that serve, verifying them there, and exchanging all of them in one step.
 * Readers go on meanwhile; whatever fails before that step leaves the old tables, and what stands beside is dropped, by the
 * next run if this one dies.
 */
final class BesideLoading implements Loading {
    private final Run run;
    private final Swap swap;
    private Run beside;
    private WholeTables sink;
    private boolean exchanged;

    BesideLoading(Run run, Swap swap) {
        this.run = run;
        this.swap = swap;
    }

    @Override
    public void begin() {
        LockWait.with(run.target(), "Preparing " + run.target().access(), connection -> {
            run.begin(connection, Situation.REPLACED);
            run.expectTables(connection);
            beside = besides(swap.make(connection, run.targets()));
            return null;
        });
    }

    private Run besides(Map<String, String> schemas) {
        Map<String, String> names = new HashMap<>();
        for (WrittenTable table : run.tables()) {
            names.put(table.source().name().schema(), schemas.get(table.target().schema()));
        }
        List<WrittenTable> tables = run.tables().stream()
                .map(table -> new WrittenTable(
                        table.source(),
                        new TableName(
                                schemas.get(table.target().schema()),
                                table.target().name())))
                .toList();
        return run.at(new SchemaNames(names), tables);
    }

    @Override
    public RowSink sink() {
        // The ledger knows the tables by the names that they will have.
        if (sink == null) {
            sink = new WholeTables(Vendors.sinkBeside(run.target(), beside.names(), run.checkpoint()));
        }
        return sink;
    }

    @Override
    public TargetOutcome complete(Runnable settling) {
        if (sink != null) {
            sink.require();
        }
        settling.run();
        Verification rows = run.target().with("Building keys and links beside the old rows", connection -> {
            Verification made = beside.verifyRows(connection);
            if (made.violations().isEmpty()) {
                swap.build(connection);
            }
            return made;
        });
        if (!rows.violations().isEmpty()) {
            drop("A constraint was violated; the old rows were kept.");
            return new TargetOutcome(named(rows), List.of(), false);
        }
        List<Failure> unknown = statistics();
        List<Contents> contents = Contents.ofAll(run.target(), beside.tables());
        try {
            exchange(contents, rows, settling);
        } catch (UnderstudyException e) {
            // What was lost may have been no more than the answer.
            if (!SqlFailure.isDisturbance(e) || !hasTakenPlace()) {
                throw e;
            }
        }
        exchanged = true;
        return afterwards(rows, unknown);
    }

    /** Gathered while the old rows still serve; objects are known by the names that they will have. */
    private List<Failure> statistics() {
        List<Failure> failures = new ArrayList<>();
        for (Failure failure : beside.analyze()) {
            int at = beside.targets().stream().map(TableName::toString).toList().indexOf(failure.object());
            failures.add(new Failure(run.targets().get(at).toString(), failure.reason()));
        }
        return failures;
    }

    private void exchange(List<Contents> contents, Verification rows, Runnable settling) {
        run.target().with("Exchanging the tables of " + run.target().access(), connection -> {
            if (!swap.isTransactional()) {
                run.moveCountersPast(connection, beside.tables());
                // Signed before, so that a run that dies in between is told from rows of others.
                run.sign(connection, contents);
            }
            swap.exchange(connection, within -> finish(within, contents, rows), settling);
            return null;
        });
    }

    private boolean hasTakenPlace() {
        return run.target()
                .insist("Asking whether the new rows of " + run.target().access() + " serve", connection -> {
                    return swap.isTransactional() ? run.isSigned(connection) : swap.hasTakenPlace(connection);
                });
    }

    /** The new rows serve, whatever comes now. */
    private TargetOutcome afterwards(Verification rows, List<Failure> failures) {
        try {
            return run.target().insist("Finishing " + run.target().access(), connection -> {
                swap.clearAway(connection, run.targets());
                Verification all = rows.and(run.verifyCounters(connection));
                run.end(connection, all);
                return new TargetOutcome(all, failures, true);
            });
        } catch (UnderstudyException e) {
            throw new UnderstudyException(e.problem(), "The new rows are in their place. " + e.getMessage(), e);
        }
    }

    /** Objects are known by the names that they would have got. */
    private Verification named(Verification rows) {
        List<Violation> violations = new ArrayList<>();
        for (Violation violation : rows.violations()) {
            String object = violation.object();
            for (int i = 0; i < run.tables().size(); i++) {
                String there = beside.tables().get(i).target() + ".";
                if (object.startsWith(there)) {
                    object = run.tables().get(i).target() + "." + object.substring(there.length());
                    break;
                }
            }
            violations.add(new Violation(violation.kind(), object, violation.rows()));
        }
        return new Verification(rows.checked(), violations);
    }

    private void finish(Connection within, List<Contents> contents, Verification rows) throws SQLException {
        run.moveCounters(within);
        run.sign(within, contents);
        run.end(within, rows);
    }

    @Override
    public void abandon(String reason) {
        drop(reason);
    }

    private void drop(String reason) {
        LockWait.with(run.target(), "Dropping what stands beside the old rows", connection -> {
            boolean serve = exchanged || swap.hasTakenPlace(connection);
            swap.clearAway(connection, run.targets());
            run.ledger().end(connection, run.id(), serve ? RunState.DONE : RunState.FAILED, reason);
            return null;
        });
    }
}
