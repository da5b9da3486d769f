package dev.understudy.job;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.data.RowJudge;
import dev.understudy.data.RowSink;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.plan.Warning;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.safety.SameDatabase;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.vendor.DefaultSchemaNames;
import dev.understudy.sql.vendor.Definitions;
import dev.understudy.target.AskedRows;
import dev.understudy.target.Hook;
import dev.understudy.target.Hooks;
import dev.understudy.target.Ledger;
import dev.understudy.target.Outlook;
import dev.understudy.target.PastRun;
import dev.understudy.target.RunRecord;
import dev.understudy.target.Target;
import dev.understudy.target.TargetOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A target while a run works on it: looked at first, then filled. */
final class OpenTarget implements AutoCloseable {
    private final TargetEnd end;
    private final Database database;
    private final List<TargetOutcome.Failure> hookFailures = new ArrayList<>();
    private Target target;

    private OpenTarget(TargetEnd end, Database database) {
        this.end = end;
        this.database = database;
    }

    static OpenTarget open(TargetEnd end) {
        return new OpenTarget(end, Database.open(end.access()));
    }

    /** @throws dev.understudy.problem.UnderstudyException if source and target are one database */
    void refuse(Database source) {
        SameDatabase.refuse(source, database, end.settings().sameOriginConfirmed());
    }

    /** Tables that get rows. */
    static Set<TableName> written(Map<TableName, TableMode> modes) {
        Set<TableName> written = new LinkedHashSet<>();
        modes.forEach((table, mode) -> {
            if (mode.hasRows()) {
                written.add(table);
            }
        });
        return written;
    }

    /** What a copy in a database of {@code target} lacks. */
    static List<Warning> losses(Schema source, Vendor target) {
        return warnings(Definitions.of(source.vendor(), target).define(source, SchemaNames.SAME));
    }

    private static List<Warning> warnings(TargetDefinition definition) {
        return definition.notices().stream()
                .map(notice -> new Warning(notice.id(), notice.object(), notice.text()))
                .toList();
    }

    /** Who runs: the user of this machine, and of the database. */
    String runBy() {
        String user = end.access().user();
        return System.getProperty("user.name", "") + (user.isEmpty() ? "" : " as " + user);
    }

    Database database() {
        return database;
    }

    /** Looks whether the target can be filled, and changes nothing. @return what it will lack */
    List<Warning> look(Schema source, Set<TableName> written) {
        SchemaNames names = names(source, database);
        TargetDefinition definition =
                Definitions.of(source.vendor(), database.vendor()).define(source, names);
        target = Target.inspect(database, source, definition, names, written, end.settings());
        List<Warning> warnings = new ArrayList<>(warnings(definition));
        target.obstacle()
                .ifPresent(why -> warnings.add(new Warning(
                        "replaced-in-place",
                        "",
                        "Rows are replaced inside the tables that serve, in one transaction: " + why + ".")));
        return warnings;
    }

    /** What {@link #fill} would do to the target that was looked at. */
    Outlook outlook() {
        return target.outlook();
    }

    /** Looks at a target in which a run was cut off, and changes nothing. @return what it will lack */
    List<Warning> lookAgain(Schema source, Set<TableName> written, PastRun run) {
        SchemaNames names = names(source, database);
        TargetDefinition definition =
                Definitions.of(source.vendor(), database.vendor()).define(source, names);
        target = Target.resume(database, source, definition, names, written, end.settings(), run);
        return warnings(definition);
    }

    /** Undoes the run that was cut off. */
    void undo(RunRecord record) {
        target.undo(record, "Undone by `understudy clean`.");
    }

    /** What the schemas of {@code source} are called in {@code target}. */
    static SchemaNames names(Schema source, Database target) {
        String schema = target.with("Asking " + target + " for its schema", OpenTarget::defaultSchema);
        return DefaultSchemaNames.of(source, target.vendor(), schema);
    }

    /** MariaDB shows a schema as a catalog. */
    private static String defaultSchema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return Objects.requireNonNullElse(schema == null ? connection.getCatalog() : schema, "");
    }

    /** Fills the target. If that fails, it is left as the target's own rules say, and every paused object is put back. */
    TargetOutcome fill(
            DatabaseModel model,
            RunRecord record,
            GenerateSettings settings,
            Stopwatch watch,
            TableTimes times,
            RunProgress progress) {
        watch.enter(RunPhase.PREPARE);
        hookFailures.addAll(Hooks.run(database, end.hooks(), Hook.Stage.BEFORE));
        TargetOutcome outcome = load(model, record, settings, watch, times, progress);
        if (outcome.kept()) {
            hookFailures.addAll(Hooks.run(database, end.hooks(), Hook.Stage.AFTER));
        }
        return outcome;
    }

    private TargetOutcome load(
            DatabaseModel model,
            RunRecord record,
            GenerateSettings settings,
            Stopwatch watch,
            TableTimes times,
            RunProgress progress) {
        try {
            target.begin(record);
            watch.enter(RunPhase.GENERATE);
            try (RowSink sink = target.sink()) {
                new DatabaseGenerator(model, settings, times, judge(model)).generate(sink);
            }
            watch.enter(RunPhase.FINISH);
            return target.complete(progress::settling);
        } catch (RuntimeException | Error e) {
            if (e instanceof UnderstudyException outage
                    && SqlFailure.isOutage(outage)
                    && target.interrupt(record, outage.getMessage())) {
                throw interrupted(record, outage);
            }
            try {
                target.abandon(e.getClass().getSimpleName());
            } catch (RuntimeException second) {
                // What went wrong first is what matters.
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static UnderstudyException interrupted(RunRecord record, UnderstudyException outage) {
        return new UnderstudyException(
                Problem.INTERRUPTED,
                "%s What is loaded is kept: `understudy resume %s` goes on from there, `understudy clean %s` undoes it."
                        .formatted(sentence(outage.getMessage()), record.runId(), record.runId()),
                outage);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    /** Leaves a trace of a run that stopped before it wrote anything. */
    void refuse(RunRecord record, String reason) {
        target.refuse(record, reason);
    }

    /** Conditions are texts of the source's vendor, which another one cannot be asked. */
    private RowJudge judge(DatabaseModel model) {
        return model.schema().vendor() == database.vendor() ? new AskedRows(database) : RowJudge.NONE;
    }

    /**
     * Leaves beside the rows what they are: in the ledger, and in the comments of tables of which every row was made.
     *
     * @param card public part of the release card; empty if there is none
     * @return the result, with a warning for each comment that could not be set, and for each hook that failed and may
     */
    RunResult release(RunResult result, DatabaseModel model, String card) {
        RunRecord record = new RunRecord(result.runId(), Version.TEXT, result.modelDigest(), result.seed(), "");
        Ledger.find(database)
                .ifPresent(ledger -> database.insist("Recording the release in " + database.access(), connection -> {
                    ledger.release(connection, record, card);
                    return record;
                }));
        Set<TableName> synthetic = model.tables().stream()
                .filter(table -> table.mode().hasRows() && !table.mode().keepsRows())
                .map(TableModel::name)
                .collect(Collectors.toSet());
        List<Warning> warnings = new ArrayList<>();
        hookFailures.forEach(failure -> warnings.add(new Warning("hook-failed", failure.object(), failure.reason())));
        target.label(synthetic)
                .forEach(failure -> warnings.add(new Warning("table-comment", failure.object(), failure.reason())));
        return result.with(warnings);
    }

    @Override
    public void close() {
        database.close();
    }
}
