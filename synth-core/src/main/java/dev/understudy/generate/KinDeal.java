package dev.understudy.generate;

import dev.understudy.generate.TargetAssigner.Ranks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals targets to children of which it is known what they hang on, from those that hang on the same, so that each target keeps
 * its degree. Children beyond the degrees of their kin take any of them, or, where nobody has two, any target at all.
 *
 * <p>Immutable; serves several threads.
 */
final class KinDeal {
    /** The row is not dealt a target of its kin. */
    static final long OTHERS = -1;

    private final Reference reference;
    private final Ranks ranks = new Ranks();
    private final boolean alone;

    /** @param counts per block, children by the bucket of their kin */
    KinDeal(Reference reference, List<Map<Integer, Integer>> counts) {
        this.reference = reference;
        this.ranks.setCounts(counts, reference.kinDealer());
        this.alone = reference.mostDegree() <= 1;
    }

    /** Children of a block by the bucket of their kin. */
    static Map<Integer, Integer> count(Reference reference, Block block) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row = 0; row < block.rows(); row++) {
            int bucket = reference.isNull(block, row) ? -1 : reference.kinBucket(block, row);
            if (bucket >= 0) {
                counts.merge(bucket, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** How often each target is dealt. */
    Map<Long, Integer> dealt() {
        Map<Long, Integer> dealt = new HashMap<>();
        ranks.totals().forEach((bucket, total) -> {
            for (long rank = 0; rank < total; rank++) {
                long target = deal(bucket, rank);
                if (target >= 0) {
                    dealt.merge(target, 1, Integer::sum);
                }
            }
        });
        return dealt;
    }

    private long deal(int bucket, long rank) {
        long total = ranks.totals().get(bucket);
        long stubs = reference.kinDealer().stubs(bucket);
        if (total <= stubs) {
            return reference.kinDealer().deal(bucket, rank, total, ranks.permutation(bucket));
        }
        long place = ranks.permutation(bucket).at(rank);
        if (place < stubs) {
            return reference.kinDealer().stub(bucket, place);
        }
        int size = reference.kinDealer().size(bucket);
        return alone
                ? OTHERS
                : reference.kinDealer().row(bucket, (int) ((place - stubs + 0.5) / (total - stubs) * size));
    }

    /** The children of a block, to be asked for in the order of their rows. */
    Turn in(Block block) {
        return new Turn(block);
    }

    /** One walk through a block. */
    final class Turn {
        private final Block block;
        private final Map<Integer, Long> next;

        private Turn(Block block) {
            this.block = block;
            this.next = new HashMap<>(ranks.before(block.index));
        }

        /** The target of a row from the bucket of its kin; {@link #OTHERS} if it is dealt its target with all others. */
        long target(int row, int bucket) {
            long dealt = deal(bucket, next.merge(bucket, 1L, Long::sum) - 1);
            long other = dealt >= 0 && reference.isRefused(block, row, dealt) ? reference.kin(block, row, 0) : dealt;
            return other < 0 ? dealt : other;
        }
    }
}
