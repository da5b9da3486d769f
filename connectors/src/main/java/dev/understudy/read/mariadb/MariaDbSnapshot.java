package dev.understudy.read.mariadb;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.data.Inclusion;
import dev.understudy.data.RowBatch;
import dev.understudy.read.Deadline;
import dev.understudy.read.OneConnectionSnapshot;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One state of a MariaDB database: of all tables whose engine knows transactions. */
public final class MariaDbSnapshot implements SnapshotSource {
    /** Makes the driver stream; it fetches that many rows at a time. */
    private static final int FETCH_ROWS = 1_000;

    private static final String ENGINE = """
            SELECT t.engine FROM information_schema.tables t JOIN information_schema.engines e ON e.engine = t.engine
            WHERE t.table_schema = ? AND t.table_name = ? AND coalesce(e.transactions, 'NO') <> 'YES'""";

    private final OneConnectionSnapshot snapshot;
    private final Map<TableName, Table> tables;

    private MariaDbSnapshot(OneConnectionSnapshot snapshot, Map<TableName, Table> tables) {
        this.snapshot = snapshot;
        this.tables = tables;
    }

    public static MariaDbSnapshot open(Database source, List<Table> tables, SnapshotSettings settings) {
        Connection connection = source.connect();
        String doing = "Beginning a snapshot";
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SET lock_wait_timeout = "
                    + Math.max(1, settings.lockTimeout().toSeconds()));
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            List<String> warnings = new ArrayList<>();
            for (Table table : tables) {
                doing = "Taking a shared lock on " + table.name();
                // A look at a table keeps it from being altered as long as the transaction lasts.
                statement
                        .executeQuery("SELECT 1 FROM " + Identifiers.quote(Vendor.MARIADB, table.name()) + " LIMIT 1")
                        .close();
                warnings.addAll(outsideTransactions(connection, table.name()));
            }
            OneConnectionSnapshot snapshot = new OneConnectionSnapshot(
                    Vendor.MARIADB,
                    connection,
                    MariaDbSelection::of,
                    FETCH_ROWS,
                    Deadline.in(settings.maxDuration()),
                    warnings);
            return new MariaDbSnapshot(
                    snapshot, tables.stream().collect(Collectors.toMap(Table::name, Function.identity())));
        } catch (SQLException e) {
            giveBack(connection);
            throw SqlFailure.translate(doing, e);
        }
    }

    private static List<String> outsideTransactions(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENGINE)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? List.of(
                                "%s is kept by %s, which knows no transactions: rows that change during the run may not fit together."
                                        .formatted(table, result.getString(1)))
                        : List.of();
            }
        }
    }

    private static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The first failure is the one to tell.
        }
    }

    @Override
    public int readers() {
        return snapshot.readers();
    }

    @Override
    public List<String> warnings() {
        return snapshot.warnings();
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        snapshot.read(table, columns, batches);
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        if (limit >= 1) {
            Stretches.sample(snapshot, tables.get(table), columns, limit, batches);
        }
    }

    @Override
    public long count(TableName table) {
        return snapshot.count(table);
    }

    @Override
    public Inclusion inclusion(ForeignKey link, long rows, long values) {
        return snapshot.inclusion(link, rows, values);
    }

    @Override
    public long orphans(ForeignKey link) {
        return snapshot.orphans(link);
    }

    @Override
    public long broken(DeclaredRule rule) {
        return snapshot.broken(rule);
    }

    @Override
    public long broken(DeclaredTotal total, ColumnType type) {
        return snapshot.broken(total, type);
    }

    @Override
    public Optional<long[]> numbers(String query, int count, Duration most) {
        return snapshot.numbers(query, count, most);
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
