package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;

/**
 * How the cells of a codec of numbers lie to each other. Arrays are never written after construction.
 *
 * @param alone       per cell, whether no other cell begins within it, so that its values have its code
 * @param holdsOthers per cell, whether others lie in its midst
 */
record CellNeighbours(boolean[] alone, boolean[] holdsOthers) {
    static final CellNeighbours NONE = new CellNeighbours(new boolean[0], new boolean[0]);

    static CellNeighbours of(NumberCodec numbers) {
        int cells = numbers.lows().length;
        boolean[] alone = new boolean[cells];
        boolean[] holdsOthers = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            long low = numbers.lows()[cell];
            long high = numbers.highs()[cell];
            boolean before = cell > 0 && numbers.lows()[cell - 1] == low;
            boolean after = cell + 1 < cells && numbers.lows()[cell + 1] <= high;
            alone[cell] = low < high && !before && !after;
            holdsOthers[cell] = low < high && after;
        }
        return new CellNeighbours(alone, holdsOthers);
    }
}
