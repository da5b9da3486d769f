package dev.understudy.privacy;

import dev.understudy.random.Draws;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * P0, for whole rows: the share of the synthetic rows that equal a real one, beside the share of the rows of one half of the
 * real families that equal a row of the other half. Needs no hold-out, so it sees a copy of everything, and little less.
 */
final class VerbatimRows {
    private static final double MOST_EXCESS = 0.05;

    private VerbatimRows() {}

    static List<TestResult> results(FamilySample real, FamilySample synthetic, Draws draws) {
        List<TestResult> results = new ArrayList<>();
        real.rows()
                .forEach((table, rows) ->
                        results.add(result(table, rows, synthetic.rows().get(table), draws)));
        return results;
    }

    private static TestResult result(TableName table, RowHashes real, RowHashes synthetic, Draws draws) {
        Set<Long> all = new HashSet<>();
        for (long hash : real.exact()) {
            all.add(hash);
        }
        int[] found = new int[2];
        int[] rows = new int[2];
        Set<Long> first = new HashSet<>();
        for (int pass = 0; pass < 2; pass++) {
            for (int row = 0; row < real.exact().length; row++) {
                boolean inFirst = draws.unit(real.families()[row]) < 0.5;
                if (pass == 0 && inFirst) {
                    first.add(real.exact()[row]);
                } else if (pass == 1 && !inFirst) {
                    rows[0]++;
                    found[0] += first.contains(real.exact()[row]) ? 1 : 0;
                }
            }
        }
        for (long hash : synthetic.exact()) {
            rows[1]++;
            found[1] += all.contains(hash) ? 1 : 0;
        }
        double expected = (double) found[0] / Math.max(1, rows[0]);
        double share = (double) found[1] / Math.max(1, rows[1]);
        double low = rows[1] == 0 ? 0 : Odds.wilsonMiddle(found[1], rows[1]) - Odds.wilsonHalf(found[1], rows[1]);
        double high = rows[1] == 0 ? 1 : low + 2 * Odds.wilsonHalf(found[1], rows[1]);
        // One half of the real rows is half as likely to hold an equal row as the whole is.
        double least = Math.min(1, 2 * expected) + MOST_EXCESS;
        return new TestResult(
                "P0",
                "verbatim rows of " + table.name(),
                share,
                low,
                high,
                rows[1],
                least,
                low > least ? Verdict.FAIL : Verdict.PASS,
                "share of synthetic rows that equal a real one; between halves of the real rows it is %.3f"
                        .formatted(expected));
    }
}
