package dev.understudy.target;

import dev.understudy.data.RowSink;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.target.TargetOutcome.Failure;
import dev.understudy.vendor.Vendors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the tables, fills them, and adds keys, indexes and links when the rows are in. */
final class FreshLoading implements Loading {
    private final Run run;
    private final Definitions definitions;
    private final Set<String> madeEarlier = new HashSet<>();

    FreshLoading(Run run) {
        this.run = run;
        this.definitions =
                new Definitions(run.target(), run.definition(), run.ledger().statements(), run.id(), madeEarlier);
    }

    @Override
    public void begin() {
        LockWait.with(run.target(), "Clearing away what a cut-off run left", connection -> {
            dropRemains(connection);
            run.begin(connection, Situation.FRESH);
            run.expectTables(connection);
            if (run.resumed()) {
                definitions.goOnAfter(run.ledger().statements().past(connection, run.id()));
            }
            return null;
        });
        definitions.run(Phase.BEFORE_LOAD);
    }

    private void dropRemains(Connection connection) throws SQLException {
        for (PastRun earlier : run.cutOff()) {
            List<String> made =
                    run.ledger().statements().of(connection, earlier.record().runId());
            madeEarlier.addAll(made);
            Created.drop(connection, run.vendor(), made);
        }
    }

    @Override
    public RowSink sink() {
        return new LedgerSink(Vendors.sink(run.target(), run.names(), run.checkpoint()), run);
    }

    @Override
    public TargetOutcome complete(Runnable settling) {
        for (Phase phase : List.of(Phase.AFTER_LOAD_KEYS, Phase.AFTER_LOAD_INDEXES)) {
            settling.run();
            definitions.run(phase);
        }
        List<Failure> failures = new ArrayList<>(run.analyze());
        for (Phase phase : List.of(Phase.AFTER_LOAD_CHECKS, Phase.AFTER_LOAD_LINKS)) {
            settling.run();
            definitions.run(phase);
        }
        Verification verification = run.target()
                .with("Verifying " + run.target().access(), connection -> {
                    run.moveCounters(connection);
                    return run.verifyRows(connection, definitions.validated()).and(run.verifyCounters(connection));
                });
        settling.run();
        definitions.run(Phase.AFTER_LOAD_OBJECTS);
        Set<String> late = definitions.runRefused();
        Verification all = verification.without(late).andRefused(definitions.violations());
        List<Contents> contents = Contents.ofAll(run.target(), run.tables());
        settling.run();
        run.target().with("Closing the run in the ledger", connection -> {
            run.sign(connection, contents);
            run.end(connection, all);
            return null;
        });
        failures.addAll(definitions.failures());
        return new TargetOutcome(all, failures, true);
    }

    @Override
    public boolean canGoOn() {
        return true;
    }

    @Override
    public void abandon(String reason) {
        LockWait.with(run.target(), "Taking back what was made", connection -> {
            Created.drop(connection, run.vendor(), run.ledger().statements().of(connection, run.id()));
            run.ledger().end(connection, run.id(), RunState.FAILED, reason);
            return null;
        });
    }
}
