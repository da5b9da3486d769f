package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.Side;
import dev.understudy.fidelity.PairTrends.Trend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** {@link PairTrends} between a column of a table and a column of an ancestor some links above, joined. */
public final class HopTrends {
    private HopTrends() {}

    /** A way up: per row of the table the row of the ancestor, or -1. */
    private record Path(ComparedTable ancestor, int[] real, int[] synthetic) {
        int[] rows(Side side) {
            return side == Side.REAL ? real : synthetic;
        }
    }

    /** Mean over all ways of {@code hops} links up from a table and all pairs of columns; empty if there is none. */
    public static OptionalDouble of(Comparison comparison, ComparedTable table, int hops) {
        return trends(comparison, table, hops).stream()
                .mapToDouble(Trend::score)
                .average();
    }

    /** Mean over the pairs of a column of the child and one of the parent of a link; empty if there is none. */
    public static OptionalDouble of(ComparedLink link) {
        return trends(link.child(), new Path(link.parent(), link.real(), link.synthetic())).stream()
                .mapToDouble(Trend::score)
                .average();
    }

    /** One for each way up and pair of columns that has a score. */
    public static List<Trend> trends(Comparison comparison, ComparedTable table, int hops) {
        List<Trend> trends = new ArrayList<>();
        paths(comparison, table, hops).forEach(path -> trends.addAll(trends(table, path)));
        return trends;
    }

    private static List<Trend> trends(ComparedTable table, Path path) {
        List<Trend> trends = new ArrayList<>();
        PairTrends.Joined joined = joined(path);
        for (Side side : Side.values()) {
            // No joined row at all would be read as "row by row".
            if (joined.first(side).length == 0) {
                return List.of();
            }
        }
        for (ComparedColumn own : table.columns()) {
            for (ComparedColumn above : path.ancestor().columns()) {
                Trend trend = PairTrends.trend(own, above, joined);
                if (!Double.isNaN(trend.score())) {
                    trends.add(trend);
                }
            }
        }
        return trends;
    }

    private static List<Path> paths(Comparison comparison, ComparedTable table, int hops) {
        List<Path> paths = new ArrayList<>();
        paths.add(new Path(table, all(table.rows(Side.REAL)), all(table.rows(Side.SYNTHETIC))));
        for (int hop = 0; hop < hops; hop++) {
            List<Path> longer = new ArrayList<>();
            for (Path path : paths) {
                for (ComparedLink link : comparison.linksOf(path.ancestor())) {
                    if (link.parent() != path.ancestor()) {
                        longer.add(new Path(
                                link.parent(),
                                follow(path.real(), link.real()),
                                follow(path.synthetic(), link.synthetic())));
                    }
                }
            }
            paths = longer;
        }
        return paths;
    }

    private static int[] all(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    private static int[] follow(int[] rows, int[] parents) {
        return Arrays.stream(rows).map(row -> row < 0 ? -1 : parents[row]).toArray();
    }

    private static PairTrends.Joined joined(Path path) {
        return new PairTrends.Joined() {
            @Override
            public int[] first(Side side) {
                int[] above = path.rows(side);
                return IntStream.range(0, above.length)
                        .filter(row -> above[row] >= 0)
                        .toArray();
            }

            @Override
            public int[] second(Side side) {
                return Arrays.stream(path.rows(side)).filter(row -> row >= 0).toArray();
            }
        };
    }
}
