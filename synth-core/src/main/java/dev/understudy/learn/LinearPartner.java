package dev.understudy.learn;

import dev.understudy.learn.LinearCandidates.Candidate;
import dev.understudy.model.Base;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a weighted sum of numbers, products and quotients that comes near a column's number: the price of a line is
 * quantity × price, a total the sum of its parts. Trees over groups of values cannot tell such things.
 *
 * <p>{@link LeastSquares} over at most 5,000 rows.
 */
final class LinearPartner {
    private static final int ROWS = 5_000;
    private static final int FEWEST_ROWS = 100;
    /** Above this share of the variation left, no sum is worth it. */
    private static final double MOST_LEFT = 0.2;
    /** Share of the rows that may lack a number. */
    private static final double MOST_MISSING = 0.05;

    /** Share of the rows that a sum must be exact for, to be taken though others leave less. */
    private static final double MOSTLY_EXACT = 0.5;
    /** Weights this close to whole numbers are tried as such. */
    private static final double NEARLY_WHOLE = 0.02;

    private final EncodedColumn column;
    private final List<EchoChooser.Place> places;
    private final int[] rows;
    private final int[] looked;
    private final double[] goal;
    private final LeastSquares squares;

    private LinearPartner(EncodedColumn column, List<EchoChooser.Place> places, int[] rows) {
        this.column = column;
        this.rows = rows;
        this.looked = looked(column, rows);
        this.goal = new double[looked.length];
        Arrays.setAll(goal, i -> column.values()[looked[i]]);
        this.squares = new LeastSquares(goal);
        this.places = places.stream()
                .filter(place -> isNumber(place.other()))
                .filter(place -> place.base().source() != Feature.Source.GRANDPARENT)
                .toList();
    }

    /**
     * @param places where numbers stand that are known before the column
     * @param rows   rows that are learned from
     */
    static Optional<RelativeChooser.Partner> of(EncodedColumn column, List<EchoChooser.Place> places, int[] rows) {
        if (!isNumber(column)) {
            return Optional.empty();
        }
        LinearPartner search = new LinearPartner(column, places, rows);
        return search.looked.length < FEWEST_ROWS
                ? Optional.empty()
                : search.best().map(search::partner);
    }

    private static boolean isNumber(EncodedColumn column) {
        return column.isSubtractable() && NumberEncoding.isPlainNumber(column.kind());
    }

    /** Evenly spread rows that have a value. */
    private static int[] looked(EncodedColumn column, int[] rows) {
        int[] with =
                Arrays.stream(rows).filter(row -> !column.missing().get(row)).toArray();
        int n = Math.min(ROWS, with.length);
        int[] some = new int[n];
        Arrays.setAll(some, i -> with[(int) ((long) i * with.length / n)]);
        return some;
    }

    private Optional<Base> best() {
        List<EchoChooser.Place> there = new ArrayList<>();
        List<double[]> numbers = new ArrayList<>();
        for (EchoChooser.Place place : places) {
            double[] values = values(place);
            if (values.length > 0) {
                there.add(place);
                numbers.add(values);
            }
        }
        LinearCandidates candidates = new LinearCandidates(goal, there, numbers);
        List<Candidate> best = candidates.best();
        LeastSquares.Sum one = squares.sum(best, List.of());
        List<Candidate> start = candidates.start();
        Optional<Base> exact = exact(start);
        if (exact.isPresent()) {
            return exact;
        }
        LeastSquares.Sum two = squares.sum(best, start);
        boolean shorter = two.terms().size() < one.terms().size();
        double atMost = shorter ? 1 / LeastSquares.WORTHWHILE : LeastSquares.WORTHWHILE;
        boolean better = two.left() < atMost * one.left();
        List<Candidate> chosen = better ? two.terms() : one.terms();
        double left = better ? two.left() : one.left();
        double most = MOST_LEFT * squares.variation();
        double[] weights = squares.weights(chosen);
        if (chosen.isEmpty() || left > most || chosen.size() == 1 && isPlain(chosen.get(0), weights[0])) {
            return Optional.empty();
        }
        double[] whole = Arrays.stream(weights).map(Math::rint).toArray();
        boolean nearly = true;
        for (int i = 0; i < weights.length; i++) {
            nearly &= Math.abs(weights[i] - whole[i]) < NEARLY_WHOLE && whole[i] != 0;
        }
        double[] told = nearly && squares.rest(chosen, whole) <= 1.02 * left + 1e-9
                ? whole
                : Arrays.stream(weights).map(LinearPartner::threeDigits).toArray();
        return Optional.of(base(chosen, told));
    }

    private static Base base(List<Candidate> chosen, double[] weights) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            Term term = chosen.get(i).term();
            terms.add(new Term(weights[i], term.feature(), term.conversion(), term.operation(), term.other()));
        }
        return new Base(terms);
    }

    /** A sum of two numbers that most rows keep to the unit, however far off the others are. */
    private Optional<Base> exact(List<Candidate> two) {
        double[] weights = Arrays.stream(squares.weights(two)).map(Math::rint).toArray();
        if (two.isEmpty() || Arrays.stream(weights).anyMatch(weight -> weight == 0)) {
            return Optional.empty();
        }
        Map<Double, Integer> rests = new HashMap<>();
        for (int i = 0; i < goal.length; i++) {
            double rest = goal[i];
            for (int t = 0; t < weights.length; t++) {
                rest -= weights[t] * two.get(t).values()[i];
            }
            rests.merge(rest, 1, Integer::sum);
        }
        int most = rests.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return most >= MOSTLY_EXACT * goal.length ? Optional.of(base(two, weights)) : Optional.empty();
    }

    private static boolean isPlain(Candidate candidate, double weight) {
        return candidate.term().isSingle() && Math.abs(weight - 1) < NEARLY_WHOLE;
    }

    /** Numbers of a place at the rows that are looked at; empty if too many lack one. Missing ones take the mean. */
    private double[] values(EchoChooser.Place place) {
        double[] values = new double[looked.length];
        int missing = 0;
        double sum = 0;
        for (int i = 0; i < looked.length; i++) {
            int at = place.rowOf()[looked[i]];
            boolean none = at < 0 || place.other().missing().get(at);
            values[i] = none ? Double.NaN : place.other().values()[at];
            missing += none ? 1 : 0;
            sum += none ? 0 : values[i];
        }
        if (missing > MOST_MISSING * looked.length) {
            return new double[0];
        }
        double mean = sum / (looked.length - missing);
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? mean : values[i];
        }
        return values;
    }

    private static double threeDigits(double value) {
        if (value == 0) {
            return 0;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 2);
        return Math.rint(value / unit) * unit;
    }

    private RelativeChooser.Partner partner(Base base) {
        long[] values = new long[column.codes().length];
        BitSet missing = new BitSet();
        for (int row : rows) {
            boolean known = true;
            for (Term term : base.terms()) {
                known &= has(term.feature(), row) && has(term.other(), row);
            }
            missing.set(row, !known);
            values[row] = known ? base.number(feature -> number(feature, row)) : 0;
        }
        return new RelativeChooser.Partner(base, values, missing);
    }

    private boolean has(Feature feature, int row) {
        EchoChooser.Place place = place(feature);
        int at = place.rowOf()[row];
        return at >= 0 && !place.other().missing().get(at);
    }

    private long number(Feature feature, int row) {
        EchoChooser.Place place = place(feature);
        return place.other().values()[place.rowOf()[row]];
    }

    private EchoChooser.Place place(Feature feature) {
        return places.stream()
                .filter(place -> place.base().equals(feature))
                .findFirst()
                .orElseThrow();
    }
}
