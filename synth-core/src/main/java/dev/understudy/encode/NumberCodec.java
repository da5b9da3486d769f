package dev.understudy.encode;

import java.util.Arrays;

/**
 * Codes of numbers, dates and times held as longs: 0 for null; every other code is a cell, in order of value. A cell is
 * a spike (one value that at least k families share) or a bin (a range that at least k families share).
 *
 * <p>Arrays are never written after construction.
 *
 * @param decimals      for floating-point columns: value = long / 10^decimals; 0 for all others
 * @param lattice       values of bins are whole multiples of this, plus {@code offset}; at least 1
 * @param offset        0..lattice-1
 * @param lows          lowest value of each cell
 * @param highs         highest value of each cell; equal to the low one for a spike
 * @param lowTail       how values lie below the top of the first cell
 * @param highTail      how values lie above the bottom of the last cell
 * @param limitLow      no value below this is ever drawn
 * @param limitHigh     no value above this is ever drawn
 */
public record NumberCodec(
        int decimals,
        long lattice,
        long offset,
        long[] lows,
        long[] highs,
        Tail lowTail,
        Tail highTail,
        long limitLow,
        long limitHigh)
        implements Codec {

    /** Without tails. */
    public NumberCodec(
            int decimals, long lattice, long offset, long[] lows, long[] highs, long limitLow, long limitHigh) {
        this(decimals, lattice, offset, lows, highs, Tail.NONE, Tail.NONE, limitLow, limitHigh);
    }

    @Override
    public int codes() {
        return lows.length + 1;
    }

    @Override
    public boolean ordered() {
        return true;
    }

    public boolean isSpike(int code) {
        return lows[code - 1] == highs[code - 1];
    }

    /** True if the code stands for one value, and is never drawn as another one. */
    public boolean isOneValue(int code) {
        return isSpike(code) && !(code == 1 && lowTail.isKnown()) && !(code == lows.length && highTail.isKnown());
    }

    /** How many codes are one value each. */
    public int spikes() {
        int spikes = 0;
        for (int code = 1; code < codes(); code++) {
            spikes += isSpike(code) ? 1 : 0;
        }
        return spikes;
    }

    /** True if every value has a code of its own, so that nothing is lost in a code. */
    public boolean isExact() {
        return spikes() == codes() - 1;
    }

    /**
     * Code of a value: its spike, else the bin around it, else the nearest cell. Time O(log cells).
     *
     * @return 1..codes()-1, or {@link #NULL} if the codec has no cells
     */
    public int encode(long value) {
        int at = Arrays.binarySearch(lows, value);
        return encode(value, at >= 0 ? spikeAmongEqualLows(at, value) : -at - 1);
    }

    /** How many values of its lattice a code stands for; 1 for a spike. @param code 1..codes()-1 */
    public double steps(int code) {
        return 1 + ((double) highs[code - 1] - lows[code - 1]) / lattice;
    }

    /** The same for a value of which is known how many cells begin below it. */
    int encode(long value, int below) {
        if (lows.length == 0) {
            return NULL;
        }
        if (below < lows.length && lows[below] == value) {
            return below + 1;
        }
        int before = below - 1;
        for (int i = before; i >= 0; i--) {
            if (lows[i] != highs[i]) {
                return value <= highs[i] || i == lows.length - 1 ? i + 1 : nearer(i, before, value) + 1;
            }
        }
        return nearer(Math.max(before, 0), before, value) + 1;
    }

    /** The same for many values; each different one is looked up once where they lie close together. */
    public short[] encodeAll(long[] values) {
        short[] codes = new short[values.length];
        long low = Arrays.stream(values).min().orElse(0);
        long high = Arrays.stream(values).max().orElse(0);
        boolean close = high - low >= 0 && high - low < values.length;
        // 0 stands for what was not looked up yet, and for null, which no value has unless all have it.
        short[] known = new short[close ? (int) (high - low) + 1 : 0];
        for (int i = 0; i < values.length; i++) {
            int place = close ? (int) (values[i] - low) : -1;
            codes[i] = close && known[place] != 0 ? known[place] : (short) encode(values[i]);
            if (close) {
                known[place] = codes[i];
            }
        }
        return codes;
    }

    /** A spike and a bin may begin at the same value; the spike comes first and wins. */
    private int spikeAmongEqualLows(int at, long value) {
        int first = at;
        while (first > 0 && lows[first - 1] == value) {
            first--;
        }
        return first;
    }

    private int nearer(int candidate, int before, long value) {
        int best = candidate;
        for (int i : new int[] {before, before + 1}) {
            if (i >= 0 && i < lows.length && distance(i, value) < distance(best, value)) {
                best = i;
            }
        }
        return best;
    }

    private double distance(int cell, long value) {
        if (value < lows[cell]) {
            return (double) lows[cell] - value;
        }
        return value > highs[cell] ? (double) value - highs[cell] : 0;
    }

    /**
     * A value of a cell.
     *
     * @param code 1..codes()-1
     * @param u    uniform in [0, 1)
     */
    public long decode(int code, double u) {
        int cell = code - 1;
        long low = lows[cell];
        long high = highs[cell];
        double left = u;
        if (cell == lows.length - 1 && highTail.isKnown()) {
            double distance = highTail.distance(left, lattice);
            if (distance >= 0) {
                return clamp(onLattice((highTail.isWhole() ? low : high) + (long) distance - lattice + 1));
            }
            left = highTail.left(left);
        }
        if (cell == 0 && lowTail.isKnown()) {
            double distance = lowTail.distance(left, lattice);
            if (distance >= 0) {
                return clamp(onLattice((lowTail.isWhole() ? high : low) - (long) distance));
            }
            left = lowTail.left(left);
        }
        if (low == high) {
            return low;
        }
        long first = onLattice(low);
        long steps = Math.max(1, (high - first) / lattice + 1);
        return clamp(first + (long) (left * steps) * lattice);
    }

    /** No value below this is drawn. */
    public long lowest() {
        long first = lowTail.isKnown()
                ? (lowTail.isWhole() ? highs[0] : lows[0]) - (long) lowTail.most()
                : lows.length == 0 ? limitLow : lows[0];
        return Math.max(limitLow, first);
    }

    /** The same, but nothing is drawn beyond two bounds, unless a whole cell lies there. */
    public NumberCodec limited(long low, long high) {
        long first = Arrays.stream(highs).anyMatch(end -> end < low)
                ? Arrays.stream(lows).min().orElseThrow()
                : low;
        long last = Arrays.stream(lows).anyMatch(start -> start > high)
                ? Arrays.stream(highs).max().orElseThrow()
                : high;
        return new NumberCodec(
                decimals,
                lattice,
                offset,
                Arrays.stream(lows).map(start -> Math.max(first, start)).toArray(),
                Arrays.stream(highs).map(end -> Math.min(last, end)).toArray(),
                lowTail,
                highTail,
                Math.max(limitLow, first),
                Math.min(limitHigh, last));
    }

    /** No value above this is drawn. */
    public long highest() {
        long high = lows.length == 0 ? limitHigh : Arrays.stream(highs).max().orElseThrow();
        return Math.min(
                limitHigh,
                highTail.isKnown()
                        ? (highTail.isWhole() ? lows[lows.length - 1] : high) + (long) highTail.most()
                        : high);
    }

    /** The nearest value at or above that lies on the lattice. */
    long onLattice(long value) {
        long past = Math.floorMod(value - offset, lattice);
        return past == 0 ? value : value + (lattice - past);
    }

    private long clamp(long value) {
        return Math.max(limitLow, Math.min(limitHigh, value));
    }
}
