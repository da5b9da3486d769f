package dev.understudy.job;

import dev.understudy.connect.Database;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowJudge;
import dev.understudy.data.RowSink;
import dev.understudy.data.RowSource;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableMode;
import dev.understudy.plan.FillTrial;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedTable;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.rule.Rule;
import dev.understudy.target.AskedRows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes the rows of tables without any to learn from in memory, by the very model and generator of a run, and counts those
 * that meet what can be judged. Parents that are learned are stood in for by rows made from their constraints.
 *
 * <p>Cost: at most {@value #MOST} rows a table.
 */
final class FilledForTrial implements FillTrial {
    /** More rows than these tell nothing new. */
    private static final long MOST = 1_000;

    private final RowJudge judge;

    /** @param source asked about checks that are not understood; read only */
    FilledForTrial(Database source) {
        this.judge = new AskedRows(source);
    }

    @Override
    public Map<TableName, Long> rows(Plan plan) {
        Map<TableName, Long> wanted = new LinkedHashMap<>();
        Map<TableName, TableMode> modes = new LinkedHashMap<>(plan.modes());
        for (PlannedTable table : plan.tables()) {
            if (table.mode().hasRows()) {
                wanted.put(table.name(), Math.min(MOST, table.targetRows()));
                modes.put(table.name(), TableMode.FILL);
            }
        }
        if (plan.tables().stream().noneMatch(table -> table.mode() == TableMode.FILL)) {
            return Map.of();
        }
        LearnRequest request = Learning.request(plan, 1).filledWith(modes, wanted);
        DatabaseModel model = new DatabaseLearner(request, LearnProgress.NONE).learn(new NoRows());
        Counted counted = new Counted(request, judge);
        new DatabaseGenerator(model, GenerateSettings.DEFAULT.withThreads(1), GenerateProgress.NONE, judge)
                .generate(counted);
        Map<TableName, Long> rows = new LinkedHashMap<>();
        for (PlannedTable table : plan.tables()) {
            if (table.mode() == TableMode.FILL) {
                long came = counted.fine.getOrDefault(table.name(), 0L);
                boolean all = came >= wanted.get(table.name());
                rows.put(table.name(), all ? table.targetRows() : came);
            }
        }
        return rows;
    }

    /** Nothing is learned, so nothing is read. */
    private static final class NoRows implements RowSource {
        @Override
        public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {}

        @Override
        public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {}

        @Override
        public long count(TableName table) {
            return 0;
        }

        @Override
        public void close() {}
    }

    /** Counts rows. A table of which one row breaks a rule cannot be filled: the row would be refused. */
    private static final class Counted implements RowSink {
        private final LearnRequest request;
        private final RowJudge judge;
        private final Map<TableName, Long> fine = new HashMap<>();

        Counted(LearnRequest request, RowJudge judge) {
            this.request = request;
            this.judge = judge;
        }

        @Override
        public TableWriter open(TableName table, List<Column> columns, Part part) {
            List<Rule> rules = request.rules().getOrDefault(table, List.of());
            BatchRules judged = new BatchRules(request.schema().table(table).orElseThrow(), columns, rules);
            AskedLinks asked = AskedLinks.of(request, table, columns, judge);
            return new TableWriter() {
                private long rows;
                private boolean refused;

                @Override
                public void write(RowBatch batch) {
                    rows += batch.rows();
                    refused |= !judged.keeps(batch) || !asked.keep(batch);
                }

                @Override
                public long finish() {
                    fine.put(table, refused ? 0 : rows);
                    return rows;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }
}
