package dev.understudy.target;

import dev.understudy.data.RowSink;
import dev.understudy.target.Pauses.Restoration;
import dev.understudy.target.TargetOutcome.Failure;
import dev.understudy.vendor.Vendors;
import java.util.ArrayList;
import java.util.List;

/** Fills tables that stand and hold nothing worth keeping, while their links and triggers are out of the way. */
final class EmptyLoading implements Loading {
    private final Run run;
    private final Pauses links;
    private final Pauses triggers;

    EmptyLoading(Run run) {
        this.run = run;
        this.links = new Pauses(run.ledger().pauses(), run.id(), 0);
        this.triggers = new Pauses(run.ledger().pauses(), run.id(), Pauses.SECOND_HALF);
    }

    @Override
    public void begin() {
        LockWait.with(run.target(), "Preparing " + run.target().access(), connection -> {
            run.begin(connection, Situation.EMPTY);
            run.expectTables(connection);
            LivePauses live = new LivePauses(connection, run.vendor(), run.targetSet());
            links.adopt(connection);
            if (run.resumed()) {
                links.goOn(connection);
                triggers.goOn(connection);
            }
            triggers.pause(connection, live.triggerPauses());
            links.pause(connection, live.linkPauses());
            // Put back first: a link is checked with them.
            links.pause(connection, live.indexPauses());
            if (!run.hasRows(connection)) {
                // Remains of a cut-off run, or what the user's migrations put in.
                run.clear(connection);
            }
            return null;
        });
    }

    @Override
    public void adopt() {
        run.target().with("Reading the ledger of " + run.target().access(), connection -> {
            links.adopt(connection);
            return null;
        });
    }

    @Override
    public RowSink sink() {
        return new LedgerSink(Vendors.sink(run.target(), run.names(), run.checkpoint()), run);
    }

    @Override
    public TargetOutcome complete(Runnable settling) {
        settling.run();
        return run.target().with("Finishing " + run.target().access(), connection -> {
            Restoration linked = links.restore(connection);
            List<Failure> failures = new ArrayList<>(linked.failures());
            failures.addAll(run.analyze());
            run.moveCounters(connection);
            Verification verification = run.verifyRows(connection)
                    .and(run.verifyCounters(connection))
                    .andRefused(linked.violations());
            Restoration triggered = triggers.restore(connection);
            run.sign(connection);
            run.end(connection, verification);
            failures.addAll(triggered.failures());
            return new TargetOutcome(verification, failures, true);
        });
    }

    @Override
    public boolean canGoOn() {
        return true;
    }

    @Override
    public void abandon(String reason) {
        LockWait.with(run.target(), "Putting back " + run.target().access(), connection -> {
            run.clear(connection);
            links.restore(connection);
            triggers.restore(connection);
            run.ledger().end(connection, run.id(), RunState.FAILED, reason);
            return null;
        });
    }
}
