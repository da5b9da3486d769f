package dev.understudy.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which targets each bucket of kin gets, so that every target keeps its degree: first those of the bucket, as often as they have
 * room; then, for children beyond that, whoever of their kin has room left. A bond is to a carbon atom of its molecule if one is
 * free, else to another atom that is.
 *
 * <p>Children beyond the degrees of all their kin take any of their bucket, or, where nobody has two, none.
 */
final class KinTargets {
    /** No target is left for a child. */
    static final int NONE = -1;

    private final Dealer dealer;
    private final Map<Integer, Long> children;
    private final boolean alone;
    private final Map<Integer, int[]> targets = new HashMap<>();

    private KinTargets(Dealer dealer, Map<Integer, Long> children, boolean alone) {
        this.dealer = dealer;
        this.children = children;
        this.alone = alone;
    }

    /**
     * Time O(children + rows of their kin). The result depends on no order of the map.
     *
     * @param children by bucket, how many there are; the narrowest bucket counts
     * @param alone    whether no target may have two children
     * @return by bucket, a target for each child, or {@link #NONE}
     */
    static Map<Integer, int[]> of(Dealer dealer, Map<Integer, Long> children, boolean alone) {
        Map<Integer, List<Integer>> ofKin = new TreeMap<>();
        children.keySet().stream()
                .sorted()
                .forEach(bucket -> ofKin.computeIfAbsent(dealer.widest(bucket), one -> new ArrayList<>())
                        .add(bucket));
        KinTargets all = new KinTargets(dealer, children, alone);
        ofKin.forEach(all::deal);
        return all.targets;
    }

    private void deal(int widest, List<Integer> buckets) {
        Map<Integer, Long> room = new HashMap<>();
        for (int i = 0; i < dealer.size(widest); i++) {
            room.merge((int) dealer.row(widest, i), dealer.degree(widest, i), Long::sum);
        }
        int[] filled = new int[buckets.size()];
        // Narrower buckets were made after wider ones.
        for (int b = buckets.size() - 1; b >= 0; b--) {
            int bucket = buckets.get(b);
            int[] dealt = new int[Math.toIntExact(children.get(bucket))];
            Arrays.fill(dealt, NONE);
            filled[b] = take(room, bucket, dealt, 0);
            targets.put(bucket, dealt);
        }
        for (int b = 0; b < filled.length; b++) {
            int bucket = buckets.get(b);
            int[] dealt = targets.get(bucket);
            int from = take(room, widest, dealt, filled[b]);
            int size = dealer.size(bucket);
            for (int i = from; i < dealt.length && !alone; i++) {
                dealt[i] = (int) dealer.row(bucket, (int) ((i - from + 0.5) / (dealt.length - from) * size));
            }
        }
    }

    /** Gives rows of a bucket that have room, evenly. @return up to where children have a target */
    private int take(Map<Integer, Long> room, int bucket, int[] dealt, int from) {
        if (from == dealt.length) {
            return from;
        }
        long[] upTo = new long[dealer.size(bucket)];
        long all = 0;
        for (int i = 0; i < upTo.length; i++) {
            all += room.get((int) dealer.row(bucket, i));
            upTo[i] = all;
        }
        int taken = (int) Math.min(all, dealt.length - from);
        int at = 0;
        for (int i = 0; i < taken; i++) {
            long stub = (long) ((i + 0.5) / taken * all);
            while (upTo[at] <= stub) {
                at++;
            }
            int row = (int) dealer.row(bucket, at);
            dealt[from + i] = row;
            room.merge(row, -1L, Long::sum);
        }
        return from + taken;
    }
}
