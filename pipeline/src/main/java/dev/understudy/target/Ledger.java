package dev.understudy.target;

import dev.understudy.connect.Afterwards;
import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.data.Part;
import dev.understudy.data.WrittenPart;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.migrate.LedgerMigrations;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Understudy did to a target, in tables of its own in the target's default schema. Every function runs on the
 * connection that it is given, so that the caller decides what becomes permanent together.
 */
public final class Ledger {
    private static final int LONGEST_REASON = 1000;
    private static final String OF_TABLE = " WHERE run_id = ? AND table_schema = ? AND table_name = ?";

    private final Vendor vendor;
    private final String prefix;

    private Ledger(Vendor vendor, String schema) {
        this.vendor = vendor;
        this.prefix = schema.isEmpty() ? "" : Identifiers.quote(vendor, schema) + ".";
    }

    /** True for Understudy's own tables, which are no part of a source. */
    public static boolean isOwn(TableName table) {
        return LedgerMigrations.TABLES.contains(table.name().toLowerCase(Locale.ROOT));
    }

    /** The ledger of a database that has one. Changes nothing. */
    public static Optional<Ledger> find(Database database) {
        return database.insist(
                "Looking for earlier runs in " + database.access(),
                connection -> find(database.vendor(), Standing.read(connection, database.vendor(), List.of())));
    }

    static Optional<Ledger> find(Vendor vendor, Standing standing) {
        // The first and the last that are made; a run that was killed among them wrote nothing yet.
        boolean there = Stream.of("understudy_run", "understudy_paused")
                .allMatch(name -> standing.tables().keySet().stream()
                        .anyMatch(table -> table.schema().equals(standing.defaultSchema())
                                && table.name().equalsIgnoreCase(name)));
        return there ? Optional.of(new Ledger(vendor, standing.defaultSchema())) : Optional.empty();
    }

    /** Makes the ledger's tables where they are missing. */
    static Ledger make(Database target, String defaultSchema) {
        LedgerMigrations.migrate(target.dataSource(), target.vendor());
        return new Ledger(target.vendor(), defaultSchema);
    }

