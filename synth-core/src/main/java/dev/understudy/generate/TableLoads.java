package dev.understudy.generate;

import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowSink;
import dev.understudy.data.WrittenPart;
import dev.understudy.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Writes the parts of all tables, parents before children, several at once where the sink takes them. Each writer has a few
 * blocks made ahead and waits for its database, so memory does not depend on the number of rows.
 */
final class TableLoads {
    private final Skeleton skeleton;
    private final BlockPipe pipe;
    private final RowSink sink;
    private final GenerateProgress progress;
    private final Queue<Load> waiting = new ArrayDeque<>();
    private final Map<TableName, State> states = new LinkedHashMap<>();
    private Throwable failure;

    private record Load(GeneratedTable table, Renderer renderer, Part part) {}

    /** How far a table is. */
    private static final class State {
        private final GeneratedTable table;
        private int left;
        private long committed;
        private long shown;
        private boolean begun;

        State(GeneratedTable table) {
            this.table = table;
        }
    }

    TableLoads(Skeleton skeleton, BlockPipe pipe, RowSink sink, GenerateProgress progress) {
        this.skeleton = skeleton;
        this.pipe = pipe;
        this.sink = sink;
        this.progress = progress;
    }

    /**
     * @param threads most writers at once
     * @return rows by table, those that were there already included
     */
    Map<TableName, Long> write(Iterable<GeneratedTable> tables, int threads) {
        Intake intake = sink.intake();
        List<Load> loads = new ArrayList<>();
        for (GeneratedTable table : tables) {
            loads.addAll(plan(table, intake));
        }
        waiting.addAll(intake.rows() == Long.MAX_VALUE ? loads : besideOwners(loads));
        work(Math.min(threads, intake.writers()));
        Map<TableName, Long> rows = new LinkedHashMap<>();
        states.forEach((name, state) -> rows.put(name, state.committed));
        return rows;
    }

    /** Parts of a table whose blocks are not kept are followed by those of its children, so that its blocks are made once. */
    private List<Load> besideOwners(List<Load> loads) {
        Map<GeneratedTable, List<Load>> together = new LinkedHashMap<>();
        for (Load load : loads) {
            GeneratedTable first = load.table();
            for (GeneratedTable owner = skeleton.owner(first);
                    owner != null && owner.isRemade();
                    owner = skeleton.owner(first)) {
                first = owner;
            }
            together.computeIfAbsent(first, any -> new ArrayList<>()).add(load);
        }
        return together.values().stream()
                .flatMap(of -> of.stream()
                        .sorted(Comparator.comparingInt(load -> load.part().first())))
                .toList();
    }

    private List<Load> plan(GeneratedTable table, Intake intake) {
        TableName name = table.model().name();
        State state = new State(table);
        states.put(name, state);
        List<WrittenPart> written = sink.written(name);
        state.committed = written.stream().mapToLong(WrittenPart::rows).sum();
        state.shown = state.committed;
        List<Part> parts = Parts.left(table, written, intake.rows());
        state.left = parts.size();
        Renderer renderer = new Renderer(table);
        if (parts.isEmpty()) {
            progress.writing(name, table.rows());
            finish(name, state);
        }
        return parts.stream().map(part -> new Load(table, renderer, part)).toList();
    }

    private void work(int writers) {
        if (writers <= 1) {
            writeAll();
            return;
        }
        // Never interrupted: a driver may give up its whole database then.
        ExecutorService threads = Executors.newFixedThreadPool(writers, task -> {
            Thread thread = new Thread(task, "load");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, writers)
                    .mapToObj(i -> CompletableFuture.runAsync(this::writeAll, threads))
                    .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            // Not what made the other writers stop.
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        } finally {
            threads.shutdown();
        }
    }

    /** Takes one part after the other, until none is left or another writer has failed. */
    private void writeAll() {
        try {
            for (Load load = next(); load != null; load = next()) {
                write(load);
            }
        } catch (RuntimeException | Error e) {
            stop(e);
            throw e;
        }
    }

    private synchronized Load next() {
        if (failure != null || waiting.isEmpty()) {
            return null;
        }
        Load load = waiting.remove();
        TableName name = load.table().model().name();
        State state = states.get(name);
        if (!state.begun) {
            state.begun = true;
            progress.writing(name, load.table().rows());
        }
        return load;
    }

    private synchronized void stop(Throwable why) {
        failure = failure == null ? why : failure;
    }

    private void write(Load load) {
        TableName name = load.table().model().name();
        Part part = load.part();
        try (RowSink.TableWriter writer = sink.open(name, load.renderer().columns(), part)) {
            pipe.inOrder(
                    part.end() - part.first(),
                    b -> load.renderer().render(skeleton.block(load.table(), part.first() + b)),
                    batch -> {
                        writer.write(batch);
                        wrote(name, batch.rows());
                    });
            committed(name, writer.finish());
        }
    }

    private synchronized void wrote(TableName name, int rows) {
        if (failure != null) {
            throw new CancellationException("Another writer failed.");
        }
        State state = states.get(name);
        state.shown += rows;
        progress.wrote(name, state.shown);
    }

    private synchronized void committed(TableName name, long rows) {
        State state = states.get(name);
        state.committed += rows;
        if (--state.left == 0) {
            finish(name, state);
        }
    }

    private void finish(TableName name, State state) {
        sink.finish(name);
        if (state.committed < state.table.plannedRows()) {
            progress.dropped(name, state.table.plannedRows() - state.committed);
        }
        progress.finished(name, state.committed);
    }
}
