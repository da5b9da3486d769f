package dev.understudy.engine;

import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.data.WrittenPart;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows in memory that become permanent part by part, until it is told to fail. Serves several writers. */
final class PartedDatabase implements RowSink {
    private final Intake intake;
    private final Map<TableName, SortedMap<Integer, Kept>> parts = new HashMap<>();
    private final Set<TableName> finished = new HashSet<>();
    private int partsUntilFailure;

    private record Kept(Part part, List<Map<String, Object>> rows) {}

    PartedDatabase(int writers, long rows) {
        this.intake = new Intake(writers, rows);
        this.partsUntilFailure = Integer.MAX_VALUE;
    }

    /** From now on, that many parts are taken before one is refused. */
    synchronized void failAfter(int more) {
        partsUntilFailure = more;
    }

    synchronized int parts(TableName table) {
        return parts.getOrDefault(table, new TreeMap<>()).size();
    }

    synchronized List<Map<String, Object>> rows(TableName table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        parts.getOrDefault(table, new TreeMap<>()).values().forEach(kept -> rows.addAll(kept.rows()));
        return rows;
    }

    synchronized Set<TableName> finished() {
        return Set.copyOf(finished);
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public synchronized List<WrittenPart> written(TableName table) {
        return parts.getOrDefault(table, new TreeMap<>()).values().stream()
                .map(kept -> new WrittenPart(kept.part(), kept.rows().size()))
                .toList();
    }

    @Override
    public synchronized void finish(TableName table) {
        finished.add(table);
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        MemoryDatabase rows = new MemoryDatabase();
        TableWriter writer = rows.open(table, columns, part);
        return new TableWriter() {
            @Override
            public void write(RowBatch batch) {
                writer.write(batch);
            }

            @Override
            public long finish() {
                long written = writer.finish();
                keep(table, new Kept(part, rows.rows(table)));
                return written;
            }

            @Override
            public void close() {
                writer.close();
            }
        };
    }

    private synchronized void keep(TableName table, Kept kept) {
        if (partsUntilFailure-- <= 0) {
            throw new IllegalStateException("The database went away.");
        }
        if (parts.computeIfAbsent(table, name -> new TreeMap<>())
                        .putIfAbsent(kept.part().first(), kept)
                != null) {
            throw new IllegalStateException("A part of %s was written twice.".formatted(table));
        }
    }

    @Override
    public void close() {}
}
