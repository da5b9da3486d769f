package dev.understudy.load.sqlite;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.load.BeforeCommit;
import dev.understudy.load.ColumnBinding;
import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table by inserts of many rows each, inside one transaction. For one thread. */
final class ManyRowsWriter implements RowSink.TableWriter {
    private static final int MOST_ROWS = 100;
    /** SQLite's own limit. */
    private static final int MOST_PARAMETERS = 32_766;

    private final Connection connection;
    private final TableName source;
    private final Part part;
    private final String target;
    private final BeforeCommit beforeCommit;
    private final ColumnBinding[] bindings;
    private final int rowsAtOnce;
    private final PreparedStatement many;
    private final PreparedStatement single;
    private long written;
    private boolean closed;

    /** @param connection given away, also when this fails */
    ManyRowsWriter(
            Connection connection,
            TableName source,
            Part part,
            String target,
            List<ColumnBinding> columns,
            BeforeCommit beforeCommit) {
        this.connection = connection;
        this.source = source;
        this.part = part;
        this.target = target;
        this.beforeCommit = beforeCommit;
        this.bindings = columns.toArray(ColumnBinding[]::new);
        this.rowsAtOnce = Math.max(1, Math.min(MOST_ROWS, MOST_PARAMETERS / Math.max(1, bindings.length)));
        try {
            connection.setAutoCommit(false);
            this.many = connection.prepareStatement(insert(rowsAtOnce));
            this.single = connection.prepareStatement(insert(1));
        } catch (SQLException e) {
            close();
            throw SqlFailure.translate(doing(), e);
        }
    }

    private String insert(int rows) {
        String names = List.of(bindings).stream().map(ColumnBinding::name).collect(Collectors.joining(", "));
        String row = "(" + "?, ".repeat(bindings.length - 1) + "?)";
        return "INSERT INTO " + target + " (" + names + ") VALUES " + (row + ", ").repeat(rows - 1) + row;
    }

    private String doing() {
        return "Writing " + target.replace("\"", "");
    }

    @Override
    public void write(RowBatch batch) {
        ColumnVector[] columns = new ColumnVector[bindings.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = batch.column(bindings[i].column());
        }
        try {
            int row = 0;
            for (; row + rowsAtOnce <= batch.rows(); row += rowsAtOnce) {
                for (int place = 0; place < rowsAtOnce; place++) {
                    bind(many, place, columns, row + place);
                }
                many.executeUpdate();
            }
            for (; row < batch.rows(); row++) {
                bind(single, 0, columns, row);
                single.executeUpdate();
            }
            written += batch.rows();
        } catch (SQLException e) {
            throw SqlFailure.translate(doing(), e);
        }
    }

    private void bind(PreparedStatement insert, int place, ColumnVector[] columns, int row) throws SQLException {
        int before = place * bindings.length + 1;
        for (int i = 0; i < bindings.length; i++) {
            if (columns[i].isNull(row)) {
                insert.setNull(before + i, Types.NULL);
            } else {
                bindings[i].setter().set(insert, before + i, columns[i], row);
            }
        }
    }

    @Override
    public long finish() {
        try {
            beforeCommit.add(connection, source, part, written);
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
            // The pool drops a broken connection, and the file what was not committed.
        }
    }
}
