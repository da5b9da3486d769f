package dev.understudy.generate;

import dev.understudy.model.ReferenceModel.Bucket;
import dev.understudy.random.Draws;
import java.util.List;

/**
 * Rows of a link's target in buckets that lie in one another: all that share a key, those of them that also share the first
 * column by which the link is narrowed down, and so on. Only read once all rows are added.
 */
final class TargetBuckets {
    /** The key that all rows share. */
    static final long ALL = 0x5DEECE66DL;

    private final List<Bucket> narrowing;
    private final Dealer dealer;

    /** @param narrowing columns of target and child that say the same, the widest first */
    TargetBuckets(List<Bucket> narrowing, Draws draws) {
        this.narrowing = narrowing;
        this.dealer = new Dealer(draws);
    }

    /** Adds a row of the target to all that share a key, and to those that also share what narrows down. */
    void add(long key, Block block, int row, long degree) {
        long at = block.firstRow() + row;
        long narrower = key;
        dealer.add(narrower, key, at, degree);
        for (Bucket bucket : narrowing) {
            narrower = narrower(narrower, block.code(bucket.targetColumn(), row));
            dealer.add(narrower, key, at, degree);
        }
    }

    /** Number of the bucket of all rows that share a key; -1 if there are none. */
    int widest(long key) {
        return dealer.bucket(key);
    }

    /**
     * The narrowest bucket of a row of the child; rather a wider one, but for the widest, if nobody in it is to be pointed at: of a
     * season whose champions come from the other league, those.
     *
     * @return -1 if no row has the key
     */
    int narrowest(long key, Block block, int row) {
        int found = dealer.bucket(key);
        long at = key;
        boolean wanted = false;
        for (Bucket bucket : narrowing) {
            at = narrower(at, block.code(bucket.column(), row));
            int narrower = dealer.bucket(at);
            if (narrower < 0 || wanted && dealer.stubs(narrower) == 0) {
                break;
            }
            wanted = dealer.stubs(narrower) > 0;
            found = narrower;
        }
        return found;
    }

    private static long narrower(long key, int code) {
        return Draws.mix(key ^ code + 1);
    }

    /** Deals the buckets out. */
    Dealer dealer() {
        return dealer;
    }
}
