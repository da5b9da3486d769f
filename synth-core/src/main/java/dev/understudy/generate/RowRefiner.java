package dev.understudy.generate;

import dev.understudy.model.Feature;
import dev.understudy.model.OddsTree;
import dev.understudy.model.Refiner;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Draws rows again that a classifier tells from learned ones: rejection sampling, with a last candidate that is taken anyway.
 * Immutable; serves several threads.
 *
 * <p>Source: Azadi, Olsson, Darrell, Goodfellow, Odena (2019), Discriminator rejection sampling.
 */
final class RowRefiner {
    /** Rows are drawn at most so often. */
    private static final int CANDIDATES = 3;
    /** Sets these draws apart from those by which rows are mended. */
    private static final int FIRST_ATTEMPT = 40;

    private static final double MOST_ODDS = 4;

    private final Refiner refiner;
    private final Feature[] features;
    private final OddsTree[] trees;
    private final int[] columns;
    private final Draws draws;

    private RowRefiner(Refiner refiner, int[] columns, Draws draws) {
        this.refiner = refiner;
        this.features = refiner.features().toArray(Feature[]::new);
        this.trees = refiner.trees().toArray(OddsTree[]::new);
        this.columns = columns;
        this.draws = draws;
    }

    /** The refiners of a table. What completes a key among siblings, and what stands before it, is drawn once. */
    static List<RowRefiner> of(GeneratedTable table, SiblingKeys keys) {
        List<RowRefiner> refiners = new ArrayList<>();
        for (Refiner refiner : table.model().refiners()) {
            int from = refiner.from();
            for (int c = from; c < refiner.to(); c++) {
                from = keys.areCompletedBy(c) ? c + 1 : from;
            }
            BitSet columns = table.drawn().get(0, refiner.to());
            columns.clear(0, from);
            if (!columns.isEmpty()) {
                Draws draws = table.draws().at("refine").at(refiner.from());
                refiners.add(new RowRefiner(refiner, columns.stream().toArray(), draws));
            }
        }
        return refiners;
    }

    /** True if rows can be judged only after the siblings before them. @param beside columns that are drawn */
    boolean looksBack(BitSet beside) {
        return refiner.looksBack() && beside.get(columns[columns.length - 1]);
    }

    /** True if all is drawn that is judged once a column is. */
    boolean isReadyAfter(int column) {
        return column == columns[columns.length - 1];
    }

    /** @param rows rows that were drawn up to the last column that is judged, siblings before them included */
    void refine(Block block, FeatureView view, int[] rows, ColumnSampler[] samplers) {
        int[] left = rows;
        for (int candidate = 1; candidate < CANDIDATES; candidate++) {
            left = refused(block, view, left, candidate);
            if (left.length == 0) {
                break;
            }
            view.remember(left);
            for (int column : columns) {
                samplers[column].redraw(block, view, left, FIRST_ATTEMPT + candidate);
            }
        }
        view.remember(rows);
    }

    /** Rows that are to be drawn again. */
    private int[] refused(Block block, FeatureView view, int[] rows, int candidate) {
        int n = rows.length;
        byte[][] groups = new byte[features.length][];
        Arrays.setAll(groups, f -> view.groups(features[f], rows, n));
        float[] odds = new float[n];
        for (OddsTree tree : trees) {
            for (int i = 0; i < n; i++) {
                odds[i] += tree.of(groups, i);
            }
        }
        int[] refused = new int[n];
        int many = 0;
        for (int i = 0; i < n; i++) {
            double likely = Math.max(1 / MOST_ODDS, Math.min(MOST_ODDS, Math.exp(odds[i]))) / refiner.sure();
            if (draws.unit(block.place(rows[i]), candidate) >= likely) {
                refused[many++] = rows[i];
            }
        }
        return Arrays.copyOf(refused, many);
    }
}
