package dev.understudy.load;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table by prepared inserts in batches, inside one transaction. For one thread. */
public final class BatchWriter implements RowSink.TableWriter {
    /**
     * Where and how rows are written.
     *
     * @param source      what the source calls the table
     * @param part        blocks that the rows come from
     * @param target      quoted name in the target
     * @param columns     at least one
     * @param values      what stands between the column list and the values; {@code VALUES} or more
     * @param rowsPerTrip rows per round trip
     */
    public record Plan(
            TableName source, Part part, String target, List<ColumnBinding> columns, String values, int rowsPerTrip) {
        String insert() {
            return columns.stream()
                            .map(ColumnBinding::name)
                            .collect(Collectors.joining(", ", "INSERT INTO " + target + " (", ") "))
                    + values
                    + columns.stream().map(ColumnBinding::placeholder).collect(Collectors.joining(", ", " (", ")"));
        }
    }

    private final Connection connection;
    private final Plan plan;
    private final BeforeCommit beforeCommit;
    private final ColumnBinding[] bindings;
    private final PreparedStatement insert;
    private int waiting;
    private long written;
    private boolean closed;

    /** @param connection given away, also when this fails */
    public BatchWriter(Connection connection, Plan plan, BeforeCommit beforeCommit) {
        this.connection = connection;
        this.plan = plan;
        this.beforeCommit = beforeCommit;
        this.bindings = plan.columns().toArray(ColumnBinding[]::new);
        try {
            connection.setAutoCommit(false);
            this.insert = connection.prepareStatement(plan.insert());
        } catch (SQLException e) {
            close();
            throw SqlFailure.translate(doing(), e);
        }
    }

    private String doing() {
        return "Writing " + plan.target().replace("\"", "").replace("`", "");
    }

    @Override
    public void write(RowBatch batch) {
        ColumnVector[] columns = new ColumnVector[bindings.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = batch.column(bindings[i].column());
        }
        try {
            for (int row = 0; row < batch.rows(); row++) {
                bind(columns, row);
                if (++waiting == plan.rowsPerTrip()) {
                    send();
                }
            }
        } catch (SQLException e) {
            throw SqlFailure.translate(doing(), e);
        }
    }

    private void bind(ColumnVector[] columns, int row) throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].isNull(row)) {
                insert.setNull(i + 1, Types.NULL);
            } else {
                bindings[i].setter().set(insert, i + 1, columns[i], row);
            }
        }
        insert.addBatch();
    }

    private void send() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            written += waiting;
            waiting = 0;
        }
    }

    @Override
    public long finish() {
        try {
            send();
            beforeCommit.add(connection, plan.source(), plan.part(), written);
            connection.commit();
            return written;
        } catch (SQLException e) {
            throw SqlFailure.translate(doing(), e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The pool drops a broken connection, and the server what it had not committed.
        }
    }
}
