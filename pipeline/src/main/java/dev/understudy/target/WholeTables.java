package dev.understudy.target;

import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowSink;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A sink that knows whether every table that was begun was written to its end, once. */
final class WholeTables implements RowSink {
    private final RowSink sink;
    private final Set<TableName> begun = ConcurrentHashMap.newKeySet();
    private final Set<TableName> finished = ConcurrentHashMap.newKeySet();

    WholeTables(RowSink sink) {
        this.sink = sink;
    }

    /** @throws UnderstudyException if a table was given up */
    void require() {
        for (TableName table : begun) {
            if (!finished.contains(table)) {
                throw new UnderstudyException(
                        Problem.FAILED, "Rows of %s were not written to their end.".formatted(table));
            }
        }
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        begun.add(table);
        if (finished.contains(table)) {
            throw new UnderstudyException(Problem.FAILED, "%s was written twice.".formatted(table));
        }
        return sink.open(table, columns, part);
    }

    @Override
    public Intake intake() {
        return sink.intake();
    }

    @Override
    public void finish(TableName table) {
        sink.finish(table);
        finished.add(table);
    }

    @Override
    public void close() {
        sink.close();
    }
}
