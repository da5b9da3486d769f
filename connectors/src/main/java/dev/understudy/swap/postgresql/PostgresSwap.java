package dev.understudy.swap.postgresql;

import dev.understudy.connect.Afterwards;
import dev.understudy.connect.Answers;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.TableName;
import dev.understudy.swap.Swap;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exchanges tables by moving them between schemas, in one transaction that also says again whatever hangs on them.
 *
 * <p>Rows that are frozen when they are copied (see {@code PostgresSink}) are seen by every snapshot, so a reader whose
 * transaction is older than the run and comes to the tables after the exchange sees the new rows, not empty tables. A reader
 * that has read any of the tables holds it until its transaction ends, and the exchange waits.
 */
public final class PostgresSwap implements Swap {
    /** Reports may hold their tables for minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String REMAINS = """
            SELECT format('DROP SCHEMA %%I CASCADE', nspname) FROM pg_namespace
            WHERE nspname ~ '^understudy_next_[0-9]+$' AND obj_description(oid, 'pg_namespace') = '%s'
            ORDER BY 1""".formatted(MARK);

    private static final String SCHEMAS = "SELECT DISTINCT format('CREATE SCHEMA IF NOT EXISTS %I', away) FROM t";

    private static final String MOVES = """
            SELECT statement FROM (
              SELECT 1 AS step, format('ALTER TABLE %I.%I SET SCHEMA %I', schema, name, away) AS statement FROM t
              UNION ALL SELECT 2, format('ALTER TABLE %I.%I SET SCHEMA %I', beside, name, schema) FROM t) s
            ORDER BY step""";

    private static final String DROP_OLD = """
            SELECT 'DROP TABLE ' || string_agg(format('%I.%I', away, name), ', ') FROM t""";

    private static final String DROP_SCHEMAS = """
            SELECT format('DROP SCHEMA %I', s) FROM (SELECT away AS s FROM t UNION SELECT beside FROM t) b""";

    private Catalog catalog;
    private String shape = "";

    @Override
    public Optional<String> obstacle(Connection connection, List<TableName> live) throws SQLException {
        return Obstacles.find(connection, Catalog.of(connection, live));
    }

    @Override
    public void clearAway(Connection connection, List<TableName> live) throws SQLException {
        runAll(
                connection,
                Answers.rows(connection, REMAINS, 1).stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Override
    public Map<String, String> make(Connection connection, List<TableName> live) throws SQLException {
        catalog = Catalog.of(connection, live);
        shape = catalog.shape(connection);
        BesideTables beside = new BesideTables(catalog);
        List<String> statements = new ArrayList<>(beside.schemas(connection));
        statements.addAll(Catalog.qualified(connection, () -> beside.tables(connection)));
        runAll(connection, statements);
        Map<String, String> schemas = new LinkedHashMap<>();
        Answers.rows(connection, catalog.query("SELECT DISTINCT schema, beside FROM t"), 2)
                .forEach(row -> schemas.put(row.get(0), row.get(1)));
        return schemas;
    }

    @Override
    public void build(Connection connection) throws SQLException {
        runAll(connection, Catalog.qualified(connection, () -> new BesideTables(catalog).built(connection)));
    }

    @Override
    public boolean isTransactional() {
        return true;
    }

    @Override
    public void exchange(Connection connection, Within within, Runnable settling) throws SQLException {
        TableLocks.take(connection, catalog, PATIENCE, settling);
        Afterwards.Step ended = () -> {
            // After the commit there is nothing left to be undone.
            connection.rollback();
            connection.setAutoCommit(true);
        };
        Afterwards.ensure(ended, () -> {
            if (!catalog.shape(connection).equals(shape)) {
                throw new UnderstudyException(
                        Problem.FAILED,
                        "The target's tables were altered while new rows came in; the old rows stay. Repeat the run.");
            }
            for (String statement : Catalog.qualified(connection, () -> statements(connection))) {
                Answers.execute(connection, statement);
            }
            within.run(connection);
            settling.run();
            connection.commit();
            return null;
        });
    }

    @Override
    public boolean hasTakenPlace(Connection connection) {
        return false;
    }

    private List<String> statements(Connection connection) throws SQLException {
        Surroundings surroundings = Surroundings.read(connection, catalog);
        DependentViews views = DependentViews.read(connection, catalog);
        List<String> statements = new ArrayList<>(catalog.statements(connection, SCHEMAS));
        statements.addAll(views.before());
        statements.addAll(surroundings.before());
        statements.addAll(catalog.statements(connection, MOVES));
        statements.addAll(surroundings.after());
        statements.addAll(views.after());
        statements.addAll(views.drop());
        statements.addAll(catalog.statements(connection, DROP_OLD));
        statements.addAll(catalog.statements(connection, DROP_SCHEMAS));
        return statements;
    }

    private static void runAll(Connection connection, List<String> statements) throws SQLException {
        for (String statement : statements) {
            Answers.execute(connection, statement);
        }
    }
}
