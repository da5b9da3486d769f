package dev.understudy.privacy;

import dev.understudy.random.Draws;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P5, linkability: one half of a family's features and the other half each lead to a nearest synthetic family. How often is it
 * the same one, for learned and for held-out families?
 *
 * <p>Source: Giomi et al. (2023).
 */
final class Linkability {
    private static final int MOST_SYNTHETIC = 5_000;

    private final List<FamilyFeature> features;
    private final FamilySample real;

    Linkability(List<FamilyFeature> features, FamilySample real) {
        this.features = features;
        this.real = real;
    }

    TestResult result(List<EqualParts> parts, Draws draws) {
        if (features.size() < 4) {
            return TestResult.inconclusive("P5", "linkability", 0, "fewer than four features of a family");
        }
        double hits = 0;
        double otherHits = 0;
        int n = 0;
        for (EqualParts part : parts) {
            hits += linked(part, part.members(), draws);
            otherHits += linked(part, part.others(), draws);
            n += part.n();
        }
        if (n == 0) {
            return TestResult.inconclusive("P5", "linkability", 0, "no family was held out");
        }
        return Risk.of(hits, n, otherHits, n)
                .result(
                        "P5",
                        "linkability",
                        n,
                        "both halves meet for %.1f %% of the learned, %.1f %% of the held-out families"
                                .formatted(100 * hits / n, 100 * otherHits / n));
    }

    private long linked(EqualParts part, int[] families, Draws draws) {
        FamilySample made = part.fold().synthetic();
        int[] synthetic = Chosen.of(Chosen.upTo(made.families()), MOST_SYNTHETIC, draws.at("linked"));
        int[][] firsts = new int[2][];
        for (int half = 0; half < 2; half++) {
            int parity = half;
            int[] used = IntStream.range(0, features.size())
                    .filter(f -> f % 2 == parity)
                    .toArray();
            firsts[half] = Neighbours.of(
                            part.scale().points(real.values(), families, used),
                            part.scale().points(made.values(), synthetic, used),
                            1,
                            -1,
                            false)
                    .first();
        }
        return IntStream.range(0, families.length)
                .filter(i -> firsts[0][i] >= 0 && firsts[0][i] == firsts[1][i])
                .count();
    }
}
