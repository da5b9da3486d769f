package dev.understudy.generate;

import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * What a {@link Succession} deals in one bucket: each target as often as its share of the children says, in random order. Memory:
 * some 30 bytes a child.
 */
final class SuccessionSlots {
    static final long NOBODY = Long.MIN_VALUE;
    /** How often somebody who leaves his kin is offered them again. */
    private static final int OFFERS = 3;
    /** Slots that are looked at for another target of some kin. */
    private static final int LOOKS = 64;

    private final int[] targets;
    private final long[] kin;
    /** Slots by kin; of each kin those from its start on are left. */
    private final Integer[] byKin;

    private final Map<Long, int[]> ofKin = new HashMap<>();
    private final boolean[] taken;
    private int next;

    SuccessionSlots(Reference reference, int bucket, int children, Draws draws) {
        this.targets = new int[children];
        this.kin = new long[children];
        this.taken = new boolean[children];
        for (int slot = 0; slot < children; slot++) {
            targets[slot] = (int) reference.dealer().share(bucket, (slot + 0.5) / children, children);
        }
        for (int slot = children - 1; slot > 0; slot--) {
            int other = draws.below(slot + 1, slot);
            int swapped = targets[slot];
            targets[slot] = targets[other];
            targets[other] = swapped;
        }
        this.byKin = new Integer[children];
        for (int slot = 0; slot < children; slot++) {
            kin[slot] = reference.kin().hangsOn(targets[slot]);
            byKin[slot] = slot;
        }
        Arrays.sort(byKin, Comparator.comparingLong(slot -> kin[slot]));
        for (int i = 0; i < children; i++) {
            int at = i;
            ofKin.computeIfAbsent(kin[byKin[i]], one -> new int[] {at, at})[1] = i + 1;
        }
    }

    /**
     * Another one of some kin.
     *
     * @param but the target that it must not be
     * @return {@link Succession#NONE} if nothing of that kin is left
     */
    int kin(long of, int but) {
        int[] range = of < 0 ? null : ofKin.get(of);
        while (range != null && range[0] < range[1] && taken[byKin[range[0]]]) {
            range[0]++;
        }
        int end = range == null ? 0 : Math.min(range[1], range[0] + LOOKS);
        for (int i = range == null ? 0 : range[0]; i < end; i++) {
            int slot = byKin[i];
            if (!taken[slot] && targets[slot] != but) {
                taken[slot] = true;
                return targets[slot];
            }
        }
        return Succession.NONE;
    }

    /** The next one, rather not of one kin. */
    int any(long except) {
        while (next < targets.length && taken[next]) {
            next++;
        }
        if (next == targets.length) {
            return Succession.NONE;
        }
        int slot = next;
        for (int offer = 0; offer < OFFERS && kin[slot] == except; offer++) {
            int other = slot + 1;
            while (other < targets.length && taken[other]) {
                other++;
            }
            if (other == targets.length) {
                break;
            }
            slot = other;
        }
        taken[slot] = true;
        return targets[slot];
    }
}
