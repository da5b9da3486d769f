package dev.understudy.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What rows have taken of one key. For one thread. */
sealed interface Taken {
    static Taken of(GuardedKey key) {
        return key.hasSpan() ? new Spans() : new Hashes();
    }

    /** True if no row has it. @param from first value of the row's span; @param until the first after it */
    boolean isFree(long hash, long from, long until);

    /** Takes it for a row. @return false, and nothing is taken, if it is not free */
    boolean add(long hash, long from, long until);

    /** Gives back what was taken. */
    void remove(long hash, long from);

    /** Places between the spans of a hash: of each its first value, and the first that is taken. Those nearest to a value first. */
    List<Gap> gaps(long hash, long near, int most);

    /** @param from its first value; @param until the first after it */
    record Gap(long from, long until) {}

    /** Of a key without a span: a value is one row's or none's. */
    final class Hashes implements Taken {
        private final Set<Long> hashes = new HashSet<>();

        @Override
        public boolean isFree(long hash, long from, long until) {
            return !hashes.contains(hash);
        }

        @Override
        public boolean add(long hash, long from, long until) {
            return hashes.add(hash);
        }

        @Override
        public void remove(long hash, long from) {
            hashes.remove(hash);
        }

        @Override
        public List<Gap> gaps(long hash, long near, int most) {
            return List.of();
        }
    }

    /** Of a key with a span: for each value spans that lie apart, by their beginning. */
    final class Spans implements Taken {
        private final Map<Long, TreeMap<Long, Long>> spans = new HashMap<>();

        @Override
        public boolean isFree(long hash, long from, long until) {
            TreeMap<Long, Long> taken = spans.get(hash);
            Map.Entry<Long, Long> before = taken == null ? null : taken.lowerEntry(until);
            return before == null || before.getValue() <= from;
        }

        @Override
        public boolean add(long hash, long from, long until) {
            boolean free = isFree(hash, from, until);
            if (free) {
                spans.computeIfAbsent(hash, key -> new TreeMap<>()).put(from, until);
            }
            return free;
        }

        @Override
        public void remove(long hash, long from) {
            TreeMap<Long, Long> taken = spans.get(hash);
            if (taken != null) {
                taken.remove(from);
            }
        }

        @Override
        public List<Gap> gaps(long hash, long near, int most) {
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
