package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.FanOut;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How many children every parent row gets: what the cascade has drawn, moved by as little as it takes for the total to be
 * right. Immutable.
 */
final class FanOutCounts {
    /** Totals that are off by more than this share are met by stretching all counts, not by single steps. */
    private static final double MOST_BY_STEPS = 0.02;

    /** Share of the parents that must have one number of children for it to be usual, and the least such number. */
    private static final double USUAL = 0.05;

    private static final int FEWEST_USUAL = 4;
    /** Most exchanges a parent. */
    private static final int EXCHANGES = 4;

    private final int[][] counts;

    private FanOutCounts(int[][] counts) {
        this.counts = counts;
    }

    /** Children of each row of one block of the parent. */
    int[] of(int block) {
        return counts[block];
    }

    int sum(int block) {
        return (int) sum(counts[block]);
    }

    /**
     * @param blocks  of the parent, as far as the counts of children are told by them
     * @param factor  every count is multiplied by this
     * @param total   sum to be met, as far as {@code atMostOne} allows
     */
    static FanOutCounts of(
            GeneratedTable parent,
            IntFunction<Block> blocks,
            FanOut fanOut,
            double factor,
            long total,
            boolean atMostOne,
            Draws draws,
            BlockPipe pipe) {
        int[][] counts = pipe.all(
                        parent.blockCount(), b -> raw(parent, blocks.apply(b), fanOut, factor, atMostOne, draws))
                .toArray(int[][]::new);
        long sum = 0;
        long rows = 0;
        for (int[] of : counts) {
            sum += sum(of);
            rows += of.length;
        }
        int most = atMostOne ? 1 : most(parent, fanOut, factor);
        long goal = atMostOne ? Math.min(total, rows) : total;
        long done = 0;
        long before = 0;
        long rowsBefore = 0;
        for (int b = 0; b < counts.length; b++) {
            int[] of = counts[b];
            before += sum(of);
            rowsBefore += of.length;
            long upTo = sum == 0
                    ? Math.round((double) goal * rowsBefore / Math.max(1, rows))
                    : Math.round((double) goal * before / sum);
            adjust(of, upTo - done, most, atMostOne, draws.at("adjust").at(b));
            done = upTo;
        }
        return new FanOutCounts(counts);
    }

    /**
     * Where every count has families enough to be told exactly, there is none beyond the highest: three positions in the
     * outfield make three children at most.
     */
    private static int most(GeneratedTable parent, FanOut fanOut, double factor) {
        NumberCodec codec =
                (NumberCodec) parent.model().cascade().get(fanOut.column()).codec();
        boolean closed = codec.codes() > 1 && codec.isExact();
        double highest = closed ? codec.highs()[codec.highs().length - 1] * Math.max(1, factor) : Integer.MAX_VALUE / 2;
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, Math.ceil(highest)));
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static int[] raw(
            GeneratedTable parent, Block block, FanOut fanOut, double factor, boolean atMostOne, Draws draws) {
        int[] counts = new int[block.rows()];
        NumberCodec codec =
                (NumberCodec) parent.model().cascade().get(fanOut.column()).codec();
        int any = fanOut.spans().stream().mapToInt(FanOut.Span::any).findFirst().orElse(-1);
        for (int row = 0; row < counts.length; row++) {
            double u = draws.unit(block.place(row));
            boolean known = codec.codes() > 1 && !block.isNull(fanOut.column(), row);
            int least = any >= 0 && block.has(any) && !block.isNull(any, row) ? 1 : 0;
            double count = known ? Math.max(least, block.values[fanOut.column()][row]) : fanOut.perParent();
            counts[row] = (int) Math.min(
                    atMostOne ? 1 : Integer.MAX_VALUE / 2,
                    Math.floor(count * factor + u * (needsRounding(count * factor) ? 1 : 0)));
        }
        return counts;
    }

    private static boolean needsRounding(double count) {
        return count != Math.rint(count);
    }

    /** Moves counts until they sum to the goal: parents in a random but fixed order, childless ones last. */
    private static void adjust(int[] counts, long goal, int usualMost, boolean atMostOne, Draws draws) {
        long sum = sum(counts);
        int most = usualMost;
        if (hasUsual(counts)) {
            sum = exchange(counts, sum, goal, draws.at("exchange"));
        }
        if (!atMostOne && Math.abs(goal - sum) > MOST_BY_STEPS * sum) {
            sum = stretch(counts, sum, goal, most);
        }
        long missing = goal - sum;
        if (missing == 0 || counts.length == 0) {
            return;
        }
        int[] order = shuffled(counts.length, draws);
        int least = missing > 0 ? (atMostOne ? 0 : 1) : 2;
        for (int pass = 0; missing != 0 && pass < 64; pass++) {
            boolean moved = false;
            for (int i = 0; i < order.length && missing != 0; i++) {
                int row = order[i];
                if (missing > 0 && counts[row] >= least && counts[row] < most) {
                    long step = Math.min(most - counts[row], Math.max(1, missing / order.length));
                    counts[row] += (int) step;
                    missing -= step;
                    moved = true;
                } else if (missing < 0 && counts[row] >= least) {
                    counts[row]--;
                    missing++;
                    moved = true;
                }
            }
            if (!moved) {
                if (least > (missing > 0 ? 0 : 1)) {
                    least--;
                } else if (missing > 0 && !atMostOne) {
                    // Rather a parent with one child too many than a table with too few rows.
                    most++;
                } else {
                    return;
                }
            }
        }
    }

    /** True if many parents have the same number of children, and not just some few: a row for each month. */
    private static boolean hasUsual(int[] counts) {
        int[] sorted = Arrays.stream(counts)
                .filter(count -> count >= FEWEST_USUAL)
                .sorted()
                .toArray();
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run >= USUAL * counts.length) {
                return true;
            }
        }
        return false;
    }

    /** Gives some parents as many children as others have, so that what is usual stays so. */
    private static long exchange(int[] counts, long sum, long goal, Draws draws) {
        long missing = goal - sum;
        int[] order = shuffled(counts.length, draws.at("order"));
        for (int i = 0; i < EXCHANGES * order.length; i++) {
            int row = order[i % order.length];
            int other = counts[draws.below(counts.length, i)];
            int step = other - counts[row];
            boolean helps = Long.signum(step) == Long.signum(missing) && Math.abs(step) <= Math.abs(missing);
            if (helps && other > 0 && counts[row] > 0) {
                counts[row] = other;
                missing -= step;
            }
        }
        return goal - missing;
    }

    /** Multiplies what parents have beyond their first child, so that those without children stay without. */
    private static long stretch(int[] counts, long sum, long goal, int most) {
        long parents = Arrays.stream(counts).filter(count -> count > 0).count();
        if (sum == parents || goal <= parents) {
            return sum;
        }
        double factor = (double) (goal - parents) / (sum - parents);
        double exact = 0;
        long given = 0;
        for (int row = 0; row < counts.length; row++) {
            if (counts[row] > 0) {
                exact += (counts[row] - 1) * factor;
                int more = (int) (Math.round(exact) - given);
                given += more;
                counts[row] = Math.min(most, 1 + more);
            }
        }
        return Arrays.stream(counts).asLongStream().sum();
    }

    private static int[] shuffled(int n, Draws draws) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = draws.below(i + 1, i);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
