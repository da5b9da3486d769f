package dev.understudy.encode;

/** Bin edges on round numbers: coarse enough not to be anybody's value, fine enough not to move rows far. */
final class Edges {
    private Edges() {}

    /**
     * @param starts    rank of the first value of each bin, ascending
     * @param lowBound  the lowest value that may be known
     * @param highBound the highest value that may be known
     * @return starts.length + 1 ascending edges; bin b is [edges[b], edges[b + 1])
     */
    static long[] of(SortedNumbers numbers, int[] starts, long lowBound, long highBound, Lattice lattice) {
        int n = starts.length;
        long[] edges = new long[n + 1];
        long first = Math.max(lowBound, numbers.distinct[starts[0]]);
        long last = Math.max(highBound, first);
        edges[0] = roundDown(first, grid(Math.max(1, last - first) / Math.max(n, 2), lattice), lattice);
        for (int b = 1; b < n; b++) {
            long raw = numbers.distinct[starts[b]];
            long next = b + 1 < n ? numbers.distinct[starts[b + 1]] : last;
            long room = Math.min(raw - edges[b - 1], Math.max(next - raw, lattice.step()));
            long rounded = roundDown(raw, grid(room, lattice), lattice);
            edges[b] = rounded > edges[b - 1] ? rounded : Math.max(raw, edges[b - 1] + lattice.step());
        }
        long width = n > 1 ? Math.max(1, edges[n - 1] - edges[n - 2]) : Math.max(1, last - edges[0]);
        long top = last + lattice.step();
        long grid = grid(width, lattice);
        long rounded = roundDown(top, grid, lattice);
        edges[n] = Math.max(rounded < top ? rounded + grid : rounded, edges[n - 1] + lattice.step());
        return edges;
    }

    /** Where a bin ends whose last value has the given rank: rounded up. */
    static long top(SortedNumbers numbers, int rank, long low, Lattice lattice) {
        long last = numbers.distinct[rank];
        long grid = grid(last - low, lattice);
        long rounded = roundDown(last, grid, lattice);
        return rounded < last ? rounded + grid : rounded;
    }

    /** The largest power of ten of lattice steps that is at most a quarter of the room, at least one step. */
    private static long grid(long room, Lattice lattice) {
        long grid = lattice.step();
        while (grid <= room / 40) {
            grid *= 10;
        }
        return grid;
    }

    private static long roundDown(long value, long grid, Lattice lattice) {
        return value - Math.floorMod(value - lattice.offset(), grid);
    }

    /** Rounded to two significant digits. */
    static double twoDigits(double value) {
        if (value <= 0) {
            return 0;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Math.round(value / unit) * unit;
    }
}
