package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.Side;
import dev.understudy.fidelity.PairTrends.Trend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the scores of a table, or of many, are means of. As in SDMetrics, those of a database are means over all its columns,
 * pairs and links, so that a wide table weighs more than a narrow one.
 *
 * @param shapes      one a column
 * @param pairs       one a pair of columns
 * @param cardinality one a link
 * @param hops        for one, two and three links up, one a pair of columns
 */
public record Parts(List<Double> shapes, List<Trend> pairs, List<Double> cardinality, List<List<Trend>> hops) {
    private static final int MOST_HOPS = 3;

    public static Parts of(Comparison comparison, ComparedTable table) {
        List<List<Trend>> hops = new ArrayList<>();
        for (int hop = 1; hop <= MOST_HOPS; hop++) {
            hops.add(HopTrends.trends(comparison, table, hop));
        }
        return new Parts(
                table.columns().stream().map(Parts::shape).toList(),
                PairTrends.trends(table),
                comparison.linksOf(table).stream()
                        .filter(link -> link.parent().rows(Side.REAL) > 0)
                        .map(Cardinality::of)
                        .toList(),
                hops);
    }

    private static double shape(ComparedColumn column) {
        return ColumnShapes.of(column);
    }

    /** Those of many tables together. */
    public static Parts joined(Collection<Parts> all) {
        List<List<Trend>> hops = new ArrayList<>();
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            int up = hop;
            hops.add(all.stream().flatMap(one -> one.hops.get(up).stream()).toList());
        }
        return new Parts(
                all.stream().flatMap(one -> one.shapes.stream()).toList(),
                all.stream().flatMap(one -> one.pairs.stream()).toList(),
                all.stream().flatMap(one -> one.cardinality.stream()).toList(),
                hops);
    }

    /** Only pairs of which the real columns go together strongly: what SDMetrics counts by default. */
    public Parts strong() {
        return new Parts(
                shapes,
                pairs.stream().filter(Trend::strong).toList(),
                cardinality,
                hops.stream()
                        .map(hop -> hop.stream().filter(Trend::strong).toList())
                        .toList());
    }

    /** NaN without a column that can be compared, as all other means. */
    public double meanShape() {
        return mean(shapes.stream());
    }

    public double meanPair() {
        return mean(pairs.stream().map(Trend::score));
    }

    public double meanCardinality() {
        return mean(cardinality.stream());
    }

    /** @param up 1 to 3 */
    public double meanHop(int up) {
        return mean(hops.get(up - 1).stream().map(Trend::score));
    }

    /** Mean of shapes, pairs, cardinality and trends over one link, of those that there are: SDMetrics' overall score. */
    public double overall() {
        return DoubleStream.of(meanShape(), meanPair(), meanCardinality(), meanHop(1))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double mean(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