    /** All runs, latest first. */
    public List<PastRun> runs(Connection connection) throws SQLException {
        List<PastRun> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT * FROM " + name("run") + " ORDER BY started_at DESC")) {
            while (found.next()) {
                runs.add(run(found));
            }
        }
        return List.copyOf(runs);
    }

    private PastRun run(ResultSet found) throws SQLException {
        String reason = found.getString("reason");
        return new PastRun(
                new RunRecord(
                        found.getString("run_id"),
                        found.getString("version"),
                        found.getString("model_digest"),
                        found.getLong("seed"),
                        found.getString("settings_digest"),
                        later(found, "settings"),
                        later(found, "run_by"),
                        later(found, "source_name")),
                Situation.valueOf(found.getString("situation")),
                RunState.valueOf(found.getString("state")),
                reason == null ? "" : reason,
                instant(found, "started_at").orElseThrow(),
                instant(found, "finished_at"));
    }

    /** A column that the ledgers of earlier versions lack. */
    private static String later(ResultSet found, String column) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        for (int c = 1; c <= columns.getColumnCount(); c++) {
            if (columns.getColumnLabel(c).equalsIgnoreCase(column)) {
                return Objects.requireNonNullElse(found.getString(c), "");
            }
        }
        return "";
    }

    /** What a run wrote into its tables, by name. */
    public List<PastTable> tables(Connection connection, String runId) throws SQLException {
        List<PastTable> tables = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT table_schema, table_name, row_count, finished FROM " + name("table")
                        + " WHERE run_id = ? ORDER BY table_schema, table_name")) {
            statement.setString(1, runId);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    tables.add(new PastTable(
                            new TableName(found.getString(1), found.getString(2)),
                            found.getLong(3),
                            found.getBoolean(4)));
                }
            }
        }
        return tables;
    }

    /** Public part of the release card of a run, as JSON; empty if none was made. */
    public Optional<String> card(Connection connection, String runId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT card FROM " + name("release") + " WHERE run_id = ?")) {
            statement.setString(1, runId);
            try (ResultSet found = statement.executeQuery()) {
                return found.next()
                        ? Optional.ofNullable(found.getString(1)).filter(card -> !card.isEmpty())
                        : Optional.empty();
            }
        }
    }

    private Optional<Instant> instant(ResultSet found, String column) throws SQLException {
        if (vendor == Vendor.SQLITE) {
            return Optional.ofNullable(found.getString(column)).map(Instant::parse);
        }
        if (vendor == Vendor.MARIADB) {
            return Optional.ofNullable(found.getObject(column, LocalDateTime.class))
                    .map(moment -> moment.toInstant(ZoneOffset.UTC));
        }
        return Optional.ofNullable(found.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private Object now() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return switch (vendor) {
            case MARIADB -> LocalDateTime.ofInstant(now, ZoneOffset.UTC);
            case SQLITE -> now.toString();
            case POSTGRESQL, H2, GENERIC -> OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        };
    }

    void begin(Connection connection, RunRecord run, Situation how) throws SQLException {
        Answers.update(
                connection,
                "INSERT INTO " + name("run")
                        + " (run_id, version, model_digest, seed, settings_digest, settings, run_by, source_name, situation,"
                        + " state, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.runId(),
                run.version(),
                run.modelDigest(),
                run.seed(),
                run.settingsDigest(),
                run.settings(),
                cut(run.runBy(), 300),
                cut(run.source(), 500),
                how.name(),
                RunState.RUNNING.name(),
                now());
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** Does nothing to a run that has ended: where its last words were lost, the transaction with them may have been kept. */
    void end(Connection connection, String runId, RunState state, String reason) throws SQLException {
        String kept = cut(reason, LONGEST_REASON);
        Answers.update(
                connection,
                "UPDATE " + name("run") + " SET state = ?, reason = ?, finished_at = ? WHERE run_id = ?"
                        + " AND state IN (?, ?)",
                state.name(),
                kept,
                now(),
                runId,
                RunState.RUNNING.name(),
                RunState.INTERRUPTED.name());
    }

    /** Leaves beside the rows of a run what they are; may be repeated. @param card public part of the release card; empty if none was made */
    public void release(Connection connection, RunRecord run, String card) throws SQLException {
        Answers.update(connection, "DELETE FROM " + name("release") + " WHERE run_id = ?", run.runId());
        Answers.update(
                connection,
                "INSERT INTO " + name("release")
                        + " (run_id, version, model_digest, released_at, statement, card) VALUES (?, ?, ?, ?, ?, ?)",
                run.runId(),
                run.version(),
                run.modelDigest(),
                now(),
                "Synthetic rows, drawn from a model. No row is that of a real person.",
                card);
    }

    /** Says that the run will write a table. */
    void expect(Connection connection, String runId, TableName target) throws SQLException {
        Answers.update(
                connection,
                "INSERT INTO " + name("table")
                        + " (run_id, table_schema, table_name, row_count, finished) VALUES (?, ?, ?, 0, ?)",
                runId,
                target.schema(),
                target.name(),
                false);
    }

    /** Opens a run again that was cut off. */
    void reopen(Connection connection, String runId) throws SQLException {
        Answers.update(
                connection,
                "UPDATE " + name("run") + " SET state = ?, reason = '', finished_at = NULL WHERE run_id = ?",
                RunState.RUNNING.name(),
                runId);
    }

    /** Forgets what a run wrote, because nothing of it is left. */
    void forgetRows(Connection connection, String runId) throws SQLException {
        Answers.update(connection, "DELETE FROM " + name("part") + " WHERE run_id = ?", runId);
        Answers.update(connection, "DELETE FROM " + name("table") + " WHERE run_id = ?", runId);
    }

    /** To be called in the transaction that wrote the rows of a part. */
    void checkpoint(Connection connection, String runId, TableName target, Part part, long rows) throws SQLException {
        Answers.update(
                connection,
                "INSERT INTO " + name("part")
                        + " (run_id, table_schema, table_name, first_block, end_block, row_count)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                runId,
                target.schema(),
                target.name(),
                part.first(),
                part.end(),
                rows);
        Answers.update(
                connection,
                "UPDATE " + name("table") + " SET row_count = row_count + ?" + OF_TABLE,
                rows,
                runId,
                target.schema(),
                target.name());
    }

    /** All parts of a table are permanent. */
    void finish(Connection connection, String runId, TableName target) throws SQLException {
        Answers.update(
                connection,
                "UPDATE " + name("table") + " SET finished = ?" + OF_TABLE,
                true,
                runId,
                target.schema(),
                target.name());
    }

    /**
     * Parts that a run made permanent, by table. Waits for a commit that is under way: the sessions of a process that was
     * killed may outlive it for a moment.
     */
    Map<TableName, List<WrittenPart>> parts(Connection connection, String runId) throws SQLException {
        Map<TableName, List<WrittenPart>> parts = new HashMap<>();
        readSettled(
                connection,
                "part",
                "table_schema, table_name, first_block, end_block, row_count",
                runId,
                found -> parts.computeIfAbsent(
                                new TableName(found.getString(1), found.getString(2)), table -> new ArrayList<>())
                        .add(new WrittenPart(new Part(found.getInt(3), found.getInt(4)), found.getLong(5))));
        return parts;
    }

    /** True if all tables of a run are signed. Waits for a commit that is under way. */
    boolean isSigned(Connection connection, String runId) throws SQLException {
        List<Boolean> signed = new ArrayList<>();
        readSettled(connection, "table", "checksum", runId, found -> signed.add(found.getString(1) != null));
        return !signed.isEmpty() && !signed.contains(false);
    }

    private interface Row {
        void read(ResultSet found) throws SQLException;
    }

    /** Reads what a run left in a table of the ledger, after every transaction that writes there. */
    private void readSettled(Connection connection, String table, String columns, String runId, Row row)
            throws SQLException {
        connection.setAutoCommit(false);
        Afterwards.Step unlocked = () -> {
            connection.rollback();
            connection.setAutoCommit(true);
        };
        Afterwards.ensure(unlocked, () -> {
            if (vendor == Vendor.POSTGRESQL) {
                Answers.execute(connection, "LOCK TABLE " + name(table) + " IN SHARE MODE");
            }
            try (PreparedStatement statement = connection.prepareStatement("SELECT " + columns + " FROM " + name(table)
                    + " WHERE run_id = ?" + (vendor == Vendor.MARIADB ? " FOR UPDATE" : ""))) {
                statement.setString(1, runId);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        row.read(found);
                    }
                }
            }
            return null;
        });
    }

    /** Signs a table's final contents. */
    void sign(Connection connection, String runId, TableName target, long rows, String checksum) throws SQLException {
        Answers.update(
                connection,
                "UPDATE " + name("table") + " SET row_count = ?, checksum = ?, finished = ?" + OF_TABLE,
                rows,
                checksum,
                true,
                runId,
                target.schema(),
                target.name());
    }

    /**
     * What a run left in a table.
     *
     * @param checksum empty if the run did not come to the end
     */
    record Trace(String runId, long rows, Optional<String> checksum, boolean finished) {}

    /** Every run's trace in a table, latest run first. */
    List<Trace> traces(Connection connection, TableName target) throws SQLException {
        String query = "SELECT t.run_id, t.row_count, t.checksum, t.finished FROM " + name("table") + " t JOIN "
                + name("run") + " r ON r.run_id = t.run_id WHERE t.table_schema = ? AND t.table_name = ?"
                + " ORDER BY r.started_at DESC";
        List<Trace> traces = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, target.schema());
            statement.setString(2, target.name());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    traces.add(new Trace(
                            found.getString(1),
                            found.getLong(2),
                            Optional.ofNullable(found.getString(3)),
                            found.getBoolean(4)));
                }
            }
        }
        return traces;
    }

    LedgerStatements statements() {
        return new LedgerStatements(name("statement"));
    }

    LedgerPauses pauses() {
        return new LedgerPauses(name("paused"));
    }

    /** Qualified name of one of the ledger's tables. Unquoted, because Flyway's script does not quote it either. */
    private String name(String what) {
        return prefix + "understudy_" + what;
    }
}
