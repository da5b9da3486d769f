package dev.understudy.generate;

import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.random.Permutation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the targets of the references of a block's rows, once the prefix of the cascade is drawn. The ranks that keep
 * degrees come from the skeleton.
 */
final class TargetAssigner {
    private static final int SWAPS = 8;

    private final List<Reference> references;
    private final Ranks[] ranks;
    private final KinDeal[] kin;
    private final Succession[] successions;
    private final Alignment alignment;

    /** Per block and bucket: how many children came before; and how many there are in all. */
    static final class Ranks {
        private final Map<Integer, Long> totals = new HashMap<>();
        private final Map<Integer, Permutation> permutations = new HashMap<>();
        private final List<Map<Integer, Long>> before = new ArrayList<>();

        /** @param counts per block, children by bucket */
        void setCounts(List<Map<Integer, Integer>> counts, Dealer dealer) {
            for (Map<Integer, Integer> ofBlock : counts) {
                Map<Integer, Long> start = new HashMap<>();
                ofBlock.forEach((bucket, n) -> start.put(bucket, totals.merge(bucket, (long) n, Long::sum) - n));
                before.add(start);
            }
            totals.forEach((bucket, total) -> permutations.put(bucket, dealer.permutation(bucket, total)));
        }

        Map<Integer, Long> totals() {
            return totals;
        }

        Permutation permutation(int bucket) {
            return permutations.get(bucket);
        }

        /** How many children of each bucket come before a block. */
        Map<Integer, Long> before(int block) {
            return before.get(block);
        }
    }

    TargetAssigner(List<Reference> references) {
        this.references = references;
        this.alignment = new Alignment(references);
        this.ranks = new Ranks[references.size()];
        this.kin = new KinDeal[references.size()];
        this.successions = new Succession[references.size()];
    }

    List<Reference> references() {
        return references;
    }

    void setRanks(int reference, Ranks of) {
        ranks[reference] = of;
    }

    /** @param deal of the children whose kin is known; set before the others are counted */
    void setKin(int reference, KinDeal deal) {
        kin[reference] = deal;
    }

    /** @param of all children of the reference that are dealt their targets, so that none is counted */
    void setSuccession(int reference, Succession of) {
        successions[reference] = of;
    }

    /** True if a reference is dealt out by rank, so that its children must be counted first. */
    static boolean isRanked(Reference reference) {
        return reference.kind() == Kind.DEALT && !reference.isFixed() && !reference.isTypedByLink();
    }

