package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.LeafWeights;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tilts the draws of how many children the rows of a table have, until they come to as many as are wanted. Counts are drawn given
 * columns that are drawn themselves, so their sum is off by some percent. Moving single counts afterwards would give children to
 * rows that never have any, and that know nothing of them; a tilt multiplies the odds of larger counts in every leaf, so that those
 * rows get more children that have some, and all that follows from the number is drawn with it. Where rows say how many children
 * each of their own is to have, on average, that is tilted too.
 *
 * <p>The share of count c is multiplied by (1 + c)^t, which leaves rows without children alone where a leaf has no others. Cost: draws
 * up to {@value #BLOCKS} blocks of the table up to {@value #PASSES} times.
 */
final class FanOutTilt {
    private static final int PASSES = 4;
    private static final int BLOCKS = 48;
    /** Sums that are off by no more than this share are left to single steps. */
    private static final double CLOSE = 0.004;
    /** Fewer children than these are chance. */
    private static final double FEWEST_CHILDREN = 100;

    private static final double MOST = 1.5;
    /** How much the logarithm of a sum grows with t, before it was tried; and the least at which t does anything. */
    private static final double GUESS = 0.4;

    private static final double LEAST_SLOPE = 0.05;

    private final GeneratedTable table;
    private final List<Goal> goals;

    /** Columns that goals follow from. */
    private final BitSet looked;

    private FanOutTilt(GeneratedTable table, List<Goal> goals, BitSet looked) {
        this.table = table;
        this.goals = goals;
        this.looked = looked;
    }

    /** A number of children: what was tried, and to what it came. */
    private static final class Goal {
        private final int column;
        /** What it is multiplied by, row by row: the number of children whose mean it is; or none. */
        private final Optional<Integer> times;
        /** Children a row. */
        private final double wanted;

        private double tilt;
        private double last;
        private double off = Double.NaN;
        private double slope = GUESS;
        private double best;
        private double least = Double.MAX_VALUE;

        Goal(int column, Optional<Integer> times, double wanted) {
            this.column = column;
            this.times = times;
            this.wanted = wanted;
        }

        boolean isDone() {
            return least <= CLOSE || slope < LEAST_SLOPE;
        }

        /** @param came children a row with the tilt of now */
        void next(double came) {
            double before = off;
            off = Math.log(wanted / Math.max(came, wanted / 100));
            // A tilt that hardly helps is not worth bending what was learned.
            double cost = Math.abs(off) + LEAST_SLOPE * Math.abs(tilt);
            if (cost < least) {
                least = cost;
                best = tilt;
            }
            if (!Double.isNaN(before) && tilt != last) {
                slope = Math.min(20 * GUESS, (before - off) / (tilt - last));
            }
            last = tilt;
            tilt = isDone() ? best : Math.max(-MOST, Math.min(MOST, tilt + off / slope));
        }
    }

    /**
     * @param maker makes blocks of the table
     * @return a maker whose rows have as many children as those of the source, on average
     */
    static BlockMaker of(BlockMaker maker, GeneratedTable table, Tables tables, BlockPipe pipe) {
        List<Goal> goals = table.model().mode() == TableMode.SYNTHESIZE ? goals(table, tables) : List.of();
        BitSet looked = new BitSet();
        for (Goal goal : goals) {
            looked.or(tables.drawnFor(table, goal.column));
        }
        return goals.isEmpty() ? maker : new FanOutTilt(table, goals, looked).of(maker, pipe);
    }

    private BlockMaker of(BlockMaker maker, BlockPipe pipe) {
        for (int pass = 0; pass < PASSES && !goals.stream().allMatch(Goal::isDone); pass++) {
            double[] came = childrenARow(maker.uncounted(tilted(false)), pipe);
            for (int g = 0; g < came.length; g++) {
                goals.get(g).next(came[g]);
            }
        }
        return maker.with(tilted(true));
    }

    private static List<Goal> goals(GeneratedTable table, Tables tables) {
        List<Goal> goals = new ArrayList<>();
        for (GeneratedTable child : tables.childrenOf(table)) {
            int count = tables.fanOut(child).column();
            boolean one = tables.fanOut(child).most() == 1;
            add(goals, table, count, Optional.empty(), child, one);
            for (GeneratedTable grandchild : tables.childrenOf(child)) {
                int counted = tables.fanOut(grandchild).column();
                String name = child.model().cascade().get(counted).name();
                int mean = place(
                        table.model(), "<mean %s %s>".formatted(child.model().name(), name));
                if (mean >= 0) {
                    add(goals, table, mean, Optional.of(count), grandchild, false);
                }
            }
        }
        return goals;
    }

    private static void add(
            List<Goal> goals,
            GeneratedTable table,
            int column,
            Optional<Integer> times,
            GeneratedTable of,
            boolean one) {
        long rows = Math.max(1, table.model().sourceRows());
        double children = (double) (of.model().sourceRows() - of.model().ownerLess()) / rows;
        double wanted = one ? Math.min(1, children) : children;
        // A single code, or none, is no choice.
        boolean isDrawn = table.model().cascade().get(column).codec().codes() > 2;
        if (isDrawn && wanted * table.plannedRows() >= FEWEST_CHILDREN) {
            goals.add(new Goal(column, times, wanted));
        }
    }

    private static int place(TableModel model, String name) {
        for (int c = 0; c < model.cascade().size(); c++) {
            if (model.cascade().get(c).name().equals(name)) {
                return c;
            }
        }
        return -1;
    }

    private double[] childrenARow(BlockMaker maker, BlockPipe pipe) {
        int blocks = Math.min(BLOCKS, table.blockCount());
        List<double[]> sums =
                pipe.all(blocks, b -> sums(maker.drawn((int) ((long) b * table.blockCount() / blocks), looked)));
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

    /** Children of all rows of a block by goal, and at last its rows. */
    private double[] sums(Block block) {
        double[] of = new double[goals.size() + 1];
        of[goals.size()] = block.rows();
        for (int g = 0; g < goals.size(); g++) {
            Goal goal = goals.get(g);
            for (int row = 0; row < block.rows(); row++) {
                double times = goal.times.isEmpty() ? 1 : number(block, goal.times.get(), row);
                of[g] += times * number(block, goal.column, row);
            }
        }
        return of;
    }

    private double number(Block block, int column, int row) {
        double unit = Math.pow(10, codec(column).decimals());
        return block.isNull(column, row) ? 0 : Math.max(0, block.values[column][row]) / unit;
    }

    private NumberCodec codec(int column) {
        return (NumberCodec) table.model().cascade().get(column).codec();
    }

    /** @param best true for the tilts that came nearest, false for those to be tried next */
    private Map<Integer, CascadeColumn> tilted(boolean best) {
        Map<Integer, CascadeColumn> columns = new HashMap<>();
        for (Goal goal : goals) {
            double tilt = best ? goal.best : goal.tilt;
            if (tilt != 0) {
                CascadeColumn column = table.model().cascade().get(goal.column);
                double[] weights = weights(codec(goal.column), tilt);
                columns.put(
                        goal.column,
                        column.mapForests(
                                forest -> forest == column.forest() ? LeafWeights.of(forest, weights) : forest));
            }
        }
        return columns;
    }

    private static double[] weights(NumberCodec codec, double tilt) {
        double unit = Math.pow(10, codec.decimals());
        double[] weights = new double[codec.codes()];
        weights[Codec.NULL] = 1;
        for (int code = 1; code < weights.length; code++) {
            double count = Math.max(0, (codec.lows()[code - 1] + codec.highs()[code - 1]) / 2.0 / unit);
            weights[code] = Math.pow(1 + count, tilt);
        }
        return weights;
    }
}
