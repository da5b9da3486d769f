package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.data.RowSource;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.SeenRows;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.random.Draws;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.LocaleGuess;
import dev.understudy.semantic.TextObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Learns a model of a whole database: read, encode, then table by table and column by column. */
public final class DatabaseLearner {
    private final LearnRequest request;
    private final LearnProgress progress;

    public DatabaseLearner(LearnRequest request, LearnProgress progress) {
        this.request = request;
        this.progress = progress;
    }

    /**
     * @param source is read once, parents before children, and may be closed afterwards
     * @return a model that depends on the rows, the request and the seed, not on the number of threads
     */
    public DatabaseModel learn(RowSource source) {
        return learn(source, (table, rows) -> {});
    }

    /**
     * As {@link #learn(RowSource)}.
     *
     * @param seen is shown rows of each table that is learned and has enough of them, as features see them
     */
    public DatabaseModel learn(RowSource source, BiConsumer<TableName, SeenRows> seen) {
        Map<TableName, EncodedTable> encoded = new LinkedHashMap<>();
        List<TableModel> tables = new ArrayList<>();
        try (Workers workers = new Workers(request.settings().threads(), "learn")) {
            Map<TableName, TableSample> samples = new SampleReader(request, source, workers).readAll(progress);
            TableContext context = new TableContext(request, samples, locale(samples));
            SummaryColumns summaries = new SummaryColumns(context);
            LearnSettings within = TrainingBudget.within(request.settings(), modes(samples));
            for (TableName name : request.graph().order()) {
                TableMode mode = request.modes().get(name);
                if (!mode.hasRows()) {
                    tables.add(TableModel.without(name, mode));
                    continue;
                }
                if (mode == TableMode.FILL) {
                    tables.add(BlankTable.model(request, name, context.locale()));
                    continue;
                }
                progress.learning(name);
                EncodedTable table = new TableEncoder(context, summaries, encoded, workers, name).encode();
                encoded.put(name, table);
                tables.add(model(context, encoded, table, mode, within, workers, seen));
                progress.learned(name);
            }
        }
        return new DatabaseModel(DatabaseModel.FORMAT, request.schema(), tables, settings());
    }

    private Map<TableSample, TableMode> modes(Map<TableName, TableSample> samples) {
        Map<TableSample, TableMode> modes = new LinkedHashMap<>();
        samples.forEach((name, sample) -> modes.put(sample, request.modes().get(name)));
        return modes;
    }

    private TableModel model(
            TableContext context,
            Map<TableName, EncodedTable> encoded,
            EncodedTable table,
            TableMode mode,
            LearnSettings within,
            Workers workers,
            BiConsumer<TableName, SeenRows> seen) {
        TableName name = table.sample().name();
        ForeignKey owning = context.owning(name).orElse(null);
        EncodedTable owner = owning == null ? null : encoded.get(owning.parent());
        EncodedTable above = owner == null
                ? null
                : context.owning(owning.parent())
                        .map(link -> encoded.get(link.parent()))
                        .orElse(null);
        Map<String, EncodedTable> targets = new HashMap<>();
        for (ForeignKey link : context.references(name)) {
            targets.put(link.name(), encoded.get(link.parent()));
        }
        int[] rows = trainingRows(table.sample(), within);
        AlikeSiblings alike = AlikeSiblings.of(table.sample(), table.columns(), owner != null);
        FeatureColumns features = new FeatureColumns(table, rows, alike, owner, above, targets);
        KnownValues known = new KnownValues(table, alike, owner, above, targets, rows);
        ColumnLearner learner = new ColumnLearner(table, owner, known, features, rows, within);
        if (request.settings().refined() && mode == TableMode.SYNTHESIZE && rows.length >= SeenRows.FEWEST) {
            seen.accept(name, features.seen());
        }
        List<CascadeColumn> cascade = workers.map(table.columns().size(), learner::learn);
        return new TableModel(
                name,
                mode,
                table.sample().totalRows(),
                ownerLess(owning, table.sample()),
                owning == null ? "" : owning.name(),
                owning == null ? name : owning.parent(),
                cascade,
                table.prefix(),
                table.references(),
                table.fanOuts(),
                table.fills(),
                KeptRowsLearner.learn(context, table, mode),
                request.rules().getOrDefault(name, List.of()),
                request.keys().getOrDefault(name, List.of()),
                request.asked().getOrDefault(name, List.of()),
                table.combinations(),
                table.totals(),
                List.of());
    }

    /** Rows without an owner in the whole table; none where every new row must have one, though the source broke that. */
    private static long ownerLess(ForeignKey owning, TableSample sample) {
        if (owning == null || owning.isConfigured() && !owning.optional()) {
            return 0;
        }
        return Math.round((double) sample.ownerLess() * sample.totalRows() / Math.max(1, sample.rows()));
    }

    /** All rows, or those of some whole families. */
    private static int[] trainingRows(TableSample sample, LearnSettings settings) {
        int most = settings.limits().trainingRows();
        Draws draws = Draws.seeded(settings.seed())
                .at("training rows")
                .at(sample.name().toString());
        double share = Math.min(1.0, (double) most / Math.max(1, sample.rows()));
        int[] rows = new int[sample.rows()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            if (share >= 1 || draws.unit(sample.family()[row]) < share) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    /** One locale for the whole database, so that a persona is the same in every table. */
    private String locale(Map<TableName, TableSample> samples) {
        if (!request.settings().locale().equals(LocaleGuess.AUTO)) {
            return LocaleGuess.told(request.settings().locale());
        }
        List<TextObserver> observers = new ArrayList<>();
        for (TableSample sample : samples.values()) {
            for (ColumnSample column : sample.columns().values()) {
                if (column instanceof TextSample texts) {
                    observers.add(texts.observer());
                }
            }
        }
        return LocaleGuess.of(observers);
    }

    private List<DatabaseModel.Setting> settings() {
        LearnSettings s = request.settings();
        return List.of(
                new DatabaseModel.Setting(
                        "learn.depth", String.valueOf(s.capacity().depth())),
                new DatabaseModel.Setting(
                        "learn.features", String.valueOf(s.capacity().features())),
                new DatabaseModel.Setting("learn.locale", s.locale()),
                new DatabaseModel.Setting(
                        "learn.learner", s.learners().usual().name().toLowerCase(Locale.ROOT)),
                new DatabaseModel.Setting(
                        "learn.leaf-rows", String.valueOf(s.capacity().leafRows())),
                new DatabaseModel.Setting("learn.refine", String.valueOf(s.refined())),
                new DatabaseModel.Setting(
                        "learn.sample-rows", String.valueOf(s.limits().sampleRows())),
                new DatabaseModel.Setting("learn.seed", String.valueOf(s.seed())),
                new DatabaseModel.Setting(
                        "learn.training-rows", String.valueOf(s.limits().trainingRows())),
                new DatabaseModel.Setting(
                        "learn.trees", String.valueOf(s.capacity().trees())));
    }
}