    /** Children of each bucket in one block, by the prefix alone. */
    Map<Integer, Integer> count(int r, Block block) {
        Reference reference = references.get(r);
        KinDeal.Turn turn = kin[r] == null ? null : kin[r].in(block);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row = 0; row < block.rows(); row++) {
            if (!reference.isNull(block, row) && !isTakenFromOthers(reference, turn, block, row)) {
                counts.merge(reference.bucket(block, row), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static boolean isTakenFromOthers(Reference reference, KinDeal.Turn turn, Block block, int row) {
        int kin = turn == null ? -1 : reference.kinBucket(block, row);
        return kin >= 0 ? turn.target(row, kin) >= 0 : reference.repeats(block, row);
    }

    /** Fills the block's targets, but for links that come last. @return rows for which no agreeing target exists */
    boolean[] assign(Block block) {
        boolean[] failed = new boolean[block.rows()];
        for (int r = 0; r < references.size(); r++) {
            Reference reference = references.get(r);
            block.targets[r] = new long[block.rows()];
            Arrays.fill(block.targets[r], -1);
            if (!reference.hasTargets()) {
                failAll(reference, block, failed);
            } else if (reference.isFixed() && !reference.kind().isChosenLast()) {
                agree(r, block, failed);
            } else if (reference.kind() == Kind.ROW) {
                categories(r, block);
            } else if (successions[r] != null) {
                succeed(r, block);
            } else if (isRanked(reference)) {
                deal(r, block);
            } else if (reference.kind() == Kind.DEALT) {
                draw(r, block);
            }
            reference.tellBuckets(block);
        }
        return failed;
    }

    private static void failAll(Reference reference, Block block, boolean[] failed) {
        boolean later = reference.kind().isChosenLast();
        for (int row = 0; !later && !reference.mayBeNull() && row < failed.length; row++) {
            failed[row] |= reference.follows(block, row);
        }
    }

    /** Targets by degree, each row for itself: its type was not known when rows were counted. */
    private void draw(int r, Block block) {
        Reference reference = references.get(r);
        for (int row = 0; row < block.rows(); row++) {
            if (!reference.isNull(block, row)) {
                block.targets[r][row] = repeatedOrDrawn(reference, block, row);
            }
        }
    }

    private void succeed(int r, Block block) {
        Reference reference = references.get(r);
        for (int row = 0; row < block.rows(); row++) {
            if (!reference.isNull(block, row)) {
                int dealt = successions[r].target(block.index, row);
                block.targets[r][row] = dealt == Succession.NONE ? repeatedOrDrawn(reference, block, row) : dealt;
            }
        }
    }

    private static long repeatedOrDrawn(Reference reference, Block block, int row) {
        long repeated = reference.repeats(block, row) ? reference.repeated(block, row) : -1;
        return repeated >= 0 ? repeated : reference.dealer().draw(reference.bucket(block, row), block.place(row), 0);
    }

    private void categories(int r, Block block) {
        Reference reference = references.get(r);
        for (int row = 0; row < block.rows(); row++) {
            block.targets[r][row] = reference.isNull(block, row) ? -1 : reference.category(block, row, 0);
        }
    }

    private void deal(int r, Block block) {
        Reference reference = references.get(r);
        Ranks known = ranks[r];
        Map<Integer, Long> next = new HashMap<>(known.before.get(block.index));
        KinDeal.Turn turn = kin[r] == null ? null : kin[r].in(block);
        for (int row = 0; row < block.rows(); row++) {
            if (reference.isNull(block, row)) {
                continue;
            }
            int kinBucket = turn == null ? -1 : reference.kinBucket(block, row);
            long dealt = kinBucket >= 0 ? turn.target(row, kinBucket) : KinDeal.OTHERS;
            if (dealt >= 0) {
                block.targets[r][row] = dealt;
            } else if (kinBucket < 0 && reference.repeats(block, row)) {
                block.targets[r][row] = repeatedOrDrawn(reference, block, row);
            } else {
                int bucket = reference.bucket(block, row);
                long rank = next.merge(bucket, 1L, Long::sum) - 1;
                long total = known.totals.get(bucket);
                block.targets[r][row] = reference.dealer().deal(bucket, rank, total, known.permutations.get(bucket));
            }
        }
    }

    private void agree(int r, Block block, boolean[] failed) {
        Reference reference = references.get(r);
        for (int row = 0; row < block.rows(); row++) {
            if (reference.isNull(block, row)) {
                continue;
            }
            long repeated = reference.repeats(block, row) ? reference.repeated(block, row) : -1;
            long target = repeated >= 0 ? repeated : reference.agreeing(block, row, 0);
            block.targets[r][row] = target;
            if (target < 0 && !reference.mayPointNowhere(block, row) && !swap(r, block, row)) {
                failed[row] = true;
            }
        }
    }

    /** Links between the two that are set already have to follow the one that was changed. */
    private boolean alignedBefore(int r, Block block, int row, int earlier) {
        for (int between = earlier + 1; between < r; between++) {
            Reference other = references.get(between);
            boolean set = other.isFixed() && other.kind() == Kind.DEALT && block.targets[between][row] >= 0;
            if (set && !other.agrees(block, row)) {
                block.targets[between][row] = other.agreeing(block, row, 0);
                if (block.targets[between][row] < 0 && !other.mayPointNowhere(block, row)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** No target agrees with the earlier links: chooses this one freely and an earlier one to agree with it. */
    private boolean swap(int r, Block block, int row) {
        for (int earlier = 0; earlier < r; earlier++) {
            Reference other = references.get(earlier);
            if (other.kind() != Kind.DEALT || other.isFixed() || !other.hasTargets()) {
                continue;
            }
            long[] before = alignment.save(block, row);
            for (int attempt = 1; attempt <= SWAPS; attempt++) {
                int bucket = other.bucket(block, row);
                int widest = attempt > SWAPS / 2 ? 0 : bucket;
                block.targets[earlier][row] = other.dealer().draw(widest, block.place(row), attempt);
                long target = references.get(r).agreeing(block, row, attempt);
                if (target >= 0) {
                    block.targets[r][row] = target;
                    if (alignedBefore(r, block, row, earlier)) {
                        return true;
                    }
                }
                alignment.restore(block, row, before);
            }
        }
        return false;
    }
}
