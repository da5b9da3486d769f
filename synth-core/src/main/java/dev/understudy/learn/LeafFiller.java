package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.Groups;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;

/**
 * Fills the leaves of a grown tree with distributions that protect families: a code held by fewer than three families
 * of the leaf takes the share that the node above gives it, or, where codes have an order, is told only together with its
 * neighbours, no family counts for more than max(5, 5 %) rows of a leaf,
 * and shares are rounded to units so that counts cannot be read off.
 */
final class LeafFiller {
    private static final int FEWEST_FAMILIES = 3;
    private static final int FAMILY_ROWS = 5;
    private static final double FAMILY_SHARE = 0.05;
    private static final int UNITS = 1024;
    private static final int FINE_UNITS = 32_768;

    private final List<Candidate> candidates;
    private final Outcomes outcomes;
    private final TreeBuilder tree;
    private final double[][] shares;
    private final int[] counts;
    private final double[] rows;
    private final long[] firstFamily;
    private final long[] secondFamily;
    private final byte[] families;
    private final int[] rowsOfFamily = new int[1 << 12];

    LeafFiller(List<Candidate> candidates, Outcomes outcomes, TreeBuilder tree, int depth) {
        this.candidates = candidates;
        this.outcomes = outcomes;
        this.tree = tree;
        this.shares = new double[depth + 3][outcomes.size()];
        this.counts = new int[outcomes.size()];
        this.rows = new double[outcomes.size()];
        this.firstFamily = new long[outcomes.size()];
        this.secondFamily = new long[outcomes.size()];
        this.families = new byte[outcomes.size()];
    }

    /** @param rows all rows that are learned from; reordered */
    void fill(int[] rows) {
        spread(rows);
        fill(0, rows, 0, rows.length, 0);
    }

    /** What the root falls back on: the codes that occur at all, alike. */
    private void spread(int[] rows) {
        double[] above = shares[0];
        boolean any = false;
        for (int row : rows) {
            above[outcomes.code(row)] = 1;
            any = true;
        }
        if (!any) {
            above[0] = 1;
        }
        double sum = Arrays.stream(above).sum();
        for (int code = 0; code < above.length; code++) {
            above[code] /= sum;
        }
    }

    private void fill(int node, int[] rows, int from, int to, int level) {
        distribution(rows, from, to, shares[level], shares[level + 1]);
        if (tree.isLeaf(node)) {
            write(node, to - from, shares[level + 1]);
            return;
        }
        int middle = Groups.partition(
                rows, from, to, candidates.get(tree.feature(node)).groups(), tree.mask(node));
        fill(tree.left(node), rows, from, middle, level + 1);
        fill(tree.right(node), rows, middle, to, level + 1);
    }

    private void distribution(int[] which, int from, int to, double[] above, double[] into) {
        Arrays.fill(counts, 0);
        Arrays.fill(families, (byte) 0);
        int n = 0;
        int cap = (int) Math.max(FAMILY_ROWS, FAMILY_SHARE * (to - from));
        for (int i = from; i < to; i++) {
            long family = outcomes.family()[which[i]];
            // Families share slots now and then; the cap is then a little tighter, never looser.
            int slot = slot(family);
            boolean roomy = to - from > 20 * rowsOfFamily.length || rowsOfFamily[slot]++ < cap;
            if (roomy) {
                int code = outcomes.code(which[i]);
                counts[code]++;
                seen(code, family);
                n++;
            }
        }
        if (to - from >= rowsOfFamily.length) {
            Arrays.fill(rowsOfFamily, 0);
        } else {
            for (int i = from; i < to; i++) {
                rowsOfFamily[slot(outcomes.family()[which[i]])] = 0;
            }
        }
        double pooled = outcomes.isOrdered() ? near(above) : 0;
        for (int code = 0; code < counts.length; code++) {
            boolean thin = counts[code] > 0 && families[code] < FEWEST_FAMILIES;
            pooled += thin && !isNear(code) ? counts[code] : 0;
            rows[code] = (outcomes.isOrdered() ? rows[code] : 0) + (thin ? 0 : counts[code]);
            counts[code] = thin ? 0 : counts[code];
        }
        double weight = pooled + TreeGrower.unseen(counts);
        double whole = n - pooled + weight;
        double others = outcomes.isOrdered() ? 0 : others(above);
        for (int code = 0; code < into.length; code++) {
            double share = others == 0 ? above[code] : rows[code] > 0 ? 0 : above[code] / others;
            into[code] = whole == 0 ? above[code] : (rows[code] + weight * share) / whole;
        }
    }

    /**
     * What the node above gives to labels that are not told here. Rows whose labels are too rare to be told are theirs, and raise none
     * of those that are.
     *
     * <p>Source: Katz (1987), Estimation of probabilities from sparse data, for handing on what is left to what was not seen.
     */
    private double others(double[] above) {
        double others = 0;
        for (int code = 0; code < above.length; code++) {
            others += rows[code] > 0 ? 0 : above[code];
        }
        return others;
    }

    private boolean isNear(int code) {
        return code > 0 && code < outcomes.ordered();
    }

    /** Thin codes that have an order: their rows stay in their neighbourhood. @return rows that are left over */
    private double near(double[] above) {
        Arrays.fill(rows, 0);
        NearShares near = new NearShares(rows, above);
        FamilyCount held = new FamilyCount(FEWEST_FAMILIES);
        for (int code = 1; code < outcomes.ordered(); code++) {
            if (counts[code] > 0 && families[code] < FEWEST_FAMILIES) {
                held.add(firstFamily[code]);
                if (families[code] == 2) {
                    held.add(secondFamily[code]);
                }
                near.add(code, counts[code], held.full());
                if (held.full()) {
                    held.clear();
                }
            }
        }
        return near.finish();
    }

    private static int slot(long family) {
        return (int) (Draws.mix(family) >>> 52);
    }

    private void seen(int code, long family) {
        switch (families[code]) {
            case 0 -> {
                firstFamily[code] = family;
                families[code] = 1;
            }
            case 1 -> {
                if (firstFamily[code] != family) {
                    secondFamily[code] = family;
                    families[code] = 2;
                }
            }
            case 2 -> {
                if (firstFamily[code] != family && secondFamily[code] != family) {
                    families[code] = 3;
                }
            }
            default -> {}
        }
    }

    private void write(int node, int n, double[] share) {
        int units = n >= 10 * FINE_UNITS ? FINE_UNITS : n >= 100 * UNITS ? 8 * UNITS : UNITS;
        tree.beginLeaf(node);
        double sum = 0;
        int before = 0;
        for (int code = 0; code < share.length; code++) {
            sum += share[code];
            int upTo = (int) Math.min(units, Math.round(sum * units));
            if (upTo > before) {
                tree.entry(code, upTo);
                before = upTo;
            }
        }
    }
}
