package dev.understudy.generate;

import dev.understudy.data.RowJudge;
import dev.understudy.data.RowSink;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableMode;
import dev.understudy.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;

/** Generates a whole database from a model: the skeleton of all tables first, then their rows. */
public final class DatabaseGenerator {
    private final DatabaseModel model;
    private final GenerateSettings settings;
    private final GenerateProgress progress;
    private final RowJudge judge;

    public DatabaseGenerator(DatabaseModel model, GenerateSettings settings, GenerateProgress progress) {
        this(model, settings, progress, RowJudge.NONE);
    }

    /** @param judge asked about conditions that are not understood; must answer equal questions alike */
    public DatabaseGenerator(
            DatabaseModel model, GenerateSettings settings, GenerateProgress progress, RowJudge judge) {
        this.model = model;
        this.settings = settings;
        this.progress = progress;
        this.judge = judge;
    }

    /**
     * Writes all tables, parents before children, each as one stream.
     *
     * @return rows written by table; tables without rows are left out
     */
    public Map<TableName, Long> generate(RowSink sink) {
        Tables tables = new Tables(model, settings.seed());
        Map<TableName, Long> written = new LinkedHashMap<>();
        try (BlockPipe pipe = new BlockPipe(settings.threads())) {
            Skeleton skeleton = new Skeleton(tables, settings, pipe, judge);
            for (GeneratedTable table : tables.all()) {
                skeleton.build(table);
                progress.planned(table.model().name(), table.rows());
            }
            skeleton.closeRings();
            for (GeneratedTable table : tables.all()) {
                written.put(table.model().name(), write(table, skeleton, pipe, sink));
            }
        }
        return written;
    }

    private long write(GeneratedTable table, Skeleton skeleton, BlockPipe pipe, RowSink sink) {
        TableName name = table.model().name();
        Renderer renderer = new Renderer(table);
        progress.writing(name, table.rows());
        try (RowSink.TableWriter writer = sink.open(name, renderer.columns())) {
            long[] rows = {0};
            pipe.inOrder(table.blockCount(), b -> renderer.render(skeleton.block(table, b)), batch -> {
                writer.write(batch);
                rows[0] += batch.rows();
                progress.wrote(name, rows[0]);
            });
            long finished = writer.finish();
            if (finished < table.plannedRows()) {
                progress.dropped(name, table.plannedRows() - finished);
            }
            progress.finished(name, finished);
            return finished;
        }
    }

    /** Tables that get no rows, and why. */
    public Map<TableName, TableMode> withoutRows() {
        Map<TableName, TableMode> modes = new LinkedHashMap<>();
        model.tables().stream()
                .filter(table -> !table.mode().hasRows())
                .forEach(table -> modes.put(table.name(), table.mode()));
        return modes;
    }
}
