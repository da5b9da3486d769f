package dev.understudy.load.postgresql;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.load.RowBuffer;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One running COPY. Memory is one buffer of some 64 kB plus the longest row. For one thread. */
final class CopyWriter implements RowSink.TableWriter {
    private static final int CHUNK = 1 << 16;
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** Last words in the transaction. */
    @FunctionalInterface
    interface Last {
        void add(Connection connection, long rows) throws SQLException;
    }

    private final Connection connection;
    private final CopyPlan plan;
    private final String doing;
    private final Last last;
    private final RowBuffer buffer = new RowBuffer(CHUNK + CHUNK / 4);
    private final CopyIn copy;
    private boolean closed;

    CopyWriter(Connection connection, CopyPlan plan, String doing, Last last) throws SQLException {
        this.connection = connection;
        this.plan = plan;
        this.doing = doing;
        this.last = last;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(plan.statement());
        if (plan.binary()) {
            buffer.putBytes(HEADER);
        }
    }

    @Override
    public void write(RowBatch batch) {
        ColumnVector[] columns = new ColumnVector[plan.columns().length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = batch.column(plan.columns()[i]);
        }
        try {
            for (int row = 0; row < batch.rows(); row++) {
                if (plan.binary()) {
                    putBinary(columns, row);
                } else {
                    putText(columns, row);
                }
                if (buffer.size() >= CHUNK) {
                    send();
                }
            }
        } catch (SQLException e) {
            throw SqlFailure.translate(doing, e);
        } catch (ArithmeticException e) {
            throw new UnderstudyException(
                    Problem.VIOLATION, doing + " failed: a number is too large for its column.", e);
        }
    }

    private void putBinary(ColumnVector[] columns, int row) {
        buffer.putShort(columns.length);
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].isNull(row)) {
                buffer.putInt(-1);
            } else {
                plan.encoders()[i].encode(buffer, columns[i], row);
            }
        }
    }

    private void putText(ColumnVector[] columns, int row) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                buffer.putByte('\t');
            }
            if (columns[i].isNull(row)) {
                buffer.putByte('\\');
                buffer.putByte('N');
            } else {
                plan.encoders()[i].encode(buffer, columns[i], row);
            }
        }
        buffer.putByte('\n');
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.bytes(), 0, buffer.size());
        buffer.clear();
    }

    @Override
    public long finish() {
        try {
            if (plan.binary()) {
                buffer.putShort(-1);
            }
            send();
            long rows = copy.endCopy();
            last.add(connection, rows);
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw SqlFailure.translate(doing, e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // Giving up is what was asked for; the rollback below does it anyhow.
        } finally {
            PostgresSink.giveBack(connection);
        }
    }
}
