package dev.understudy.learn;

import dev.understudy.encode.LabelCodec;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rows that refer to a row have in common beyond what the row itself says: how good a film is, going by those who
 * rate it. Each is a column of the target's cascade, drawn with it, and seen by the rows that refer to it.
 *
 * <p>Cost: a few passes over the child's rows for each of its columns.
 */
final class TargetEffects {
    /** Most effects of one link. */
    private static final int MOST = 6;

    private static final int FEWEST_TARGETS = 100;
    /** Share of the variation of rows that must lie between targets. */
    private static final double LEAST_SHARE = 0.01;
    /** Share of the differences between targets that must be no chance. */
    private static final double LEAST_RELIABLE = 0.3;

    /** Of more categories no single number tells: rows would follow it against what their year allows. */
    private static final int MOST_CATEGORIES = 8;

    private static final int DECIMALS = 2;
    private static final double UNIT = 100;

    private final TableContext context;

    private final List<EncodedColumn> columns;

    /** @param columns of the target's cascade: what they tell of those that refer to a row is no effect of it */
    TargetEffects(TableContext context, List<EncodedColumn> columns) {
        this.context = context;
        this.columns = columns;
    }

    /** Effects over all links whose targets are dealt out, those that tell most first for each. */
    List<EncodedColumn> of(TableName target) {
        List<EncodedColumn> effects = new ArrayList<>();
        for (ForeignKey link : context.schema().foreignKeysTo(target)) {
            boolean learned = context.samples().containsKey(link.child());
            boolean owned = context.owning(link.child()).filter(link::equals).isPresent();
            if (learned && !owned && !link.isTyped() && context.kind(link) == Kind.DEALT) {
                effects.addAll(over(link));
            }
        }
        return effects;
    }

    private record Found(String column, RandomEffect effect) {}

    private List<EncodedColumn> over(ForeignKey link) {
        TableSample target = context.samples().get(link.parent());
        if (target.rows() < FEWEST_TARGETS) {
            return List.of();
        }
        TableSample child = context.samples().get(link.child());
        Table table = context.table(link.child());
        FillChooser chooser = context.chooser(link.child());
        int[] targets = child.targets(link.name());
        List<Found> found = new ArrayList<>();
        for (Column column : table.columns()) {
            double[] scores = chooser.withoutCascade(column).isPresent()
                    ? null
                    : scores(table.name(), column, child, targets, target.rows());
            if (scores != null) {
                takeOff(scores, targets, target.rows());
                found.add(new Found(column.name(), new RandomEffect(targets, scores, target.rows())));
            }
        }
        Draws draws = Draws.seeded(context.request().settings().seed())
                .at("target effects")
                .at(link.toString());
        return found.stream()
                .filter(one -> one.effect.share() >= LEAST_SHARE && one.effect.reliability() >= LEAST_RELIABLE)
                .sorted(Comparator.comparingDouble(one -> -one.effect.share()))
                .limit(MOST)
                .map(one -> encoded(link, one, target, draws))
                .toList();
    }

    /** Takes off scores what the target's row tells of the mean over all that refer to it. */
    private void takeOff(double[] scores, int[] targets, int rows) {
        double[] sums = new double[rows];
        int[] counts = new int[rows];
        for (int row = 0; row < scores.length; row++) {
            if (targets[row] >= 0 && !Double.isNaN(scores[row])) {
                sums[targets[row]] += scores[row];
                counts[targets[row]]++;
            }
        }
        int[] referred =
                IntStream.range(0, rows).filter(target -> counts[target] > 0).toArray();
        double mean =
                Arrays.stream(sums).sum() / Math.max(1, Arrays.stream(counts).sum());
        double[] means = Arrays.stream(referred)
                .mapToDouble(target -> sums[target] / counts[target] - mean)
                .toArray();
        double[] left = new RowEffects(columns, referred).takenOff(means);
        double[] told = new double[rows];
        for (int i = 0; i < referred.length; i++) {
            told[referred[i]] = means[i] - left[i];
        }
        for (int row = 0; row < scores.length; row++) {
            scores[row] -= targets[row] >= 0 ? told[targets[row]] : 0;
        }
    }

    private EncodedColumn encoded(ForeignKey link, Found one, TableSample target, Draws draws) {
        double[] effects = one.effect.draw(draws.at(one.column));
        long[] steps = new long[effects.length];
        for (int row = 0; row < steps.length; row++) {
            steps[row] = Math.round(UNIT * effects[row]);
        }
        String name = ReferenceModel.effectColumn(link, one.column);
        BitSet none = new BitSet();
        return EncodedColumn.numbers(
                name, NumberEncoding.fit(steps, none, target.family(), context.k(), false, DECIMALS), steps, none, "");
    }

    /** A number for each row of the child, NaN for none; null if the column has none. */
    private double[] scores(TableName of, Column column, TableSample child, int[] targets, int groups) {
        if (child.column(column.name()) instanceof NumberSample numbers) {
            return RowScores.ranks(numbers.values(), numbers.missing());
        }
        if (!(child.column(column.name()) instanceof TextSample texts)) {
            return null;
        }
        List<String> labels =
                TextEncoding.shared(texts, context.meaning(of, column, texts), child.family(), context.k());
        if (labels.size() < 2 || labels.size() > MOST_CATEGORIES) {
            return null;
        }
        LabelCodec codec = new LabelCodec(labels);
        return RowScores.of(TextEncoding.encode(codec, texts), codec.codes(), targets, groups);
    }
}
