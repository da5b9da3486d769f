package dev.understudy.generate;

import dev.understudy.data.RowJudge;
import dev.understudy.data.RowSink;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Feature;
import dev.understudy.model.SeenRows;
import dev.understudy.model.TableMode;
import dev.understudy.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
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
     * Writes all tables, parents before children, as far as the sink does not have them already.
     *
     * @return rows by table, those that were there already included; tables without rows are left out
     */
    public Map<TableName, Long> generate(RowSink sink) {
        Tables tables = new Tables(model, settings.seed(), DrawCounts.NONE);
        try (BlockPipe pipe = new BlockPipe(settings.threads())) {
            Skeleton skeleton = skeleton(tables, pipe);
            return new TableLoads(skeleton, pipe, sink, progress).write(tables.all(), settings.threads());
        }
    }

    /**
     * Draws all rows without making values of their codes.
     *
     * @param counts of this model; told how often each code was drawn from each forest
     */
    public void draw(DrawCounts counts) {
        Tables tables = new Tables(model, settings.seed(), counts);
        try (BlockPipe pipe = new BlockPipe(settings.threads())) {
            Skeleton skeleton = skeleton(tables, pipe);
            for (GeneratedTable table : tables.all()) {
                if (!table.isRetained()) {
                    pipe.all(table.blockCount(), b -> skeleton.block(table, b).rows());
                }
            }
        }
    }

    /**
     * Draws rows of some tables as features see them, some {@value SeenRows#MOST} of each, without making values of their codes.
     *
     * @param features by table; tables that get no rows are left out
     */
    public Map<TableName, SeenRows> see(Map<TableName, List<Feature>> features) {
        Tables tables = new Tables(model, settings.seed(), DrawCounts.NONE, features);
        Map<TableName, SeenRows> seen = new LinkedHashMap<>();
        try (BlockPipe pipe = new BlockPipe(settings.threads())) {
            Skeleton skeleton = skeleton(tables, pipe);
            features.forEach((name, of) -> {
                if (tables.get(name) != null) {
                    seen.put(name, new SeenBlocks(skeleton, tables.get(name), of).rows(pipe));
                }
            });
        }
        return seen;
    }

    private Skeleton skeleton(Tables tables, BlockPipe pipe) {
        Skeleton skeleton = new Skeleton(tables, settings, pipe, judge);
        for (GeneratedTable table : tables.all()) {
            skeleton.build(table);
            progress.planned(table.model().name(), table.rows());
        }
        skeleton.closeRings();
        return skeleton;
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
