package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.random.Permutation;

/** Targets of a link that say what earlier links have fixed. Only read once all are added. */
final class AgreeingTargets {
    private final FixedColumns fixed;
    private final TargetBuckets buckets;
    private final Draws oneByOne;
    private final boolean unique;

    /** @param unique true if no two rows may point at the same target */
    AgreeingTargets(FixedColumns fixed, TargetBuckets buckets, boolean unique, Draws draws) {
        this.fixed = fixed;
        this.buckets = buckets;
        this.unique = unique;
        this.oneByOne = draws.at("one by one");
    }

    void add(Block block, int row, long degree) {
        buckets.add(fixed.ofTarget(block, row), block, row, degree);
    }

    /**
     * A target that agrees with a row, and with its bucket if it can; -1 if there is none.
     *
     * @param anywhere true to draw from all that agree, whatever narrows the link down
     */
    long target(Block block, int row, long attempt, boolean anywhere) {
        long key = fixed.ofChild(block, row);
        if (unique) {
            return next(buckets.widest(key), block, row, attempt);
        }
        int bucket = anywhere ? buckets.widest(key) : buckets.narrowest(key, block, row);
        return bucket < 0 ? -1 : buckets.dealer().draw(bucket, block.place(row), attempt);
    }

    /** Each row of a bucket in turn, from one that other rows hardly begin with. */
    private long next(int bucket, Block block, int row, long attempt) {
        if (bucket < 0) {
            return -1;
        }
        int size = buckets.dealer().size(bucket);
        long first = new Permutation(oneByOne.at(bucket), size).at(block.place(row) % size);
        return buckets.dealer().row(bucket, (int) ((first + attempt) % size));
    }

    /** How many targets agree with a row. */
    int count(Block block, int row) {
        int bucket = buckets.widest(fixed.ofChild(block, row));
        return bucket < 0 ? 0 : buckets.dealer().size(bucket);
    }
}
