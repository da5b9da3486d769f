package dev.understudy.read;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.Inclusion;
import dev.understudy.data.RowBatch;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.DeclaredViolations;
import dev.understudy.sql.statement.Identifiers;
import dev.understudy.sql.statement.Inclusions;
import dev.understudy.sql.statement.Violations;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A snapshot held by one connection, for vendors that cannot share one between several. Threads may share it, but take
 * turns.
 */
public final class OneConnectionSnapshot implements SnapshotSource {
    private final Vendor vendor;
    private final Connection connection;
    private final Function<Column, ColumnSelection> selecting;
    private final int fetchRows;
    private final Deadline deadline;
    private final List<String> warnings;

    /**
     * @param connection inside the transaction that sees the snapshot; given away
     * @param selecting  how the vendor selects a column
     * @param fetchRows  what the driver takes as its sign to stream instead of gathering the whole result
     */
    public OneConnectionSnapshot(
            Vendor vendor,
            Connection connection,
            Function<Column, ColumnSelection> selecting,
            int fetchRows,
            Deadline deadline,
            List<String> warnings) {
        this.vendor = vendor;
        this.connection = connection;
        this.selecting = selecting;
        this.fetchRows = fetchRows;
        this.deadline = deadline;
        this.warnings = List.copyOf(warnings);
    }

    @Override
    public int readers() {
        return 1;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        read(table, columns, "", Thinning.NONE, batches);
    }

    /** Reads the whole table and keeps rows at even steps. */
    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        if (limit >= 1) {
            read(table, columns, "", Thinning.spread(count(table), limit), batches);
        }
    }

    /** @param rest SQL behind the table's name: a condition, an order; may be empty */
    public synchronized void read(
            TableName table, List<Column> columns, String rest, Thinning thinning, Consumer<RowBatch> batches) {
        deadline.check();
        List<ColumnSelection> selections = columns.stream().map(selecting).toList();
        String query = selections.stream()
                .map(ColumnSelection::expression)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + Identifiers.quote(vendor, table) + rest));
        BatchFiller filler = new BatchFiller(columns, thinning, deadline, batches);
        CellReader[] readers = selections.stream().map(ColumnSelection::reader).toArray(CellReader[]::new);
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(fetchRows);
            try (ResultSet rows = statement.executeQuery(query)) {
                fill(rows, readers, filler);
            }
        } catch (SQLException e) {
            throw SqlFailure.translate("Reading " + table, e);
        }
    }

    private static void fill(ResultSet rows, CellReader[] readers, BatchFiller filler) throws SQLException {
        boolean wanted = true;
        while (wanted && rows.next()) {
            for (int i = 0; i < readers.length; i++) {
                readers[i].read(rows, i + 1, filler.cells(i));
            }
            wanted = filler.endRow();
        }
        filler.flush();
    }

    @Override
    public long count(TableName table) {
        return number(table, "SELECT count(*) FROM " + Identifiers.quote(vendor, table));
    }

    @Override
    public long orphans(ForeignKey link) {
        return number(link.child(), new Violations(vendor).orphans(link));
    }

    @Override
    public long broken(DeclaredRule rule) {
        return number(rule.table(), new DeclaredViolations(vendor, UnaryOperator.identity()).broken(rule));
    }

    @Override
    public long broken(DeclaredTotal total, ColumnType type) {
        return number(
                total.link().parent(), new DeclaredViolations(vendor, UnaryOperator.identity()).broken(total, type));
    }

    @Override
    public synchronized Optional<long[]> numbers(String query, int count, Duration most) {
        deadline.check();
        try {
            return BoundedQuery.numbers(connection, query, count, most);
        } catch (SQLException e) {
            throw SqlFailure.translate("Asking for evidence", e);
        }
    }

    @Override
    public synchronized Inclusion inclusion(ForeignKey link, long rows, long values) {
        deadline.check();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(new Inclusions(vendor).of(link, rows, values))) {
            result.next();
            return new Inclusion(result.getLong(1), result.getLong(2));
        } catch (SQLException e) {
            throw SqlFailure.translate("Comparing " + link.child() + " with " + link.parent(), e);
        }
    }

    /** The one number that {@code query} returns; 0 for null. */
    public synchronized long number(TableName table, String query) {
        deadline.check();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw SqlFailure.translate("Looking at " + table, e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // Nothing was written, so nothing can be lost.
        }
    }
}
