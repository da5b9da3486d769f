package dev.understudy.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What rows have taken of a key with several spans: rows of one hash collide where all of their spans overlap, as what was
 * known when of what held when. By the length of the first span, in powers of two, and by its beginning, so that of many
 * spans only those near a row's are looked at. For one thread.
 */
final class Boxes implements Taken {
    private static final int ENDLESS = Long.SIZE;

    private final Map<Long, TreeMap<Integer, TreeMap<Long, List<long[]>>>> boxes = new HashMap<>();

    @Override
    public boolean isFree(long hash, long[] ends) {
        return !any(hash, ends, taken -> overlap(taken, ends, -1));
    }

    @Override
    public boolean add(long hash, long[] ends) {
        boolean free = isFree(hash, ends);
        if (free) {
            boxes.computeIfAbsent(hash, key -> new TreeMap<>())
                    .computeIfAbsent(size(ends), key -> new TreeMap<>())
                    .computeIfAbsent(ends[0], key -> new ArrayList<>(1))
                    .add(ends);
        }
        return free;
    }

    @Override
    public void remove(long hash, long[] ends) {
        TreeMap<Long, List<long[]>> alike =
                boxes.getOrDefault(hash, new TreeMap<>()).getOrDefault(size(ends), new TreeMap<>());
        List<long[]> beginning = alike.getOrDefault(ends[0], List.of());
        for (int i = 0; i < beginning.size(); i++) {
            if (Arrays.equals(beginning.get(i), ends)) {
                beginning.remove(i);
                break;
            }
        }
        if (beginning.isEmpty()) {
            alike.remove(ends[0]);
        }
    }

    @Override
    public List<Gap> gaps(long hash, long[] ends, int span, int most) {
        long[] anywhere = ends.clone();
        anywhere[2 * span] = Long.MIN_VALUE;
        anywhere[2 * span + 1] = Long.MAX_VALUE;
        List<long[]> inTheWay = new ArrayList<>();
        any(hash, anywhere, taken -> {
            if (overlap(taken, ends, span)) {
                inTheWay.add(taken);
            }
            return false;
        });
        inTheWay.sort(Comparator.comparingLong(taken -> taken[2 * span]));
        List<Gap> gaps = new ArrayList<>();
        long from = Long.MIN_VALUE;
        for (long[] taken : inTheWay) {
            if (from < taken[2 * span]) {
                gaps.add(new Gap(from, taken[2 * span]));
            }
            from = Math.max(from, taken[2 * span + 1]);
        }
        if (from < Long.MAX_VALUE) {
            gaps.add(new Gap(from, Long.MAX_VALUE));
        }
        long near = Taken.near(ends, span);
        gaps.sort(Comparator.comparingDouble(gap ->
                Math.max(0, Math.max((double) gap.from() - near, (double) near - gap.until()))));
        return gaps.subList(0, Math.min(most, gaps.size()));
    }

    /** True if one of the boxes whose first span may overlap that of a row is as asked for. */
    private boolean any(long hash, long[] ends, Predicate<long[]> asked) {
        for (Map.Entry<Integer, TreeMap<Long, List<long[]>>> alike :
                boxes.getOrDefault(hash, new TreeMap<>()).entrySet()) {
            // None of these is longer than two to the power of their number.
            boolean far = alike.getKey() >= ENDLESS - 1 || ends[0] < Long.MIN_VALUE + (1L << alike.getKey());
            long first = far ? Long.MIN_VALUE : ends[0] - (1L << alike.getKey());
            for (List<long[]> beginning :
                    alike.getValue().subMap(first, true, ends[1], false).values()) {
                if (beginning.stream().anyMatch(asked)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @param but a span that does not count; -1 if all do */
    private static boolean overlap(long[] one, long[] other, int but) {
        for (int s = 0; s < one.length / 2; s++) {
            if (s != but && (one[2 * s] >= other[2 * s + 1] || other[2 * s] >= one[2 * s + 1])) {
                return false;
            }
        }
        return true;
    }

    /** The power of two that the first span does not exceed. */
    private static int size(long[] ends) {
        long length = ends[1] - ends[0];
        boolean endless = ends[0] == Long.MIN_VALUE || ends[1] == Long.MAX_VALUE || length < 0;
        return endless ? ENDLESS : ENDLESS - Long.numberOfLeadingZeros(length);
    }
}
