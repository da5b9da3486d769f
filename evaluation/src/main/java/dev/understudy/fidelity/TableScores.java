package dev.understudy.fidelity;

import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.Side;
import java.util.OptionalDouble;

/**
 * All scores of one table. NaN where a score does not apply.
 *
 * @param shapes        mean over columns
 * @param pairs         mean over pairs of columns
 * @param oneHop        mean over pairs with columns of parents
 * @param twoHop        mean over pairs with columns of grandparents
 * @param cardinality   mean over links that leave the table
 * @param detection     C2ST accuracy of single rows
 * @param aggregated    C2ST accuracy of rows with aggregates of their children
 * @param gaps          see {@link Sequences.Result}
 * @param duplicates    likewise
 * @param transitions   likewise
 * @param autocorrelation likewise
 * @param copies        see {@link RowCopies}
 */
public record TableScores(
        double shapes,
        double pairs,
        double oneHop,
        double twoHop,
        double cardinality,
        double detection,
        double aggregated,
        double gaps,
        double duplicates,
        double transitions,
        double autocorrelation,
        double copies) {

    /**
     * @param most    most rows of each side that the classifiers see
     * @param threads of the classifiers
     */
    public static TableScores of(Comparison comparison, ComparedTable table, int most, long seed, int threads) {
        long[][] families = {table.realFamilies(), table.syntheticFamilies()};
        boolean parent = !comparison.linksTo(table).isEmpty();
        OptionalDouble cardinality =
                comparison.linksOf(table).stream().mapToDouble(Cardinality::of).average();
        Sequences.Result sequence = comparison.linksOf(table).stream()
                .filter(ComparedLink::owning)
                .filter(link -> !table.order().isEmpty() && table.rows(Side.REAL) > 0)
                .findFirst()
                .map(Sequences::of)
                .orElse(new Sequences.Result(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        return new TableScores(
                ColumnShapes.of(table).orElse(Double.NaN),
                PairTrends.of(table).orElse(Double.NaN),
                HopTrends.of(comparison, table, 1).orElse(Double.NaN),
                HopTrends.of(comparison, table, 2).orElse(Double.NaN),
                cardinality.orElse(Double.NaN),
                Detection.of(FeatureMatrix.rows(table), families, most, seed, threads)
                        .accuracy(),
                parent
                        ? Detection.of(FeatureMatrix.families(comparison, table), families, most, seed, threads)
                                .accuracy()
                        : Double.NaN,
                sequence.gaps(),
                sequence.duplicates(),
                sequence.transitions(),
                sequence.autocorrelation(),
                RowCopies.share(table));
    }
}
