package dev.understudy.read.postgresql;

import dev.understudy.connect.Database;
import dev.understudy.data.Inclusion;
import dev.understudy.data.RowBatch;
import dev.understudy.read.BatchFiller;
import dev.understudy.read.BoundedQuery;
import dev.understudy.read.Deadline;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.read.Thinning;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.DeclaredViolations;
import dev.understudy.sql.statement.Inclusions;
import dev.understudy.sql.statement.Violations;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One state of a PostgreSQL database, read over several connections.
 *
 * <p>The first connection locks the tables against being dropped or altered (ACCESS SHARE, which disturbs nobody else),
 * then exports its REPEATABLE READ snapshot; the others import it. Threads may share the source.
 */
public final class PostgresSnapshot implements SnapshotSource {
    private final ReaderPool readers;
    private final Map<TableName, Table> tables;
    private final Deadline deadline;
    private final Map<TableName, Long> counts = new ConcurrentHashMap<>();
    private final Map<TableName, TableSize> sizes = new ConcurrentHashMap<>();
    /** Looked for once; null before. */
    private Set<TableName> empty;

    private PostgresSnapshot(ReaderPool readers, Map<TableName, Table> tables, Deadline deadline) {
        this.readers = readers;
        this.tables = tables;
        this.deadline = deadline;
    }

    /** @param tables all tables that will be read */
    public static PostgresSnapshot open(Database source, List<Table> tables, SnapshotSettings settings) {
        Map<TableName, Table> byName = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        List<TableName> names = tables.stream().map(Table::name).toList();
        ReaderPool readers = ReaderPool.open(source, names, settings);
        return new PostgresSnapshot(readers, byName, Deadline.in(settings.maxDuration()));
    }

    @Override
    public int readers() {
        return readers.size();
    }

    @Override
    public List<String> warnings() {
        return readers.warnings();
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        copy(table, columns, from(table), batches);
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        if (limit < 1) {
            return;
        }
        String sampling = counts.getOrDefault(table, Long.MAX_VALUE) <= limit
                ? ""
                : size(table).sampling(limit);
        // The limit stands in the query, because a COPY that is cancelled takes its transaction with it.
        copy(table, columns, from(table) + sampling + " LIMIT " + limit, batches);
    }

    /** Looked up once, since a snapshot stays as it is. */
    private TableSize size(TableName table) {
        TableSize known = sizes.get(table);
        if (known != null) {
            return known;
        }
        TableSize estimate =
                readers.with("Reading the size of " + table, connection -> TableSize.estimate(connection, table));
        TableSize size = estimate.isSmall() ? estimate.withRows(count(table)) : estimate;
        sizes.put(table, size);
        return size;
    }

    @Override
    public long count(TableName table) {
        Long known = counts.get(table);
        if (known != null) {
            return known;
        }
        if (empty().contains(table)) {
            return 0;
        }
        long count = number("Counting " + table, "SELECT count(*) FROM " + from(table));
        counts.put(table, count);
        return count;
    }

    private synchronized Set<TableName> empty() {
        if (empty == null) {
            deadline.check();
            empty = readers.with("Looking for tables without rows", EmptyTables::of);
        }
        return empty;
    }

    @Override
    public long orphans(ForeignKey link) {
        return number(
                "Following " + link.name() + " of " + link.child(), new Violations(Vendor.POSTGRESQL).orphans(link));
    }

    @Override
    public long broken(DeclaredRule rule) {
        String query = new DeclaredViolations(Vendor.POSTGRESQL, UnaryOperator.identity()).broken(rule);
        return number("Asking for a rule of " + rule.table(), query);
    }

    @Override
    public long broken(DeclaredTotal total, ColumnType type) {
        String query = new DeclaredViolations(Vendor.POSTGRESQL, UnaryOperator.identity()).broken(total, type);
        return number("Asking for a rule of " + total.link().parent(), query);
    }

    @Override
    public Optional<long[]> numbers(String query, int count, Duration most) {
        deadline.check();
        return readers.with("Asking for evidence", connection -> BoundedQuery.numbers(connection, query, count, most));
    }

    @Override
    public Inclusion inclusion(ForeignKey link, long rows, long values) {
        deadline.check();
        return readers.with("Comparing " + link.child() + " with " + link.parent(), connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery(new Inclusions(Vendor.POSTGRESQL).of(link, rows, values))) {
                result.next();
                return new Inclusion(result.getLong(1), result.getLong(2));
            }
        });
    }

    private long number(String doing, String query) {
        deadline.check();
        return readers.with(doing, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private void copy(TableName table, List<Column> columns, String from, Consumer<RowBatch> batches) {
        deadline.check();
        List<ColumnReading> readings = columns.stream().map(ColumnReading::of).toList();
        String query = readings.stream()
                .map(ColumnReading::expression)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + from));
        BatchFiller filler = new BatchFiller(columns, Thinning.NONE, deadline, batches);
        CopyOutRows rows =
                new CopyOutRows(readings.stream().map(ColumnReading::field).toList(), filler);
        readers.with("Reading " + table, connection -> {
            rows.read(connection, query);
            return null;
        });
    }

    /** Only the table's own rows, unless it has none of its own. */
    private String from(TableName name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("%s was not selected when the snapshot was opened.".formatted(name));
        }
        return (table.kind() == TableKind.PARTITIONED ? "" : "ONLY ") + ReaderPool.quote(name);
    }

    @Override
    public void close() {
        readers.close();
    }
}
