package dev.understudy.target;

import dev.understudy.connect.Database;
import dev.understudy.data.RowSink;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.migrate.UserMigrations;
import dev.understudy.swap.Swap;
import dev.understudy.vendor.Vendors;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The target of one run, from the first look to the last checkpoint: {@link #inspect}, {@link #begin}, {@link #sink}, then
 * {@link #complete} or {@link #abandon}. For one thread, apart from the sink's writers. Needs at least four connections.
 *
 * <p>A process that dies in between leaves a target that the next run finds {@link Situation#CONTINUED} and puts right, or,
 * where rows are replaced, the old rows.
 */
public final class Target implements AutoCloseable {
    private final Database database;
    private final Wanted wanted;
    private final TargetSettings settings;
    private final Inspected before;
    private final Optional<PastRun> cutOff;
    private RunLock lock;
    private Loading loading;

    private Target(
            Database database, Wanted wanted, TargetSettings settings, Inspected before, Optional<PastRun> cutOff) {
        this.database = database;
        this.wanted = wanted;
        this.settings = settings;
        this.before = before;
        this.cutOff = cutOff;
    }

    /**
     * Looks at a target and decides what a run would do there. Writes nothing.
     *
     * <p>Cost: some catalog queries, and where earlier rows are to be replaced one scan of each table.
     *
     * @param definition how the target's tables are made, by their names there; used for {@link SchemaSource#CREATE}
     * @param names      what the source's schemas are called in the target
     * @param tables     source names of the tables that will get rows
     * @throws UnderstudyException {@link Problem#UNSAFE} for a protected target, rows of others or another run at work;
     *     {@link Problem#USAGE} for tables that are incomplete or do not fit; {@link Problem#CONNECTION} for a read-only
     *     target or a missing grant
     */
    public static Target inspect(
            Database target,
            Schema source,
            TargetDefinition definition,
            SchemaNames names,
            Set<TableName> tables,
            TargetSettings settings) {
        Wanted wanted = new Wanted(source, definition, names, tables);
        return new Target(target, wanted, settings, first(target, wanted, settings), Optional.empty());
    }

    private static Inspected first(Database target, Wanted wanted, TargetSettings settings) {
        return target.with("Looking at " + target.access(), new Inspection(target, wanted, settings)::first);
    }

    /**
     * Looks at a target in which a run was cut off, and that is to go on. Writes nothing.
     *
     * @param run which; its state is {@link RunState#RUNNING} or {@link RunState#INTERRUPTED}
     * @throws UnderstudyException as {@link #inspect}, and {@link Problem#UNSAFE} if others changed rows since
     */
    public static Target resume(
            Database target,
            Schema source,
            TargetDefinition definition,
            SchemaNames names,
            Set<TableName> tables,
            TargetSettings settings,
            PastRun run) {
        RunLock.await(target).close();
        Wanted wanted = new Wanted(source, definition, names, tables);
        // Of rows that were to be replaced, nothing is left but the old ones, or all of the new ones.
        Inspected before = run.situation() == Situation.REPLACED
                ? first(target, wanted, settings)
                : target.with(
                        "Looking at " + target.access(),
                        connection -> new Inspection(target, wanted, settings).again(connection, run));
        return new Target(target, wanted, settings, before, Optional.of(run));
    }

    /** Why rows are replaced in place, though the operator did not ask for it; empty if they are not. */
    public Optional<String> obstacle() {
        return before.exchange().obstacle();
    }

    /** What a run would do here, for people. Cost: one count per table that stands. */
    public Outlook outlook() {
        return database.with("Looking at " + database.access(), connection -> before.outlook(connection, database));
    }

    /** What was found, and so what {@link #begin} will do. */
    public Situation situation() {
        return before.finding().situation();
    }

    /**
     * Makes the target ready for rows. From here on {@link #complete} or {@link #abandon} must follow, also when this fails.
     *
     * @throws UnderstudyException if a definition or a migration is refused, or another run began in the meantime
     */
    public void begin(RunRecord record) {
        if (loading != null) {
            throw new IllegalStateException("A target is begun once.");
        }
        lock = cutOff.isPresent() ? RunLock.await(database) : RunLock.take(database);
        if (settings.schema() == SchemaSource.MIGRATIONS && cutOff.isEmpty()) {
            migrate();
        }
        Ledger ledger = Ledger.make(database, before.standing().defaultSchema());
        clearAway();
        loading = loading(run(ledger, record));
        loading.begin();
    }

    private Run run(Ledger ledger, RunRecord record) {
        List<PastRun> others = before.finding().cutOff().stream()
                .filter(run -> !run.record().runId().equals(record.runId()))
                .toList();
        return new Run(
                database,
                wanted.source(),
                wanted.definition(),
                wanted.names(),
                before.written(),
                ledger,
                record,
                others,
                cutOff.isPresent());
    }

    /**
     * Undoes a run that was cut off, and puts back what it paused. In place of {@link #begin}.
     *
     * @param reason for the ledger; one line without values
     */
    public void undo(RunRecord record, String reason) {
        lock = RunLock.await(database);
        Ledger ledger = Ledger.make(database, before.standing().defaultSchema());
        clearAway();
        loading = loading(run(ledger, record));
        loading.adopt();
        abandon(reason);
    }

    /** What a run that died left beside the tables, whatever this one does. */
    private void clearAway() {
        Vendors.swap(database)
                .ifPresent(swap -> LockWait.with(database, "Clearing away what a cut-off run left", connection -> {
                    swap.clearAway(connection, before.targets());
                    return null;
                }));
    }

    private Loading loading(Run run) {
        if (before.finding().fresh()) {
            return new FreshLoading(run);
        }
        Optional<Swap> exchange = before.exchange().swap();
        if (exchange.isPresent()) {
            return new BesideLoading(run, exchange.get());
        }
        return situation() == Situation.REPLACED ? new ReplacingLoading(run) : new EmptyLoading(run);
    }

    private void migrate() {
        UserMigrations.migrate(
                database.dataSource(),
                settings.migrations()
                        .orElseThrow(() -> new UnderstudyException(
                                Problem.USAGE,
                                "target.schema: migrations needs target.migrations, the folder of them.")),
                !before.standing().holdsTablesOfOthers());
        Inspection inspection = new Inspection(database, wanted, settings);
        database.with("Looking at " + database.access(), connection -> {
            inspection.requireMigrated(connection, before.written());
            return null;
        });
    }

    /**
     * Leaves a trace of a run that was stopped before it wrote anything. A target that has no ledger is left as it is.
     *
     * @param reason one line without values
     */
    public void refuse(RunRecord record, String reason) {
        if (Ledger.find(database.vendor(), before.standing()).isPresent()) {
            Ledger ledger = Ledger.make(database, before.standing().defaultSchema());
            database.with("Recording the run in " + database.access(), connection -> {
                ledger.begin(connection, record, situation());
                ledger.end(connection, record.runId(), RunState.FAILED, reason);
                return null;
            });
        }
    }

    /** Where the generator writes to. Rows of a table and their checkpoint in the ledger become permanent together. */
    public RowSink sink() {
        return begun().sink();
    }

    /**
     * Adds what is built over all rows, moves counters, puts back what was paused, and verifies every constraint. A violated
     * constraint is part of the outcome, not an exception; where rows are replaced it leaves the old ones.
     *
     * @param settling run right before the rows become the target's for good, and again while readers are waited for; what it
     *     throws goes through, and {@link #abandon} puts the target back
     * @throws UnderstudyException if the database goes away or refuses something else; {@link #abandon} must follow
     */
    public TargetOutcome complete(Runnable settling) {
        TargetOutcome outcome = begun().complete(settling);
        unlock();
        return outcome;
    }

    /**
     * Says in the comments of some tables that their rows are synthetic, unless the operator keeps comments as they are.
     *
     * @param synthetic source names of tables of which every row was made
     * @return tables whose comment could not be set
     */
    public List<TargetOutcome.Failure> label(Set<TableName> synthetic) {
        if (settings.keepsComments()) {
            return List.of();
        }
        return new TableLabels(database)
                .write(before.written().stream()
                        .filter(table -> synthetic.contains(table.source().name()))
                        .map(WrittenTable::target)
                        .toList());
    }

    /**
     * Puts the target back as it was found: drops what was made, or takes the rows out, or leaves the old ones; puts back
     * what was paused. If that fails too, the next run does it. Does nothing before {@link #begin}.
     *
     * @param reason why, for the ledger; one line without values
     */
    public void abandon(String reason) {
        try {
            if (loading != null) {
                loading.abandon(reason);
            }
        } finally {
            unlock();
        }
    }

    /**
     * Leaves a run where it stands, because its database went away or is full, so that it can go on later. If the ledger
     * cannot be told, the run counts as cut off all the same.
     *
     * @param reason one line without values
     * @return false if this way of loading cannot go on; {@link #abandon} must follow
     */
    public boolean interrupt(RunRecord record, String reason) {
        if (loading == null || !loading.canGoOn()) {
            return false;
        }
        try {
            database.with("Noting that the run was interrupted", connection -> {
                Ledger ledger = Ledger.find(database.vendor(), Standing.read(connection, database.vendor(), List.of()))
                        .orElseThrow();
                ledger.end(connection, record.runId(), RunState.INTERRUPTED, reason);
                return null;
            });
        } catch (RuntimeException e) {
            // The database is gone; whoever looks next finds a run that did not come to its end.
        } finally {
            unlock();
        }
        return true;
    }

    private Loading begun() {
        if (loading == null) {
            throw new IllegalStateException("A target is begun before rows come in.");
        }
        return loading;
    }

    private void unlock() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    /** Lets go of connections. A run that was neither completed nor abandoned counts as cut off. */
    @Override
    public void close() {
        if (loading instanceof ReplacingLoading replacing) {
            replacing.giveBack();
        }
        unlock();
    }
}
