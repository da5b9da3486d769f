package dev.understudy.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.load.BeforeCommit;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import dev.understudy.vendor.Vendors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reading and loading promise for every vendor. Values go in by SQL literals and out by the reader, and back. */
abstract class RoundTripContract {
    private static final ColumnType BIGINT =
            ColumnType.of(TypeFamily.INTEGER, "bigint").withPrecision(64, 0);

    private Database database;

    /** A fresh, empty database. */
    abstract Access access();

    abstract String schema();

    abstract List<TypeCase> cases();

    /** SQL that is true if two values are the same or both missing. */
    abstract String same(TypeCase type, String one, String other);

    @BeforeEach
    void openDatabase() {
        database = Database.open(access());
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void everyTypeIsReadAsItsStoredForm() {
        create("given");
        insertLiterals("given");

        List<List<Object>> rows = read(table("given"), columns());

        for (int i = 0; i < cases().size(); i++) {
            TypeCase type = cases().get(i);
            for (int row = 0; row < height(); row++) {
                assertThat(rows.get(row).get(i + 1))
                        .as("%s, %s", type.declaration(), type.at(row).literal())
                        .isEqualTo(type.at(row).stored());
            }
        }
    }

    @Test
    void everyTypeIsWrittenAsTheLiteralSays() {
        create("given");
        insertLiterals("given");
        create("loaded");

        write(table("loaded"), columns(), List.of(storedRows()));

        for (int i = 0; i < cases().size(); i++) {
            String column = quote("c" + i);
            long same = number("SELECT count(*) FROM %s a JOIN %s b ON a.%s = b.%s WHERE %s"
                    .formatted(
                            quoted("given"),
                            quoted("loaded"),
                            quote("id"),
                            quote("id"),
                            same(cases().get(i), "a." + column, "b." + column)));
            assertThat(same).as(cases().get(i).declaration()).isEqualTo(height());
        }
    }

    @Test
    void aHundredThousandRowsComeBackInOrderAndBatches() {
        createMany();
        List<Column> columns = List.of(
                Column.of("id", BIGINT, false),
                Column.of("name", ColumnType.of(TypeFamily.TEXT, "varchar(40)").withLength(40), true));
        List<RowBatch> batches =
                IntStream.range(0, 100).mapToObj(RoundTripContract::thousand).toList();

        write(table("many"), columns, batches);
        AtomicLong rows = new AtomicLong();
        AtomicLong sum = new AtomicLong();
        try (RowSource source = open("many", columns)) {
            source.read(table("many"), columns, batch -> {
                rows.addAndGet(batch.rows());
                IntStream.range(0, batch.rows())
                        .forEach(row -> sum.addAndGet(batch.longs(0).get(row)));
                assertThat(batch.rows()).isLessThan(10_000);
            });
            assertThat(source.count(table("many"))).isEqualTo(100_000);
        }

        assertThat(rows).hasValue(100_000);
        assertThat(sum).hasValue(LongStream.range(0, 100_000).sum());
    }

    @Test
    void aSampleIsSpreadOverTheTableAndAlwaysTheSame() {
        createMany();
        List<Column> columns = List.of(Column.of("id", BIGINT, false));
        List<Column> all = List.of(
                Column.of("id", BIGINT, false), Column.of("name", ColumnType.of(TypeFamily.TEXT, "varchar(40)"), true));
        write(
                table("many"),
                all,
                IntStream.range(0, 20).mapToObj(RoundTripContract::thousand).toList());

        List<Long> sample = sample(columns, 500);

        assertThat(sample).hasSizeBetween(300, 500).doesNotHaveDuplicates();
        assertThat(sample.stream().filter(id -> id >= 10_000).count()).isBetween(100L, 400L);
        assertThat(sample(columns, 500)).isEqualTo(sample);
        assertThat(sample(columns, 50_000)).hasSize(20_000);
    }

    @Test
    void nothingIsVisibleBeforeTheEndAndNothingStaysWithoutIt() {
        createMany();
        List<Column> columns = List.of(
                Column.of("id", BIGINT, false), Column.of("name", ColumnType.of(TypeFamily.TEXT, "varchar(40)"), true));

        try (RowSink sink = sink(BeforeCommit.NOTHING);
                RowSink.TableWriter writer = sink.open(table("many"), columns)) {
            writer.write(thousand(0));
        }

        assertThat(number("SELECT count(*) FROM " + quoted("many"))).isZero();
    }

    @Test
    void aCheckpointIsMadePermanentWithTheRows() {
        createMany();
        execute("CREATE TABLE %s (total bigint)".formatted(quoted("checkpoint")));
        List<Column> columns = List.of(
                Column.of("id", BIGINT, false), Column.of("name", ColumnType.of(TypeFamily.TEXT, "varchar(40)"), true));
        BeforeCommit checkpoint = (connection, table, part, rows) -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO %s VALUES (%d)".formatted(quoted("checkpoint"), rows));
            }
        };

        try (RowSink sink = sink(checkpoint);
                RowSink.TableWriter writer = sink.open(table("many"), columns)) {
            writer.write(thousand(0));
            assertThat(writer.finish()).isEqualTo(1000);
        }

