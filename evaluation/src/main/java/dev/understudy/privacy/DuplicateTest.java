package dev.understudy.privacy;

import dev.understudy.random.Draws;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * P1: whether synthetic rows equal learned rows more often than held-out rows. Only rows whose combination fewer than k
 * families share count, and each family contributes one of its rows, drawn at random.
 */
final class DuplicateTest {
    private static final int DRAWS = 20;
    private static final double LEAST_CHANCE = 0.01;

    private final FamilySample real;
    private final int k;

    DuplicateTest(FamilySample real, int k) {
        this.real = real;
        this.k = k;
    }

    /** A fold with, beside its synthetic families, some real ones as they are: none, or planted. */
    record Attack(Fold fold, int[] members, int[] planted) {}

    List<TestResult> results(List<Attack> attacks, Draws draws) {
        List<TestResult> results = new ArrayList<>();
        for (TableName table : real.rows().keySet()) {
            results.add(result(table, "exact", RowHashes::exact, attacks, draws));
            results.add(result(table, "near", RowHashes::near, attacks, draws));
        }
        if (results.isEmpty()) {
            results.add(TestResult.inconclusive(
                    "P1",
                    "duplicates",
                    0,
                    "no table has %d columns that say something".formatted(RowHashes.FEWEST_COLUMNS)));
        }
        return results;
    }

    private TestResult result(
            TableName table, String kind, Function<RowHashes, long[]> of, List<Attack> attacks, Draws draws) {
        RowHashes rows = real.rows().get(table);
        long[] hashes = of.apply(rows);
        Set<Long> common = common(hashes, rows.families());
        double hits = 0;
        int otherHits = 0;
        int n = 0;
        for (Attack attack : attacks) {
            Set<Long> made = new HashSet<>();
            for (long hash : of.apply(attack.fold().synthetic().rows().get(table))) {
                made.add(hash);
            }
            boolean[] planted = flags(attack.planted());
            for (int row = 0; row < hashes.length; row++) {
                if (rows.families()[row] >= 0 && planted[rows.families()[row]]) {
                    made.add(hashes[row]);
                }
            }
            made.removeAll(common);
            int[] others = attack.fold().families(Part.HOLDOUT);
            n += Math.min(others.length, attack.members().length);
            for (int draw = 0; draw < DRAWS; draw++) {
                Draws one = draws.at(table.toString()).at(draw);
                boolean[] found = found(rows, hashes, made, one);
                hits += count(Chosen.of(attack.members(), others.length, one), found) / (double) DRAWS;
                otherHits += draw == 0 ? count(others, found) : 0;
            }
        }
        return judged(table, kind, (int) Math.round(hits), otherHits, n);
    }

    private static TestResult judged(TableName table, String kind, int hits, int otherHits, int n) {
        String name = "%s duplicates of %s".formatted(kind, table.name());
        if (n == 0) {
            return TestResult.inconclusive("P1", name, 0, "no family was held out");
        }
        double chance = Odds.fisher(hits, n, otherHits, n);
        double least = Math.max(3, 0.0005 * n);
        boolean failed = chance < LEAST_CHANCE && hits - otherHits > least;
        return new TestResult(
                "P1",
                name,
                hits - otherHits,
                Double.NaN,
                Double.NaN,
                n,
                least,
                failed ? Verdict.FAIL : Verdict.PASS,
                "%d of the learned, %d of the held-out families have a row that was made too; p = %.2g"
                        .formatted(hits, otherHits, chance));
    }

    /** Combinations that k families share. */
    private Set<Long> common(long[] hashes, int[] families) {
        Map<Long, Set<Integer>> sharing = new HashMap<>();
        for (int row = 0; row < hashes.length; row++) {
            Set<Integer> set = sharing.computeIfAbsent(hashes[row], hash -> new HashSet<>());
            if (set.size() < k) {
                set.add(families[row]);
            }
        }
        Set<Long> common = new HashSet<>();
        sharing.forEach((hash, set) -> {
            if (set.size() >= k) {
                common.add(hash);
            }
        });
        return common;
    }

    /** Per family, whether the row that it contributes was made too. */
    private boolean[] found(RowHashes rows, long[] hashes, Set<Long> made, Draws draws) {
        boolean[] found = new boolean[real.families()];
        long[] lowest = new long[real.families()];
        boolean[] seen = new boolean[real.families()];
        for (int row = 0; row < hashes.length; row++) {
            int family = rows.families()[row];
            if (family >= 0) {
                long turn = draws.bits(row);
                if (!seen[family] || turn < lowest[family]) {
                    seen[family] = true;
                    lowest[family] = turn;
                    found[family] = made.contains(hashes[row]);
                }
            }
        }
        return found;
    }

    private boolean[] flags(int[] families) {
        boolean[] flags = new boolean[real.families()];
        for (int family : families) {
            flags[family] = true;
        }
        return flags;
    }

    private static int count(int[] families, boolean[] found) {
        int n = 0;
        for (int family : families) {
            n += found[family] ? 1 : 0;
        }
        return n;
    }
}
