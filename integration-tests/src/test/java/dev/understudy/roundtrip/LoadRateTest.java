package dev.understudy.roundtrip;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.load.BeforeCommit;
import dev.understudy.random.Draws;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.vendor.Vendors;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows per second into and out of each vendor; narrow is id, link, date, numeric(10,2), varchar(12), wide has each four times. */
@Tag("bench")
class LoadRateTest {
    private static final int BATCH = 4096;

    @Test
    void ratesOfPostgres() throws SQLException {
        measure(Access.of(PostgresServer.shared().createDatabase("rate"), "", ""), "public");
    }

    @Test
    void ratesOfMariaDb() throws SQLException {
        measure(Access.of(MariaDbServer.shared().createDatabase("rate"), "", ""), DatabaseServer.PREFIX + "rate");
    }

    @Test
    void ratesOfH2() throws SQLException {
        measure(Access.of("jdbc:h2:mem:rate;DB_CLOSE_DELAY=-1", "sa", ""), "PUBLIC");
    }

    private static void measure(Access access, String schema) throws SQLException {
        try (Database database = Database.open(access)) {
            for (int repeat = 0; repeat < 2; repeat++) {
                measure(database, new TableName(schema, "NARROW" + repeat), 1, 1_500_000);
                measure(database, new TableName(schema, "WIDE" + repeat), 4, 400_000);
            }
        }
    }

    private static void measure(Database database, TableName table, int times, int rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        StringBuilder ddl = new StringBuilder();
        for (int i = 0; i < times; i++) {
            columns.add(Column.of(
                    "ID" + i, ColumnType.of(TypeFamily.INTEGER, "bigint").withPrecision(64, 0), false));
            columns.add(Column.of(
                    "LINK" + i, ColumnType.of(TypeFamily.INTEGER, "integer").withPrecision(32, 0), false));
            columns.add(Column.of("DAY" + i, ColumnType.of(TypeFamily.DATE, "date"), true));
            columns.add(Column.of(
                    "PRICE" + i,
                    ColumnType.of(TypeFamily.DECIMAL, "numeric(10,2)").withPrecision(10, 2),
                    true));
            columns.add(Column.of(
                    "NAME" + i, ColumnType.of(TypeFamily.TEXT, "varchar(12)").withLength(12), true));
            ddl.append(i > 0 ? ", " : "")
                    .append("ID%d bigint, LINK%d int, DAY%d date, PRICE%d numeric(10,2), NAME%d varchar(12)"
                            .formatted(i, i, i, i, i));
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String sql = "CREATE TABLE " + table.name() + " (" + ddl + ")";
            // PostgreSQL folds unquoted names to lower case.
            statement.execute(
                    database.vendor() == Vendor.POSTGRESQL ? sql.replaceAll("\\b([A-Z]+\\d)\\b", "\"$1\"") : sql);
        }
        RowBatch batch = batch(times);
        long start = System.nanoTime();
        long written;
        try (RowSink sink = Vendors.sink(database, SchemaNames.SAME, BeforeCommit.NOTHING);
                RowSink.TableWriter writer = sink.open(table, columns)) {
            for (int i = 0; i < rows / BATCH; i++) {
                writer.write(batch);
            }
            written = writer.finish();
        }
        double writing = (System.nanoTime() - start) / 1e9;
        AtomicLong read = new AtomicLong();
        start = System.nanoTime();
        try (RowSource source = Vendors.snapshot(
                database, List.of(Table.of(table, columns, List.of())), SnapshotSettings.DEFAULT.withReaders(1))) {
            source.read(table, columns, found -> read.addAndGet(found.rows()));
        }
        double reading = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s %s: written %.2f, read %.2f million rows/s%n",
                database.vendor().title(), table.name(), written / writing / 1e6, read.get() / reading / 1e6);
    }

    private static RowBatch batch(int times) {
        Draws draws = Draws.seeded(1);
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            List<Long> ids = new ArrayList<>();
            List<Long> links = new ArrayList<>();
            List<Long> days = new ArrayList<>();
            List<Long> prices = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int row = 0; row < BATCH; row++) {
                ids.add((long) row);
                links.add((long) draws.below(1_000_000, row));
                days.add(10_000L + draws.below(10_000, row));
                prices.add((long) draws.below(100_000_000, row));
                names.add("name " + draws.below(100_000, row));
            }
            vectors.add(Batches.column(Storage.LONG, ids));
            vectors.add(Batches.column(Storage.LONG, links));
            vectors.add(Batches.column(Storage.LONG, days));
            vectors.add(Batches.column(Storage.LONG, prices));
            vectors.add(Batches.column(Storage.TEXT, names));
        }
        return new RowBatch(BATCH, vectors);
    }
}
