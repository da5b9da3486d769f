package dev.understudy.learn;

import dev.understudy.model.Base.Operation;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Conversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a weighted sum may be made of: numbers, and products and quotients of two of them.
 *
 * <p>Time O((numbers + pairs kept) × rows + pairs × {@value #ROWS_OF_PAIRS}).
 */
final class LinearCandidates {
    /** Numbers that are tried by themselves, and in pairs. */
    private static final int SINGLES = 24;
    /** Products and quotients that go with the column's number best. */
    private static final int PAIRS = 120;
    /** Rows by which the best pairs are found. */
    private static final int ROWS_OF_PAIRS = 1000;
    /** Of products and quotients with the column's number. */
    private static final double LEAST_CORRELATION = 0.1;

    /** Numbers of which two together may tell what neither does alone. */
    private static final int MOST_STARTS = 64;
    /** Below this share of its variation a number is nothing but a multiple of another. */
    private static final double DEPENDENT = 1e-6;

    private final double[] goal;
    private final double goalVariation;
    private final List<Candidate> singles;

    /**
     * One number, or two as one.
     *
     * @param values      per row that is looked at
     * @param variation   sum of squares about the mean
     * @param correlation with what is to be told
     */
    record Candidate(Term term, double[] values, double variation, double correlation) {}

    /** A pair of numbers and how they are put together. */
    private record Pair(Candidate first, Candidate second, Operation operation, double correlation) {}

    /** @param numbers by place; rows without one have the mean */
    LinearCandidates(double[] goal, List<EchoChooser.Place> places, List<double[]> numbers) {
        this.goal = goal;
        this.goalVariation = Vectors.variation(goal);
        List<Candidate> found = new ArrayList<>();
        for (int p = 0; p < numbers.size(); p++) {
            Term term = Term.single(1, places.get(p).base(), Conversion.NONE);
            add(found, term, numbers.get(p));
        }
        found.sort(Comparator.comparingDouble((Candidate c) -> -Math.abs(c.correlation)));
        this.singles = List.copyOf(found);
    }

    /** Those that go with the goal best. */
    List<Candidate> best() {
        List<Candidate> few = singles.subList(0, Math.min(SINGLES, singles.size()));
        List<Candidate> best = new ArrayList<>(few);
        List<Pair> pairs = new ArrayList<>();
        double[] goals = some(goal);
        double[][] of = few.stream().map(one -> some(one.values)).toArray(double[][]::new);
        for (int a = 0; a < few.size(); a++) {
            for (int b = 0; b < few.size(); b++) {
                if (a != b) {
                    pairs.add(new Pair(
                            few.get(a), few.get(b), Operation.OVER, correlation(of[a], of[b], Operation.OVER, goals)));
                }
                if (a < b) {
                    pairs.add(new Pair(
                            few.get(a),
                            few.get(b),
                            Operation.TIMES,
                            correlation(of[a], of[b], Operation.TIMES, goals)));
                }
            }
        }
        pairs.removeIf(pair -> !(pair.correlation >= LEAST_CORRELATION));
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.correlation));
        for (Pair pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
            Term term =
                    new Term(1, pair.first.term.feature(), Conversion.NONE, pair.operation, pair.second.term.feature());
            double[] values = new double[goal.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = together(pair.first.values[i], pair.second.values[i], pair.operation);
            }
            add(best, term, values);
        }
        return best;
    }

    /**
     * The two numbers whose weighted sum comes nearest: games lost are games less games won, though neither says much alone. Empty
     * if there are none.
     */
    List<Candidate> start() {
        List<Candidate> some = singles.subList(0, Math.min(MOST_STARTS, singles.size()));
        int n = some.size();
        double[][] common = new double[n][n];
        double[] told = new double[n];
        double[] goals = Vectors.centered(some(goal));
        double[][] centered =
                some.stream().map(one -> Vectors.centered(some(one.values))).toArray(double[][]::new);
        for (int a = 0; a < n; a++) {
            told[a] = Vectors.product(centered[a], goals);
            for (int b = 0; b <= a; b++) {
                common[a][b] = Vectors.product(centered[a], centered[b]);
            }
        }
        double most = 0;
        List<Candidate> best = List.of();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                double of = common[a][a] * common[b][b];
                double apart = of - common[a][b] * common[a][b];
                double explained = told[a] * told[a] * common[b][b]
                        - 2 * told[a] * told[b] * common[a][b]
                        + told[b] * told[b] * common[a][a];
                if (apart > DEPENDENT * of && explained / apart > most) {
                    most = explained / apart;
                    best = List.of(some.get(b), some.get(a));
                }
            }
        }
        return best;
    }

    /** Evenly spread rows of a column. */
    private static double[] some(double[] values) {
        int n = Math.min(ROWS_OF_PAIRS, values.length);
        double[] some = new double[n];
        Arrays.setAll(some, i -> values[(int) ((long) i * values.length / n)]);
        return some;
    }

    private static double correlation(double[] a, double[] b, Operation operation, double[] goals) {
        double[] values = new double[a.length];
        Arrays.setAll(values, i -> together(a[i], b[i], operation));
        double spread = Math.sqrt(Vectors.variation(values) * Vectors.variation(goals));
        return spread > 0 ? Math.abs(Vectors.together(values, goals)) / spread : 0;
    }

    private static double together(double a, double b, Operation operation) {
        return operation == Operation.TIMES ? a * b : b == 0 ? 0 : a / b;
    }

    private void add(List<Candidate> candidates, Term term, double[] values) {
        double variation = Vectors.variation(values);
        double spread = Math.sqrt(variation * goalVariation);
        if (spread > 0) {
            candidates.add(new Candidate(term, values, variation, Vectors.together(values, goal) / spread));
        }
    }
}
