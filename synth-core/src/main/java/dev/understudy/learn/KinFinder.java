package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.model.ReferenceModel.Kin;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out whether a link points at rows that hang on the same row as the one that points: both atoms of a bond belong to one
 * molecule, the agent of a ticket works for the company that the ticket came from, though no key says so.
 *
 * <p>Every way over at most {@value #ROW_STEPS} links from the row is held against every way over at most {@value #TARGET_STEPS}
 * from its target. Cost: O(ways × rows).
 */
final class KinFinder {
    private static final int ROW_STEPS = 2;
    private static final int TARGET_STEPS = 2;
    private static final int MOST_WAYS = 40;
    private static final int FEWEST_ROWS = 60;
    /** How much of the way from chance to "always" they must agree; Cohen's kappa. */
    private static final double LEAST_AGREEMENT = 0.25;
    /** The same where targets can only be drawn, not dealt, so that degrees suffer: see {@link dev.understudy.model.ReferenceModel.Kin}. */
    private static final double LEAST_WHEN_DRAWN = 0.8;

    private final TableContext context;
    private final TableSample sample;
    private final ForeignKey link;
    private final int[] targets;

    private KinFinder(TableContext context, TableSample sample, ForeignKey link) {
        this.context = context;
        this.sample = sample;
        this.link = link;
        this.targets = sample.targets(link.name());
    }

    /** What was found. @param rows whose targets are kin */
    record Found(Kin kin, BitSet rows) {}

    /** @param earlier links of the table that are chosen before */
    static Optional<Found> of(TableContext context, TableSample sample, ForeignKey link, List<ForeignKey> earlier) {
        return new KinFinder(context, sample, link).find(earlier);
    }

    /** A way over links. @param rows where it ends, for each row that it begins at; negative if nowhere */
    private record Way(List<String> links, TableName end, int[] rows) {}

    /** Two ways that end in one table. @param agreement kappa @param chance share of rows that agree by chance */
    private record Pair(Kin kin, BitSet rows, double agreement, double chance) {}

    private Optional<Found> find(List<ForeignKey> earlier) {
        List<Way> ofTargets = ways(link.parent(), TARGET_STEPS);
        List<Pair> pairs = new ArrayList<>();
        for (Way fromRow : rowWays(earlier)) {
            ofTargets.stream()
                    .filter(way -> way.end.equals(fromRow.end))
                    .forEach(way -> pair(fromRow.links, fromRow.rows, way).ifPresent(pairs::add));
        }
        for (Way way : ofTargets) {
            if (!way.links.isEmpty()) {
                pair(List.of(), siblings(way), way).ifPresent(pairs::add);
            }
        }
        return pairs.stream()
                .max(Comparator.comparingDouble(pair -> pair.agreement - pair.chance))
                .map(pair -> new Found(pair.kin, pair.rows));
    }

    /** Ways that begin at a row of the table itself. */
    private List<Way> rowWays(List<ForeignKey> earlier) {
        List<Way> ways = new ArrayList<>();
        context.owning(sample.name()).ifPresent(owning -> follow(owning, sample.owner(), ROW_STEPS - 1, ways));
        for (ForeignKey other : earlier) {
            if (isFollowed(other)) {
                follow(other, sample.targets(other.name()), ROW_STEPS - 1, ways);
            }
        }
        return ways;
    }

    private void follow(ForeignKey first, int[] rows, int more, List<Way> into) {
        for (Way way : ways(first.parent(), more)) {
            List<String> links = new ArrayList<>(List.of(first.name()));
            links.addAll(way.links);
            into.add(new Way(links, way.end, then(rows, way.rows)));
        }
    }

    /** Ways from a table over at most so many links; the first leads nowhere. */
    private List<Way> ways(TableName from, int steps) {
        TableSample of = context.samples().get(from);
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(List.of(), from, IntStream.range(0, of.rows()).toArray()));
        if (steps > 0 && !from.equals(sample.name())) {
            context.owning(from).ifPresent(owning -> follow(owning, of.owner(), steps - 1, ways));
            for (ForeignKey other : context.references(from)) {
                if (isFollowed(other) && ways.size() < MOST_WAYS) {
                    follow(other, of.targets(other.name()), steps - 1, ways);
                }
            }
        }
        return ways;
    }

    /** Of links that are known before the rows that look at them are made. */
    private boolean isFollowed(ForeignKey other) {
        Kind kind = context.kind(other);
        return !other.isTyped() && (kind == Kind.ROW || kind == Kind.DEALT);
    }

    /** Where the target of the sibling before leads; nowhere for rows with the very same target, which say nothing of kin. */
    private int[] siblings(Way way) {
        int[] rows = new int[targets.length];
        for (int row = 0; row < rows.length; row++) {
            boolean known = sample.position()[row] > 0 && targets[row - 1] >= 0 && targets[row - 1] != targets[row];
            rows[row] = known ? way.rows[targets[row - 1]] : -1;
        }
        return rows;
    }

    private static int[] then(int[] first, int[] second) {
        int[] rows = new int[first.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = first[row] < 0 ? -1 : second[first[row]];
        }
        return rows;
    }

    private Optional<Pair> pair(List<String> links, int[] ofRow, Way ofTarget) {
        int[] rowCounts = new int[context.samples().get(ofTarget.end).rows()];
        int[] targetCounts = new int[rowCounts.length];
        BitSet same = new BitSet();
        FamilyCount families = new FamilyCount(context.k());
        int known = 0;
        for (int row = 0; row < targets.length; row++) {
            int one = ofRow[row];
            int other = targets[row] < 0 ? -1 : ofTarget.rows[targets[row]];
            if (one >= 0 && other >= 0) {
                rowCounts[one]++;
                targetCounts[other]++;
                known++;
                same.set(row, one == other);
                if (one == other) {
                    families.add(sample.family()[row]);
                }
            }
        }
        double chance = 0;
        for (int i = 0; i < rowCounts.length; i++) {
            chance += (double) rowCounts[i] / known * targetCounts[i] / known;
        }
        double agreement = ((double) same.cardinality() / known - chance) / (1 - chance);
        if (known < FEWEST_ROWS || !families.full() || !(agreement >= least(links))) {
            return Optional.empty();
        }
        return Optional.of(new Pair(new Kin(links, ofTarget.links, isApart()), same, agreement, chance));
    }

    /** @param links the way from the row; targets can be dealt if it begins with the owner, or is that of the sibling before */
    private double least(List<String> links) {
        boolean dealt = links.isEmpty()
                || context.owning(sample.name())
                        .filter(owning -> owning.name().equals(links.get(0)))
                        .isPresent();
        return dealt ? LEAST_AGREEMENT : LEAST_WHEN_DRAWN;
    }

    /** True if no row points at its own owner. */
    private boolean isApart() {
        boolean sameTable = context.owning(sample.name())
                .filter(owning -> owning.parent().equals(link.parent()))
                .isPresent();
        return sameTable
                && IntStream.range(0, targets.length)
                        .noneMatch(row -> targets[row] >= 0 && targets[row] == sample.owner()[row]);
    }
}
