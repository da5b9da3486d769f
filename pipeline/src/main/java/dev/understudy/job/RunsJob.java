package dev.understudy.job;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.target.Ledger;
import dev.understudy.target.PastRun;
import dev.understudy.target.PastTable;
import java.util.List;
import java.util.Optional;

/** What a target's ledger tells of earlier runs. Writes nothing. */
public final class RunsJob {
    private RunsJob() {}

    /**
     * One run with all that is known of it.
     *
     * @param tables that it wrote
     * @param card   public part of its release card, as JSON; empty if none was made
     */
    public record Told(PastRun run, List<PastTable> tables, Optional<String> card) {}

    /** All runs, latest first; none in a database that Understudy never filled. */
    public static List<PastRun> list(Access target) {
        try (Database database = Database.open(target.asSource())) {
            return Ledger.find(database)
                    .map(ledger -> database.with("Reading the ledger of " + target, ledger::runs))
                    .orElse(List.of());
        }
    }

    /**
     * @param name of a run, or its beginning
     * @throws UnderstudyException if no run, or more than one, is called so
     */
    public static Told show(Access target, String name) {
        try (Database database = Database.open(target.asSource())) {
            PastRun run = PastRuns.named(database, name);
            Ledger ledger = Ledger.find(database).orElseThrow();
            String id = run.record().runId();
            return database.with(
                    "Reading the ledger of " + target,
                    connection -> new Told(run, ledger.tables(connection, id), ledger.card(connection, id)));
        }
    }
}
