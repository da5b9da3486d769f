package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.random.Permutation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals the rows of a target out to children, each as often as its degree says, within buckets.
 *
 * <p>Child number r of R in a bucket takes stub ⌊π(r) · S / R⌋ of the bucket's S stubs, π a keyed permutation, so degrees
 * hold to ± 1 without a shuffle in memory. Memory: 12 bytes a target row. Only read once all is added and taken.
 */
final class Dealer {
    private final Map<Long, Integer> idOf = new HashMap<>();
    private final List<Bucket> buckets = new ArrayList<>();
    private final Draws draws;
    /** See {@link #usualDegree}; below 0 until it is asked for. */
    private volatile double usual = -1;

    /** Rows of a bucket, and how many stubs there are up to and including each. */
    private static final class Bucket {
        private int[] rows = new int[4];
        private long[] upTo = new long[4];
        private int size;
        private final int widest;
        /** Rows had stubs, which kin have taken. */
        private boolean given;

        Bucket(int widest) {
            this.widest = widest;
        }

        void add(int row, long degree) {
            if (size == rows.length) {
                rows = java.util.Arrays.copyOf(rows, 2 * size);
                upTo = java.util.Arrays.copyOf(upTo, 2 * size);
            }
            rows[size] = row;
            upTo[size] = (size == 0 ? 0 : upTo[size - 1]) + degree;
            size++;
        }

        void take(Map<Long, Integer> taken) {
            long before = 0;
            long left = 0;
            given |= upTo[size - 1] > 0;
            for (int i = 0; i < size; i++) {
                long degree = upTo[i] - before;
                before = upTo[i];
                left += Math.max(0, degree - taken.getOrDefault((long) rows[i], 0));
                upTo[i] = left;
            }
        }

        /** Row of a stub; where nobody has a stub, everybody has one. */
        int row(double share) {
            long stubs = upTo[size - 1];
            if (stubs == 0) {
                return rows[(int) Math.min(size - 1, share * size)];
            }
            long stub = Math.min(stubs - 1, (long) (share * stubs));
            int low = 0;
            int high = size - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (upTo[middle] > stub) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return rows[low];
        }
    }

    Dealer(Draws draws) {
        this.draws = draws;
    }

    /**
     * @param key    names the bucket
     * @param widest names the widest bucket that it lies in, which has the row already; itself for that one
     * @param degree how often the row is to be dealt, 0 or more
     */
    void add(long key, long widest, long row, long degree) {
        Integer id = idOf.get(key);
        if (id == null) {
            id = buckets.size();
            idOf.put(key, id);
            buckets.add(new Bucket(idOf.get(widest)));
        }
        buckets.get(id).add((int) row, degree);
    }

    /** Number of the widest bucket that one lies in, or its own. */
    int widest(int bucket) {
        return buckets.get(bucket).widest;
    }

    /** How often a row of a bucket is to be dealt. @param number of the row in the bucket */
    long degree(int bucket, int number) {
        Bucket of = buckets.get(bucket);
        return of.upTo[number] - (number == 0 ? 0 : of.upTo[number - 1]);
    }

    /** Lowers the degrees of some rows. @param taken by how much */
    void take(Map<Long, Integer> taken) {
        buckets.forEach(bucket -> bucket.take(taken));
    }

    /** Number of the bucket of a key, or -1. */
    int bucket(long key) {
        return idOf.getOrDefault(key, -1);
    }

    int buckets() {
        return buckets.size();
    }

    /** Target of child number {@code rank} of {@code total} in a bucket. @param permutation of 0..total-1 */
    long deal(int bucket, long rank, long total, Permutation permutation) {
        // Half a step in, so that shares spread evenly whether there are more stubs or more children.
        return share(bucket, (permutation.at(rank) + 0.5) / total, total);
    }

    /**
     * The row at a share of all stubs of a bucket, in [0, 1). Where nobody has a stub, some rows have as many as those elsewhere
     * that have any: children of an unforeseen season gather at a few of its teams.
     *
     * @param children how many the bucket's rows are dealt to
     */
    long share(int bucket, double share, long children) {
        Bucket of = buckets.get(bucket);
        if (of.given || stubs(bucket) > 0) {
            return of.row(share);
        }
        long some = Math.max(1, Math.min(of.size, Math.round(children / Math.max(1, usualDegree()))));
        Permutation any = new Permutation(draws.at("without stubs").at(bucket), of.size);
        return of.rows[(int) any.at((long) (share * some))];
    }

    /** Mean degree of rows that have any, of the widest bucket of all. */
    private double usualDegree() {
        if (usual < 0) {
            Bucket widest = buckets.get(0);
            int pointed = 0;
            for (int i = 0; i < widest.size; i++) {
                pointed += degree(0, i) > 0 ? 1 : 0;
            }
            usual = pointed == 0 ? 1 : (double) stubs(0) / pointed;
        }
        return usual;
    }

    /** The permutation that deals a bucket out. */
    Permutation permutation(int bucket, long total) {
        return new Permutation(draws.at(bucket), Math.max(1, total));
    }

    /** A target drawn by degree, whatever the others take. */
    long draw(int bucket, long place, long attempt) {
        return buckets.get(bucket).row(draws.unit(place, attempt));
    }

    /** How often all rows of a bucket are to be dealt. */
    long stubs(int bucket) {
        Bucket of = buckets.get(bucket);
        return of.upTo[of.size - 1];
    }

    int size(int bucket) {
        return buckets.get(bucket).size;
    }

    /** Any row of a bucket, by number; for walking through all. */
    long row(int bucket, int number) {
        return buckets.get(bucket).rows[number];
    }
}