        assertThat(number("SELECT total FROM " + quoted("checkpoint"))).isEqualTo(1000);
    }

    @Test
    void aRefusedRowIsToldWithoutItsValues() {
        createMany();
        List<Column> columns = List.of(
                Column.of("id", BIGINT, false), Column.of("name", ColumnType.of(TypeFamily.TEXT, "varchar(40)"), true));

        assertThatThrownBy(() -> write(table("many"), columns, List.of(thousand(987), thousand(987))))
                .isInstanceOfSatisfying(
                        UnderstudyException.class, e -> assertThat(e.problem()).isEqualTo(Problem.VIOLATION))
                .hasMessageContaining("many")
                .hasMessageNotContaining("987");
        assertThat(number("SELECT count(*) FROM " + quoted("many"))).isZero();
    }

    @Test
    void aTableThatVanishedIsToldByName() {
        List<Column> columns = List.of(Column.of("id", BIGINT, false));

        assertThatThrownBy(() -> {
                    try (RowSource source = open("gone", columns)) {
                        source.read(table("gone"), columns, batch -> {});
                    }
                })
                .isInstanceOfSatisfying(
                        UnderstudyException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DRIFT))
                .hasMessageContaining("gone");
    }

    @Test
    void whatIsWrittenAfterTheSnapshotBeganIsNotRead() {
        execute("CREATE TABLE %s (%s bigint PRIMARY KEY)".formatted(quoted("growing"), quote("id")));
        execute("INSERT INTO %s VALUES (1)".formatted(quoted("growing")));
        List<Column> columns = List.of(Column.of("id", BIGINT, false));

        try (RowSource source = open("growing", columns)) {
            execute("INSERT INTO %s VALUES (2)".formatted(quoted("growing")));

            assertThat(source.count(table("growing"))).isEqualTo(1);
        }
    }

    private void createMany() {
        execute("CREATE TABLE %s (%s bigint PRIMARY KEY, %s varchar(40))"
                .formatted(quoted("many"), quote("id"), quote("name")));
    }

    private List<Long> sample(List<Column> columns, long limit) {
        List<Long> ids = new ArrayList<>();
        try (RowSource source = open("many", columns)) {
            source.sample(
                    table("many"),
                    columns,
                    limit,
                    batch -> Batches.rows(batch).forEach(row -> ids.add((Long) row.get(0))));
        }
        return ids;
    }

    private static RowBatch thousand(int block) {
        List<Long> ids =
                LongStream.range(block * 1000L, block * 1000L + 1000).boxed().toList();
        List<String> names =
                ids.stream().map(id -> id % 7 == 0 ? null : "name " + id).toList();
        return new RowBatch(1000, List.of(Batches.column(Storage.LONG, ids), Batches.column(Storage.TEXT, names)));
    }

    final List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("id", BIGINT, false));
        for (int i = 0; i < cases().size(); i++) {
            columns.add(Column.of("c" + i, cases().get(i).type(), true));
        }
        return columns;
    }

    final int height() {
        return cases().stream().mapToInt(type -> type.values().size()).max().orElseThrow();
    }

    final RowBatch storedRows() {
        List<ColumnVector> vectors = new ArrayList<>();
        vectors.add(Batches.column(
                Storage.LONG, LongStream.range(0, height()).boxed().toList()));
        for (TypeCase type : cases()) {
            List<Object> values = new ArrayList<>();
            IntStream.range(0, height()).forEach(row -> values.add(type.at(row).stored()));
            vectors.add(Batches.column(Storage.of(type.type()), values));
        }
        return new RowBatch(height(), vectors);
    }

    private void create(String name) {
        List<TypeCase> cases = cases();
        String columns = IntStream.range(0, cases.size())
                .mapToObj(i -> quote("c" + i) + " " + cases.get(i).declaration())
                .collect(Collectors.joining(", "));
        execute("CREATE TABLE %s (%s bigint PRIMARY KEY, %s)".formatted(quoted(name), quote("id"), columns));
    }

    private void insertLiterals(String name) {
        for (int row = 0; row < height(); row++) {
            int at = row;
            String values = cases().stream().map(type -> type.at(at).literal()).collect(Collectors.joining(", "));
            execute("INSERT INTO %s VALUES (%d, %s)".formatted(quoted(name), row, values));
        }
    }

    final List<List<Object>> read(TableName table, List<Column> columns) {
        List<List<Object>> rows = new ArrayList<>();
        try (RowSource source = open(table.name(), columns)) {
            source.read(table, columns, batch -> rows.addAll(Batches.rows(batch)));
        }
        rows.sort((a, b) -> Long.compare((Long) a.get(0), (Long) b.get(0)));
        return rows;
    }

    final RowSource open(String name, List<Column> columns) {
        return Vendors.snapshot(database, List.of(Table.of(table(name), columns, List.of())), SnapshotSettings.DEFAULT);
    }

    final RowSink sink(BeforeCommit beforeCommit) {
        return Vendors.sink(database, SchemaNames.SAME, beforeCommit);
    }

    final void write(TableName table, List<Column> columns, List<RowBatch> batches) {
        try (RowSink sink = sink(BeforeCommit.NOTHING);
                RowSink.TableWriter writer = sink.open(table, columns)) {
            batches.forEach(writer::write);
            writer.finish();
        }
    }

    final TableName table(String name) {
        return new TableName(schema(), name);
    }

    final String quoted(String name) {
        return Identifiers.quote(database.vendor(), table(name));
    }

    final String quote(String name) {
        return Identifiers.quote(database.vendor(), name);
    }

    final void execute(String sql) {
        run(statement -> statement.execute(sql));
    }

    final long number(String sql) {
        return run(statement -> {
            try (ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    static ColumnType type(TypeFamily family, String name) {
        return ColumnType.of(family, name);
    }

    static ColumnType type(TypeFamily family, String name, int precision, int scale) {
        return ColumnType.of(family, name).withPrecision(precision, scale);
    }

    static long day(String date) {
        return java.time.LocalDate.parse(date).toEpochDay();
    }

    static long micros(String dateTime) {
        java.time.LocalDateTime value = java.time.LocalDateTime.parse(dateTime);
        return value.toEpochSecond(java.time.ZoneOffset.UTC) * 1_000_000 + value.getNano() / 1000;
    }
}
