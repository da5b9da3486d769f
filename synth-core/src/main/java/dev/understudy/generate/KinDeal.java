package dev.understudy.generate;

import dev.understudy.generate.TargetAssigner.Ranks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals targets to children of which it is known what they hang on, from those that hang on the same, so that each target keeps
 * its degree. See {@link KinTargets} for which bucket gets which.
 *
 * <p>Immutable; serves several threads. Memory: 4 bytes a child.
 */
final class KinDeal {
    /** The row is not dealt a target of its kin. */
    static final long OTHERS = KinTargets.NONE;

    private final Reference reference;
    private final Ranks ranks = new Ranks();
    private final Map<Integer, int[]> targets;

    /** @param counts per block, children by the bucket of their kin */
    KinDeal(Reference reference, List<Map<Integer, Integer>> counts) {
        this.reference = reference;
        this.ranks.setCounts(counts, reference.kin().dealer());
        this.targets = KinTargets.of(
                reference.kin().dealer(), ranks.totals(), reference.degrees().most() <= 1);
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
        for (int[] ofBucket : targets.values()) {
            for (int target : ofBucket) {
                if (target >= 0) {
                    dealt.merge((long) target, 1, Integer::sum);
                }
            }
        }
        return dealt;
    }

    private long deal(int bucket, long rank) {
        return targets.get(bucket)[(int) ranks.permutation(bucket).at(rank)];
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
            long other = dealt >= 0 && reference.kin().isRefused(block, row, dealt)
                    ? reference.kin().draw(block, row, 0, false)
                    : dealt;
            return other < 0 ? dealt : other;
        }
    }
}
