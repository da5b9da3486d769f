package dev.understudy.load.postgresql;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.load.RowBuffer;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Encodes rows as PostgreSQL's binary COPY would send them, counts the bytes and throws them away. */
public final class EncodedAway implements RowSink {
    private static final int CHUNK = 1 << 16;

    private final AtomicLong bytes = new AtomicLong();

    /** Bytes so far. */
    public long bytes() {
        return bytes.get();
    }

    @Override
    public Intake intake() {
        return new Intake(1, Intake.PART_ROWS);
    }

    private static CopyPlan plan(TableName table, List<Column> columns) {
        Map<String, TargetColumn> target = new HashMap<>();
        for (Column column : columns) {
            String type = switch (column.type().family()) {
                case BOOLEAN -> "bool";
                case INTEGER -> column.type().precision() <= Integer.SIZE ? "int4" : "int8";
                case DECIMAL -> "numeric";
                case REAL -> "float8";
                case DATE -> "date";
                case TIMESTAMP, TIMESTAMP_ZONED -> "timestamp";
                default -> "text";
            };
            target.put(column.name(), new TargetColumn(type, false, true));
        }
        return CopyPlan.of(table, columns, target, false);
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        CopyPlan plan = plan(table, columns);
        RowBuffer buffer = new RowBuffer(CHUNK + CHUNK / 4);
        return new TableWriter() {
            private long rows;

            @Override
            public void write(RowBatch batch) {
                ColumnVector[] vectors = new ColumnVector[plan.columns().length];
                for (int i = 0; i < vectors.length; i++) {
                    vectors[i] = batch.column(plan.columns()[i]);
                }
                for (int row = 0; row < batch.rows(); row++) {
                    buffer.putShort(vectors.length);
                    for (int i = 0; i < vectors.length; i++) {
                        if (vectors[i].isNull(row)) {
                            buffer.putInt(-1);
                        } else {
                            plan.encoders()[i].encode(buffer, vectors[i], row);
                        }
                    }
                    if (buffer.size() >= CHUNK) {
                        empty();
                    }
                }
                rows += batch.rows();
            }

            private void empty() {
                bytes.addAndGet(buffer.size());
                buffer.clear();
            }

            @Override
            public long finish() {
                empty();
                return rows;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
