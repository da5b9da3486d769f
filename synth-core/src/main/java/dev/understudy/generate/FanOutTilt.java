package dev.understudy.generate;

import dev.understudy.model.CascadeColumn;
import dev.understudy.model.FanOut;
import dev.understudy.model.TableMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tilts the draws of how many children the rows of a table have, until they come to as many as are wanted. Counts are drawn given
 * columns that are drawn themselves, so their sum is off by some percent. Moving single counts afterwards would give children to
 * rows that never have any, and that know nothing of them; a tilt multiplies the odds of larger counts in every leaf, so that those
 * rows get more children that have some, and all that follows from the number is drawn with it. Where rows say how many children
 * each of their own is to have, on average, that is tilted too; and before it whether there are any, and how long they go on if that
 * comes out too short, since more children than years would crowd in them.
 *
 * <p>The share of count c is multiplied by (1 + c)^t, which leaves rows without children alone where a leaf has no others. Cost: draws
 * some blocks of the table ({@link TrialBlocks}) up to {@value #PASSES} times, for each of four stages that is off.
 */
final class FanOutTilt {
    private static final int PASSES = 6;
    /** Fewer children, or rows with children, than these are chance. */
    private static final double FEWEST = 100;

    private final GeneratedTable table;
    private final Tables tables;
    private final TrialBlocks blocks;

    private FanOutTilt(GeneratedTable table, Tables tables, BlockPipe pipe) {
        this.table = table;
        this.tables = tables;
        this.blocks = new TrialBlocks(table, pipe);
    }

    /**
     * @param maker makes blocks of the table
     * @return a maker whose rows have as many children as those of the source, on average
     */
    static BlockMaker of(BlockMaker maker, GeneratedTable table, Tables tables, BlockPipe pipe) {
        if (table.model().mode() != TableMode.SYNTHESIZE) {
            return maker;
        }
        FanOutTilt tilt = new FanOutTilt(table, tables, pipe);
        Map<Integer, CascadeColumn> tilted = new HashMap<>();
        // Who has children at all, then for how long, then how many: each follows from the one before.
        for (List<TiltGoal> goals : List.of(tilt.presences(), tilt.several(), tilt.spans(), tilt.counts())) {
            tilted.putAll(tilt.meet(goals, maker, tilted));
        }
        return tilted.isEmpty() ? maker : maker.with(tilted);
    }

    /** Columns that are tilted in place of the table's own. @param before those that are tilted already */
    private Map<Integer, CascadeColumn> meet(
            List<TiltGoal> goals, BlockMaker maker, Map<Integer, CascadeColumn> before) {
        BitSet looked = new BitSet();
        goals.forEach(goal -> looked.or(tables.drawnFor(table, goal.column())));
        for (int pass = 0; pass < PASSES && !goals.stream().allMatch(TiltGoal::isDone); pass++) {
            Map<Integer, CascadeColumn> columns = new HashMap<>(before);
            columns.putAll(tilted(goals, before, false));
            double[] came = means(goals, maker, columns, looked);
            for (int g = 0; g < came.length; g++) {
                goals.get(g).next(came[g]);
            }
        }
        return tilted(goals, before, true);
    }

    private List<TiltGoal> presences() {
        List<TiltGoal> goals = new ArrayList<>();
        for (FanOut.Span span : spansOf()) {
            if (isMany(span.share()) && isMany(1 - span.share())) {
                goals.add(TiltGoal.ofPresence(table.model(), span.any(), span.share()));
            }
        }
        return goals;
    }

    private List<TiltGoal> several() {
        List<TiltGoal> goals = new ArrayList<>();
        for (FanOut.Span span : spansOf()) {
            boolean told = span.last() >= 0 && TiltGoal.isToldFrom(table.model(), span.last(), span.first());
            if (told && isMany(span.several())) {
                goals.add(TiltGoal.ofExcess(table.model(), span.last(), span.first(), span.several()));
            }
        }
        return goals;
    }

    private List<TiltGoal> spans() {
        List<TiltGoal> goals = new ArrayList<>();
        for (FanOut.Span span : spansOf()) {
            boolean relative = span.last() >= 0
                    && !table.model().cascade().get(span.last()).relatives().isEmpty();
            if (relative && span.mean() > 0 && isMany(span.share())) {
                goals.add(TiltGoal.ofDifferences(table.model(), span.last(), span.first(), span.mean()));
            }
        }
        return goals;
    }

    private List<FanOut.Span> spansOf() {
        return tables.childrenOf(table).stream()
                .flatMap(child -> tables.fanOut(child).spans().stream())
                .toList();
    }

    private List<TiltGoal> counts() {
        List<TiltGoal> goals = new ArrayList<>();
        for (GeneratedTable child : tables.childrenOf(table)) {
            FanOut fanOut = tables.fanOut(child);
            int count = fanOut.column();
            double children = childrenARow(child);
            double wanted = fanOut.most() == 1 ? Math.min(1, children) : children;
            if (isDrawn(count) && isMany(wanted)) {
                goals.add(TiltGoal.ofNumbers(table.model(), count, wanted));
            }
            for (GeneratedTable grandchild : tables.childrenOf(child)) {
                int counted = tables.fanOut(grandchild).column();
                String name = child.model().cascade().get(counted).name();
                int mean = place(FanOut.meanColumn(child.model().name(), name));
                if (mean >= 0 && isDrawn(mean) && isMany(childrenARow(grandchild))) {
                    goals.add(TiltGoal.ofProducts(table.model(), mean, count, childrenARow(grandchild)));
                }
            }
        }
        return goals;
    }

    /** Rows of a table that hangs on this one, for each row of this one. */
    private double childrenARow(GeneratedTable of) {
        return (double) (of.model().sourceRows() - of.model().ownerLess())
                / Math.max(1, table.model().sourceRows());
    }

    /** False for a single code, or none. */
    private boolean isDrawn(int column) {
        return table.model().cascade().get(column).codec().codes() > 2;
    }

    /** @param aRow how many of something there are for each row */
    private boolean isMany(double aRow) {
        return aRow * table.plannedRows() >= FEWEST;
    }

    private int place(String name) {
        List<CascadeColumn> cascade = table.model().cascade();
        for (int c = 0; c < cascade.size(); c++) {
            if (cascade.get(c).name().equals(name)) {
                return c;
            }
        }
        return -1;
    }

    private double[] means(List<TiltGoal> goals, BlockMaker maker, Map<Integer, CascadeColumn> columns, BitSet looked) {
        List<double[]> sums = blocks.draw(maker, columns, looked, block -> sums(goals, block));
        double rows =
                Math.max(1, sums.stream().mapToDouble(of -> of[goals.size()]).sum());
        double[] means = new double[goals.size()];
        for (double[] of : sums) {
            for (int g = 0; g < means.length; g++) {
                means[g] += of[g] / rows;
            }
        }
        return means;
    }

    /** Sums over all rows of a block by goal, and at last its rows. */
    private static double[] sums(List<TiltGoal> goals, Block block) {
        double[] of = new double[goals.size() + 1];
        for (int g = 0; g < goals.size(); g++) {
            of[g] = goals.get(g).sum(block);
        }
        of[goals.size()] = block.rows();
        return of;
    }

    /** @param nearest true for the tilts that came nearest, false for those to be tried next */
    private Map<Integer, CascadeColumn> tilted(
            List<TiltGoal> goals, Map<Integer, CascadeColumn> before, boolean nearest) {
        Map<Integer, CascadeColumn> columns = new HashMap<>();
        for (TiltGoal goal : goals) {
            if (!goal.isLevel(nearest)) {
                CascadeColumn own = table.model().cascade().get(goal.column());
                columns.put(goal.column(), goal.tilt(before.getOrDefault(goal.column(), own), nearest));
            }
        }
        return columns;
    }
}
