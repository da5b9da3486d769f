package dev.understudy.learn;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Puts neighbours together whose classes are alike, so that what is rare but its own stays alone: the one day in 300 after
 * which some shops close.
 *
 * <p>The two neighbours whose joining costs the least likelihood are joined, until few enough are left. Source: Ward (1963),
 * Hierarchical grouping to optimize an objective function, with the likelihood of the classes as the objective.
 */
final class AlikeNeighbours {
    private final int[][] counts;
    private final int[] total;
    private final int[] next;
    private final int[] before;
    private final int[] version;

    private AlikeNeighbours(int[][] counts) {
        int n = counts.length;
        this.counts = new int[n][];
        this.total = new int[n];
        this.next = new int[n];
        this.before = new int[n];
        this.version = new int[n];
        for (int i = 0; i < n; i++) {
            this.counts[i] = counts[i].clone();
            for (int count : counts[i]) {
                total[i] += count;
            }
            next[i] = i + 1 < n ? i + 1 : -1;
            before[i] = i - 1;
        }
    }

    /** Joining what starts at left with what follows, at the state in which both were looked at. */
    private record Join(double loss, int left, int leftVersion, int rightVersion) {}

    /**
     * Time O(n log n × classes).
     *
     * @param counts occurrences of each class, by place
     * @param most   1 or more
     * @return by place the group, 0.. in order, at most {@code most}
     */
    static int[] merged(int[][] counts, int most) {
        return new AlikeNeighbours(counts).merged(most);
    }

    private int[] merged(int most) {
        PriorityQueue<Join> joins =
                new PriorityQueue<>(Comparator.comparingDouble(Join::loss).thenComparingInt(Join::left));
        for (int i = 0; i < counts.length; i++) {
            offer(joins, i);
        }
        for (int groups = counts.length; groups > most; ) {
            Join join = joins.remove();
            if (isOf(join)) {
                join(join.left);
                groups--;
                offer(joins, join.left);
                offer(joins, before[join.left]);
            }
        }
        int[] groupOf = new int[counts.length];
        int group = -1;
        for (int start = 0, place = 0; start >= 0 && place < groupOf.length; start = next[start]) {
            group++;
            int end = next[start] < 0 ? groupOf.length : next[start];
            while (place < end) {
                groupOf[place++] = group;
            }
        }
        return groupOf;
    }

    private void offer(PriorityQueue<Join> joins, int left) {
        if (left >= 0 && next[left] >= 0) {
            joins.add(new Join(loss(left, next[left]), left, version[left], version[next[left]]));
        }
    }

    /** Whether neither side was joined since. */
    private boolean isOf(Join join) {
        int left = join.left;
        return version[left] == join.leftVersion && next[left] >= 0 && version[next[left]] == join.rightVersion;
    }

    /** Nats that are lost when two are no longer told apart; never negative. */
    private double loss(int a, int b) {
        double loss = Screening.nLogN(total[a] + total[b]) - Screening.nLogN(total[a]) - Screening.nLogN(total[b]);
        for (int c = 0; c < counts[a].length; c++) {
            int inA = counts[a][c];
            int inB = counts[b][c];
            loss += Screening.nLogN(inA) + Screening.nLogN(inB) - Screening.nLogN(inA + inB);
        }
        return Math.max(0, loss);
    }

    private void join(int left) {
        int right = next[left];
        for (int c = 0; c < counts[left].length; c++) {
            counts[left][c] += counts[right][c];
        }
        total[left] += total[right];
        version[left]++;
        version[right] = -1;
        next[left] = next[right];
        if (next[left] >= 0) {
            before[next[left]] = left;
        }
    }
}
