package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of what columns of children and of their parents have to do with each other is there in the synthetic rows too.
 * {@link HopTrends} are means over all pairs, most of which have nothing in common; so they hardly move when children are dealt
 * out to parents at random. This one falls to about 0 then.
 */
public final class LinkAssociations {
    private static final double STRONG = 0.2;
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_ROWS = 50_000;
    private static final int FEWEST_ROWS = 200;

    private LinkAssociations() {}

    /**
     * Sum of the synthetic over the sum of the real associations, over pairs of which the real one ({@link Associations}) is at
     * least 0.2; a synthetic one counts as far as it is real, and not with the other sign. NaN where no pair is so strong.
     */
    public static double kept(ComparedLink link) {
        int[][] rows = {rows(link, Side.REAL), rows(link, Side.SYNTHETIC)};
        if (rows[0].length < FEWEST_ROWS || rows[1].length < FEWEST_ROWS) {
            return Double.NaN;
        }
        List<ComparedColumn> own = columns(link.child(), rows);
        int[][] above = new int[2][];
        for (Side side : Side.values()) {
            int[] parents = link.parents(side);
            above[side.ordinal()] =
                    Arrays.stream(rows[side.ordinal()]).map(row -> parents[row]).toArray();
        }
        List<ComparedColumn> theirs = columns(link.parent(), above);
        double real = 0;
        double kept = 0;
        for (ComparedColumn first : own) {
            for (ComparedColumn second : theirs) {
                double expected = Associations.of(first, second, Side.REAL);
                if (Math.abs(expected) >= STRONG) {
                    double found = Associations.of(first, second, Side.SYNTHETIC);
                    double same = Double.isNaN(found) ? 0 : found * Math.signum(expected);
                    real += Math.abs(expected);
                    kept += Math.max(0, Math.min(same, Math.abs(expected)));
                }
            }
        }
        return real == 0 ? Double.NaN : kept / real;
    }

    /** Children with a parent, spread over the table where there are many. */
    private static int[] rows(ComparedLink link, Side side) {
        int[] parents = link.parents(side);
        int[] linked = IntStream.range(0, parents.length)
                .filter(row -> parents[row] >= 0)
                .toArray();
        int step = 1 + linked.length / MOST_ROWS;
        return IntStream.range(0, linked.length)
                .filter(i -> i % step == 0)
                .map(i -> linked[i])
                .toArray();
    }

    private static List<ComparedColumn> columns(ComparedTable table, int[][] rows) {
        return table.columns().stream()
                .limit(MOST_COLUMNS)
                .map(column -> new ComparedColumn(
                        column.name(),
                        column.kind(),
                        column.categories(),
                        column.folded(),
                        picked(column.real(), rows[0]),
                        picked(column.synthetic(), rows[1])))
                .toList();
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
