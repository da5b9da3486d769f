package dev.understudy.learn;

import dev.understudy.learn.LinearCandidates.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted sums of candidates that come near some numbers, by least squares: one term after the other, each the one that leaves
 * least.
 */
final class LeastSquares {
    /** Each term must leave at most this share of what was left before. */
    static final double WORTHWHILE = 0.85;

    private static final int MOST_TERMS = 4;
    /** Below this share of its variation a number is nothing but a sum of those already chosen. */
    private static final double DEPENDENT = 1e-6;

    private final double[] goal;
    private final double goalVariation;

    /** Candidates whose weighted sum leaves so much of the variation. */
    record Sum(List<Candidate> terms, double left) {}

    /** @param goal the numbers, one a row; not copied */
    LeastSquares(double[] goal) {
        this.goal = goal;
        this.goalVariation = Vectors.variation(goal);
    }

    /** How much the numbers differ, as {@link Vectors#variation} tells it. */
    double variation() {
        return goalVariation;
    }

    /**
     * Adds the candidate that leaves least, one after the other.
     *
     * @param start taken first
     */
    Sum sum(List<Candidate> candidates, List<Candidate> start) {
        List<double[]> rests = new ArrayList<>();
        candidates.forEach(candidate -> rests.add(Vectors.centered(candidate.values())));
        double[] rest = Vectors.centered(goal);
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate first : start) {
            double[] direction = Vectors.centered(first.values());
            for (Candidate before : chosen) {
                Vectors.takeOut(Vectors.centered(before.values()), direction);
            }
            chosen.add(first);
            Vectors.takeOut(direction, rest);
            rests.forEach(other -> Vectors.takeOut(direction, other));
        }
        double left = Vectors.product(rest, rest);
        int worthwhile = chosen.size();
        double enough = WORTHWHILE * left;
        double best = left;
        while (chosen.size() < MOST_TERMS && left > 0) {
            int next = -1;
            double least = left;
            for (int c = 0; c < rests.size(); c++) {
                double own = Vectors.product(rests.get(c), rests.get(c));
                double common = Vectors.product(rests.get(c), rest);
                double after = own > DEPENDENT * candidates.get(c).variation() ? left - common * common / own : left;
                if (after < least) {
                    least = after;
                    next = c;
                }
            }
            if (next < 0) {
                break;
            }
            chosen.add(candidates.get(next));
            double[] direction = rests.get(next).clone();
            Vectors.takeOut(direction, rest);
            rests.forEach(other -> Vectors.takeOut(direction, other));
            left = Vectors.product(rest, rest);
            // A term that tells little by itself may tell all beside the next: of a sum, its smallest part.
            if (left < enough) {
                worthwhile = chosen.size();
                best = left;
                enough = left;
            }
            enough *= WORTHWHILE;
        }
        return new Sum(needed(chosen.subList(0, worthwhile), best), best);
    }

    /** Without the terms that the others make up for: what told a little at first may tell nothing beside the rest. */
    private List<Candidate> needed(List<Candidate> chosen, double left) {
        List<Candidate> needed = new ArrayList<>(chosen);
        for (Candidate candidate : chosen) {
            List<Candidate> others = new ArrayList<>(needed);
            others.remove(candidate);
            boolean enough =
                    !others.isEmpty() && rest(others, weights(others)) * WORTHWHILE <= left + DEPENDENT * goalVariation;
            needed = enough ? others : needed;
        }
        return needed;
    }

    /** Weights of least squares, beside a constant; all zero where the numbers depend on each other. */
    double[] weights(List<Candidate> terms) {
        int n = terms.size();
        double[][] matrix = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] =
                        Vectors.together(terms.get(i).values(), terms.get(j).values());
            }
            matrix[i][n] = Vectors.together(terms.get(i).values(), goal);
        }
        for (int i = 0; i < n; i++) {
            double pivot = matrix[i][i];
            if (!(Math.abs(pivot) > 1e-9 * Vectors.variation(terms.get(i).values())) || pivot == 0) {
                return new double[n];
            }
            for (int j = 0; j < n; j++) {
                double factor = i == j ? 0 : matrix[j][i] / pivot;
                for (int c = i; c <= n; c++) {
                    matrix[j][c] -= factor * matrix[i][c];
                }
            }
        }
        double[] weights = new double[n];
        Arrays.setAll(weights, i -> matrix[i][n] / matrix[i][i]);
        return weights;
    }

    /** What a weighted sum leaves of the variation, beside a constant. */
    double rest(List<Candidate> terms, double[] weights) {
        double[] rest = goal.clone();
        for (int t = 0; t < weights.length; t++) {
            double[] values = terms.get(t).values();
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= weights[t] * values[i];
            }
        }
        return Vectors.variation(rest);
    }
}
