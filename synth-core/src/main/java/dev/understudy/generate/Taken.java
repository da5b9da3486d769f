package dev.understudy.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What rows have taken of one key. For one thread. */
sealed interface Taken permits Taken.Hashes, Taken.Spans, Boxes {
    static Taken of(GuardedKey key) {
        return switch (key.spans()) {
            case 0 -> new Hashes();
            case 1 -> new Spans();
            default -> new Boxes();
        };
    }

    /** True if no row has it. @param ends of each span of the row its first value, and the first after it */
    boolean isFree(long hash, long[] ends);

    /** Takes it for a row. @param ends must not be changed afterwards @return false, and nothing is taken, if it is not free */
    boolean add(long hash, long[] ends);

    /** Gives back what was taken. */
    void remove(long hash, long[] ends);

    /**
     * Where a span of a row would be free, its other spans left as they are: of each place its first value, and the first that
     * is taken. Those nearest to where it is first.
     */
    List<Gap> gaps(long hash, long[] ends, int span, int most);

    /** Where a span is: where it begins, if it has a beginning. */
    static long near(long[] ends, int span) {
        return ends[2 * span] == Long.MIN_VALUE ? ends[2 * span + 1] : ends[2 * span];
    }

    /** @param from its first value; @param until the first after it */
    record Gap(long from, long until) {}

    /** Of a key without a span: a value is one row's or none's. */
    final class Hashes implements Taken {
        private final Set<Long> hashes = new HashSet<>();

        @Override
        public boolean isFree(long hash, long[] ends) {
            return !hashes.contains(hash);
        }

        @Override
        public boolean add(long hash, long[] ends) {
            return hashes.add(hash);
        }

        @Override
        public void remove(long hash, long[] ends) {
            hashes.remove(hash);
        }

        @Override
        public List<Gap> gaps(long hash, long[] ends, int span, int most) {
            return List.of();
        }
    }

    /** Of a key with a span: for each value spans that lie apart, by their beginning. */
    final class Spans implements Taken {
        private final Map<Long, TreeMap<Long, Long>> spans = new HashMap<>();

        @Override
        public boolean isFree(long hash, long[] ends) {
            TreeMap<Long, Long> taken = spans.get(hash);
            Map.Entry<Long, Long> before = taken == null ? null : taken.lowerEntry(ends[1]);
            return before == null || before.getValue() <= ends[0];
        }

        @Override
        public boolean add(long hash, long[] ends) {
            boolean free = isFree(hash, ends);
            if (free) {
                spans.computeIfAbsent(hash, key -> new TreeMap<>()).put(ends[0], ends[1]);
            }
            return free;
        }

        @Override
        public void remove(long hash, long[] ends) {
            TreeMap<Long, Long> taken = spans.get(hash);
            if (taken != null) {
                taken.remove(ends[0]);
            }
        }

        @Override
        public List<Gap> gaps(long hash, long[] ends, int span, int most) {
            long near = Taken.near(ends, span);
            TreeMap<Long, Long> taken = spans.getOrDefault(hash, new TreeMap<>());
            List<Gap> gaps = new ArrayList<>();
            Long below = taken.floorKey(near);
            Long above = taken.higherKey(near);
            // What ends where the next begins leaves nothing between the two.
            add(gaps, end(taken, below), above == null ? Long.MAX_VALUE : above);
            while ((below != null || above != null) && gaps.size() < most) {
                if (above != null) {
                    Long next = taken.higherKey(above);
                    add(gaps, end(taken, above), next == null ? Long.MAX_VALUE : next);
                    above = next;
                }
                if (below != null) {
                    Long before = taken.lowerKey(below);
                    add(gaps, end(taken, before), below);
                    below = before;
                }
            }
            return gaps;
        }

        private static long end(TreeMap<Long, Long> taken, Long start) {
            return start == null ? Long.MIN_VALUE : taken.get(start);
        }

        private static void add(List<Gap> gaps, long from, long until) {
            if (from < until) {
                gaps.add(new Gap(from, until));
            }
        }
    }
}
