package dev.understudy.privacy;

import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P5, singling out: conditions on a few features that hold for exactly one synthetic family. How often do they hold for exactly
 * one learned family, and how often for exactly one held-out family?
 *
 * <p>Source: Giomi et al. (2023), multivariate predicates.
 */
final class SinglingOut {
    private static final int GUESSES = 1_000;
    private static final int TRIES = 4_000;
    private static final int CONDITIONS = 4;

    private final List<FamilyFeature> features;
    private final FamilySample real;

    SinglingOut(List<FamilyFeature> features, FamilySample real) {
        this.features = features;
        this.real = real;
    }

    /** Numbers at least, or at most, a value; labels equal to one. */
    private record Guess(int[] features, double[] values, int[] signs) {
        boolean holds(double[][] of, int family) {
            for (int i = 0; i < features.length; i++) {
                double value = of[features[i]][family];
                boolean fits = signs[i] == 0 ? value == values[i] : signs[i] * (value - values[i]) >= 0;
                if (!fits) {
                    return false;
                }
            }
            return true;
        }

        /** True if it holds for exactly one. */
        boolean singles(double[][] of, int[] families) {
            int n = 0;
            for (int family : families) {
                if (holds(of, family) && ++n > 1) {
                    return false;
                }
            }
            return n == 1;
        }
    }

    TestResult result(List<EqualParts> parts, Draws draws) {
        double hits = 0;
        double otherHits = 0;
        int guesses = 0;
        for (EqualParts part : parts) {
            List<Guess> all = guesses(part, draws);
            hits += all.parallelStream()
                    .filter(guess -> guess.singles(real.values(), part.members()))
                    .count();
            otherHits += all.parallelStream()
                    .filter(guess -> guess.singles(real.values(), part.others()))
                    .count();
            guesses += all.size();
        }
        if (guesses < 100) {
            return TestResult.inconclusive("P5", "singling out", guesses, "fewer than 100 conditions single out a row");
        }
        return Risk.of(hits, guesses, otherHits, guesses)
                .result(
                        "P5",
                        "singling out",
                        guesses,
                        "%.1f %% of the conditions single out a learned, %.1f %% a held-out family"
                                .formatted(100 * hits / guesses, 100 * otherHits / guesses));
    }

    private List<Guess> guesses(EqualParts part, Draws draws) {
        FamilySample made = part.fold().synthetic();
        int[] families = Chosen.of(Chosen.upTo(made.families()), part.n(), draws.at("singled"));
        double[] middles = IntStream.range(0, features.size())
                .mapToDouble(f -> middle(made.values()[f]))
                .toArray();
        List<Guess> tried = IntStream.range(0, families.length == 0 ? 0 : TRIES)
                .mapToObj(i -> guess(made, families, middles, draws.at("guess").at(i)))
                .toList();
        List<Guess> singling = new ArrayList<>(tried.parallelStream()
                .filter(guess -> guess.singles(made.values(), families))
                .toList());
        return singling.subList(0, Math.min(GUESSES, singling.size()));
    }

    private Guess guess(FamilySample made, int[] families, double[] middles, Draws draws) {
        int family = families[draws.below(families.length, 0)];
        int n = Math.min(CONDITIONS, features.size());
        int[] chosen = Chosen.of(Chosen.upTo(features.size()), n, draws.at("features"));
        double[] values = new double[n];
        int[] signs = new int[n];
        for (int i = 0; i < n; i++) {
            values[i] = made.values()[chosen[i]][family];
            signs[i] = features.get(chosen[i]).isCategory() ? 0 : values[i] >= middles[chosen[i]] ? 1 : -1;
        }
        return new Guess(chosen, values, signs);
    }

    private static double middle(double[] values) {
        double[] sorted = java.util.Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
