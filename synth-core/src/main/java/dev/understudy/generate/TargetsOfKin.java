package dev.understudy.generate;

import dev.understudy.random.Draws;

/**
 * Targets of a link by the row that they hang on, for rows that point at one that hangs on the same; see {@link Kindred}. Only
 * read once all are added.
 */
final class TargetsOfKin {
    /** Draws until one is not refused. */
    private static final int DRAWS = 16;

    private final Kindred kindred;
    private final GeneratedTable target;
    private final TargetBuckets buckets;
    private final boolean single;

    /** @param single true if no target is pointed at more than once */
    TargetsOfKin(Kindred kindred, GeneratedTable target, TargetBuckets buckets, boolean single) {
        this.kindred = kindred;
        this.target = target;
        this.buckets = buckets;
        this.single = single;
    }

    void add(Block block, int row, long degree) {
        buckets.add(key(kindred.ofTarget(block, row)), block, row, degree);
    }

    /** Of what hangs on one row; -1 stands for nothing. */
    private static long key(long row) {
        return Draws.mix(TargetBuckets.ALL ^ row + 1);
    }

    /** The bucket from which a row's target is dealt; -1 if what it hangs on is not known before targets are chosen, or nothing is. */
    int bucket(Block block, int row) {
        long with = kindred.isKnownBefore() ? kindred.ofRow(block, row, target) : -1;
        int widest = with < 0 ? -1 : buckets.widest(key(with));
        // Where nobody may have two, buckets inside buckets would give them two.
        return widest < 0 || single ? widest : buckets.narrowest(key(with), block, row);
    }

    /**
     * A target that hangs on the same row, whatever others take; -1 if there is none.
     *
     * @param inTurn true for a row that has tried in vain so often that targets are given one after the other
     */
    long draw(Block block, int row, long attempt, boolean inTurn) {
        long with = kindred.ofRow(block, row, target);
        int bucket = with < 0 ? -1 : buckets.widest(key(with));
        if (bucket < 0) {
            return -1;
        }
        Dealer dealer = buckets.dealer();
        int narrowest = buckets.narrowest(key(with), block, row);
        for (int more = 0; more < DRAWS; more++) {
            int from = more < DRAWS / 2 ? narrowest : bucket;
            long number = DRAWS * attempt + more;
            long found = inTurn
                    ? dealer.row(bucket, (int) ((block.place(row) + number) % dealer.size(bucket)))
                    : dealer.draw(from, block.place(row), number);
            if (!kindred.isRefused(block, row, found)) {
                return found;
            }
        }
        return -1;
    }

    /** True if a row must not point at a target that is kin. */
    boolean isRefused(Block block, int row, long found) {
        return kindred.isRefused(block, row, found);
    }

    /** True if kin is what the target of the sibling before hangs on. */
    boolean isOfSiblings() {
        return kindred.isOfSiblings();
    }

    /** The row that a target hangs on; -1 for none. @param at number of the target in its table */
    long hangsOn(long at) {
        Block of = target.blockOf(at);
        return kindred.ofTarget(of, (int) (at - of.firstRow()));
    }

    /** Deals the targets out. */
    Dealer dealer() {
        return buckets.dealer();
    }
}
