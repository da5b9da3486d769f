package dev.understudy.load.mariadb;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.load.RowBuffer;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One running LOAD DATA: the caller's thread encodes rows, a thread of its own sits inside the driver and sends them.
 * For one thread; memory is some buffers of 256 kB plus the longest row.
 */
final class LoadWriter implements RowSink.TableWriter {
    private static final int CHUNK = 1 << 18;

    /** Last words in the transaction. */
    @FunctionalInterface
    interface Last {
        void add(Connection connection, long rows) throws SQLException;
    }

    private final Connection connection;
    private final LoadPlan plan;
    private final Last last;
    private final LoadColumn[] columns;
    private final RowBuffer buffer = new RowBuffer(CHUNK + CHUNK / 4);
    private final ChunkPipe pipe = new ChunkPipe();
    private final CompletableFuture<Long> loading = new CompletableFuture<>();
    private long sent;
    private boolean finished;
    private boolean closed;

    LoadWriter(Connection connection, LoadPlan plan, Last last) {
        this.connection = connection;
        this.plan = plan;
        this.last = last;
        this.columns = plan.columns().toArray(LoadColumn[]::new);
        Thread sender = new Thread(this::load, "understudy-load-" + plan.table());
        sender.setDaemon(true);
        sender.start();
    }

    private void load() {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(pipe);
            statement.execute(plan.statement());
            loading.complete(statement.getLargeUpdateCount());
        } catch (SQLException | RuntimeException e) {
            loading.completeExceptionally(e);
        } finally {
            pipe.leave();
        }
    }

    @Override
    public void write(RowBatch batch) {
        ColumnVector[] vectors = new ColumnVector[columns.length];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = batch.column(columns[i].position());
        }
        for (int row = 0; row < batch.rows(); row++) {
            put(vectors, row);
            if (buffer.size() >= CHUNK) {
                send();
            }
        }
        sent += batch.rows();
    }

    private void put(ColumnVector[] vectors, int row) {
        for (int i = 0; i < vectors.length; i++) {
            if (i > 0) {
                buffer.putByte('\t');
            }
            if (vectors[i].isNull(row)) {
                buffer.putByte('\\');
                buffer.putByte('N');
            } else {
                columns[i].encoder().encode(buffer, vectors[i], row);
            }
        }
        buffer.putByte('\n');
    }

    private void send() {
        int size = buffer.size();
        if (!pipe.put(buffer.take(), size)) {
            loaded();
            throw new UnderstudyException(Problem.CANCELLED, doing() + " was interrupted.");
        }
    }

    @Override
    public long finish() {
        send();
        pipe.end();
        long rows = loaded();
        try {
            LoadWarnings.check(connection, doing(), sent, rows);
            last.add(connection, rows);
            connection.commit();
            finished = true;
            return rows;
        } catch (SQLException e) {
            throw SqlFailure.translate(doing(), e);
        }
    }

    /** Waits for the end of the statement. */
    private long loaded() {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw SqlFailure.translate(doing(), failure);
            }
            throw new UnderstudyException(Problem.FAILED, doing() + " failed inside the driver.", e);
        }
    }

    private String doing() {
        return "Writing " + plan.table();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!finished && !loading.isDone()) {
            // The server must not take the rows sent so far for all of them.
            abort();
            pipe.breakOff();
        }
        MariaDbSink.giveBack(connection);
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is broken already.
        }
    }
}
