package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.SqlFailure;
import dev.understudy.data.RowSink;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Pause;
import dev.understudy.target.Pauses.Restoration;
import dev.understudy.vendor.Vendors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces rows in one transaction: whoever reads the target sees the old rows or the new ones, and whatever fails leaves
 * the old ones.
 *
 * <p>Keys and indexes stay in place, so this is slower than loading fresh tables. PostgreSQL's session does not fire links and
 * triggers where its user may say so; else they go inside the transaction, and readers wait for its end. MariaDB's session does
 * not check links, and its triggers go before the transaction, like H2's triggers and H2's checking of links.
 */
final class ReplacingLoading implements Loading {
    private final Run run;
    private final Pauses outside;
    private final List<Pause> inside = new ArrayList<>();
    private Connection transaction;

    ReplacingLoading(Run run) {
        this.run = run;
        this.outside = new Pauses(run.ledger().pauses(), run.id(), 0);
    }

    @Override
    public void begin() {
        LockWait.with(run.target(), "Preparing " + run.target().access(), connection -> {
            run.begin(connection, Situation.REPLACED);
            outside.adopt(connection);
            if (run.resumed()) {
                outside.goOn(connection);
            }
            LivePauses live = new LivePauses(connection, run.vendor(), run.targetSet());
            if (run.vendor() == Vendor.POSTGRESQL) {
                inside.addAll(live.triggerPauses());
                inside.addAll(live.linkPauses());
            } else {
                outside.pause(connection, live.triggerPauses());
            }
            if (run.vendor() == Vendor.H2) {
                outside.pause(
                        connection,
                        List.of(new Pause(
                                "referential integrity",
                                "SET REFERENTIAL_INTEGRITY FALSE",
                                "SET REFERENTIAL_INTEGRITY TRUE")));
            }
            return null;
        });
        transaction = run.target().connect();
        try {
            transaction.setAutoCommit(false);
            if (run.vendor() == Vendor.POSTGRESQL && QuietSession.begin(transaction, run.targetSet())) {
                inside.clear();
            }
            for (Pause pause : inside) {
                Answers.execute(transaction, pause.pause());
            }
            run.delete(transaction);
            run.expectTables(transaction);
        } catch (SQLException e) {
            throw SqlFailure.translateDefinition("Clearing the old rows", e);
        }
    }

    @Override
    public void adopt() {
        run.target().with("Reading the ledger of " + run.target().access(), connection -> {
            outside.adopt(connection);
            return null;
        });
    }

    @Override
    public RowSink sink() {
        return Vendors.sinkWithin(run.target(), transaction, run.names(), run.checkpoint());
    }

    @Override
    public TargetOutcome complete(Runnable settling) {
        Verification rows;
        try {
            rows = run.verifyRows(transaction);
        } catch (SQLException e) {
            throw SqlFailure.translate("Verifying the new rows", e);
        }
        if (!rows.violations().isEmpty()) {
            return keepOld(rows);
        }
        commit(settling);
        giveBack();
        return run.target().insist("Finishing " + run.target().access(), connection -> {
            run.moveCounters(connection);
            Restoration restoration = outside.restore(connection);
            Verification all = rows.and(run.verifyCounters(connection)).andRefused(restoration.violations());
            run.end(connection, all);
            return new TargetOutcome(all, restoration.failures(), true);
        });
    }

    private void commit(Runnable settling) {
        try {
            run.sign(transaction);
            if (run.vendor() == Vendor.POSTGRESQL) {
                // A table with checks that wait for the commit cannot be altered.
                Answers.execute(transaction, "SET CONSTRAINTS ALL IMMEDIATE");
            }
            for (String restore : Pause.restoring(inside)) {
                Answers.execute(transaction, restore);
            }
            settling.run();
            transaction.commit();
        } catch (SQLException e) {
            giveBack();
            // What was lost may have been no more than the answer.
            if (!SqlFailure.isDisturbance(e) || !hasTakenPlace()) {
                throw SqlFailure.translate("Replacing the rows", e);
            }
        }
    }

    private boolean hasTakenPlace() {
        return run.target()
                .insist("Asking whether the new rows of " + run.target().access() + " serve", run::isSigned);
    }

    private TargetOutcome keepOld(Verification rows) {
        giveBack();
        return run.target().with("Finishing " + run.target().access(), connection -> {
            Restoration restoration = outside.restore(connection);
            run.ledger()
                    .end(connection, run.id(), RunState.FAILED, "A constraint was violated; the old rows were kept.");
            return new TargetOutcome(rows, restoration.failures(), false);
        });
    }

    @Override
    public void abandon(String reason) {
        giveBack();
        LockWait.with(run.target(), "Putting back " + run.target().access(), connection -> {
            outside.restore(connection);
            run.ledger().end(connection, run.id(), RunState.FAILED, reason);
            return null;
        });
    }

    /** Ends the transaction, with a rollback unless it was committed, and gives the connection back. */
    void giveBack() {
        if (transaction == null) {
            return;
        }
        try (Connection ending = transaction) {
            if (!ending.isClosed()) {
                ending.rollback();
            }
        } catch (SQLException e) {
            // A broken connection: the server rolls back by itself.
        } finally {
            transaction = null;
        }
    }
}
