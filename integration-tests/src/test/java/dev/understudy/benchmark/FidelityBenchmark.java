package dev.understudy.benchmark;

import dev.understudy.calibrate.CalibratedLearner;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.DatabaseComparison;
import dev.understudy.compare.HalfSource;
import dev.understudy.compare.HeldRows;
import dev.understudy.compare.SideRows;
import dev.understudy.fidelity.TableScores;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.model.DatabaseModel;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores generated families against real ones that were not learned from, beside their floor: the families of each subject
 * are cut into halves A and B; A is learned, as many families as B has are generated, and both A and they are scored
 * against B.
 */
final class FidelityBenchmark {
    private static final int LEAST_ROWS = 1000;
    private static final int LEAST_FAMILIES = 200;
    private static final int K = 10;

    private final int splits;
    private final int seeds;
    private final int classifierRows;
    private final int threads;

    /** @param classifierRows most rows of each side that classifiers see */
    FidelityBenchmark(int splits, int seeds, int classifierRows, int threads) {
        this.splits = splits;
        this.seeds = seeds;
        this.classifierRows = classifierRows;
        this.threads = threads;
    }

    List<Measured> run(BenchmarkSet set) {
        List<Measured> measured = new ArrayList<>();
        for (TableName subject : set.request().graph().subjects()) {
            FamilySplit split = FamilySplit.of(set, subject);
            if (!split.cut().isEmpty()) {
                measured.addAll(run(split));
            }
        }
        return measured;
    }

    private List<Measured> run(FamilySplit split) {
        BenchmarkSet set = split.set();
        Map<TableName, List<Column>> columns = new LinkedHashMap<>(set.columns());
        columns.keySet().retainAll(split.tables());
        LearnRequest any = set.request();
        SideRows whole = new SideRows(any.schema(), any.graph(), set.rows(), columns);
        List<TableName> judged = split.judged(whole, LEAST_ROWS, LEAST_FAMILIES);
        if (judged.isEmpty()) {
            return List.of();
        }
        Map<TableName, List<TableScores>> floors = new LinkedHashMap<>();
        Map<TableName, List<TableScores>> ours = new LinkedHashMap<>();
        for (int s = 0; s < splits; s++) {
            HalfSource first = new HalfSource(set.rows(), split.half(whole, s, true));
            HalfSource second = new HalfSource(set.rows(), split.half(whole, s, false));
            SideRows learned = new SideRows(any.schema(), any.graph(), first, columns);
            SideRows real = new SideRows(any.schema(), any.graph(), second, columns);
            for (int seed = 0; seed < seeds; seed++) {
                DatabaseModel model = new CalibratedLearner(
                                set.request(split.tables(), 100L * s + seed), LearnProgress.NONE)
                        .learn(first);
                HeldRows made = generate(model, split, first, second, seed);
                DatabaseComparison comparison =
                        new DatabaseComparison(any.schema(), any.graph(), columns, RegeneratedColumns.of(model), K);
                if (seed == 0) {
                    score(comparison.of(real, learned), judged, floors);
                }
                score(comparison.of(real, new SideRows(any.schema(), any.graph(), made, columns)), judged, ours);
            }
        }
        return judged.stream()
                .map(table -> new Measured(
                        set.name(),
                        table.toString(),
                        whole.families(table).length,
                        (int) Arrays.stream(whole.families(table)).distinct().count(),
                        floors.get(table),
                        ours.get(table)))
                .toList();
    }

    private HeldRows generate(DatabaseModel model, FamilySplit split, HalfSource learned, HalfSource real, long seed) {
        TableName subject = split.cut().get(0);
        double scale = (double) real.count(subject) / Math.max(1, learned.count(subject));
        HeldRows made = new HeldRows();
        GenerateSettings settings = new GenerateSettings(1.0, Map.of(subject, scale), seed, threads);
        new DatabaseGenerator(model, settings, GenerateProgress.NONE).generate(made);
        return made;
    }

    private void score(Comparison comparison, List<TableName> judged, Map<TableName, List<TableScores>> into) {
        for (TableName table : judged) {
            into.computeIfAbsent(table, t -> new ArrayList<>())
                    .add(TableScores.of(
                            comparison, comparison.table(table.toString()).orElseThrow(), classifierRows, 1, threads));
        }
    }
}
