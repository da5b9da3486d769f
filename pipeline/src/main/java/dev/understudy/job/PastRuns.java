package dev.understudy.job;

import dev.understudy.connect.Database;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.target.Ledger;
import dev.understudy.target.PastRun;
import java.util.List;
import java.util.Optional;

/** Finds a run in a target's ledger by its name. */
final class PastRuns {
    private PastRuns() {}

    /**
     * @param name of a run, or its beginning
     * @throws UnderstudyException if no run, or more than one, is called so
     */
    static PastRun named(Database database, String name) {
        Optional<Ledger> ledger = Ledger.find(database);
        List<PastRun> runs = ledger.isEmpty()
                ? List.of()
                : database.with("Reading the ledger of " + database.access(), ledger.get()::runs);
        List<PastRun> meant = runs.stream()
                .filter(run -> run.record().runId().startsWith(name))
                .toList();
        if (meant.size() != 1) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "%s runs of %s are called %s%s."
                            .formatted(
                                    meant.isEmpty() ? "No" : "Several",
                                    database.access().place(),
                                    name,
                                    runs.isEmpty()
                                            ? ""
                                            : "; the latest is "
                                                    + runs.get(0).record().runId()));
        }
        return meant.get(0);
    }
}
