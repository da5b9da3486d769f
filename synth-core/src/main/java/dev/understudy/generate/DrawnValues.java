package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCells;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.random.Draws;

/** Gives rows the codes that were drawn for a column, and numbers of these cells. Immutable; serves several threads. */
final class DrawnValues {
    /** Values of a cell that are tried until one is of no other cell in its midst. */
    private static final int TIMES = 8;
    /** Sets the draws of a redrawn row apart from all others. */
    private static final long REDRAWN = 64;

    private final int index;
    private final CascadeColumn column;
    private final NumberCodec numbers;
    private final Draws draws;
    private final CellValues inCells;
    private final NumberCells cells;
    private final CellNeighbours neighbours;

    /** @param index place of the column in the cascade @param draws of the column */
    DrawnValues(int index, CascadeColumn column, Draws draws) {
        this.index = index;
        this.column = column;
        this.draws = draws.at("value");
        this.inCells = new CellValues(column, draws.at("peak"));
        this.numbers = column.codec() instanceof NumberCodec codec ? codec : null;
        this.cells = numbers == null ? null : new NumberCells(numbers);
        this.neighbours = numbers == null ? CellNeighbours.NONE : CellNeighbours.of(numbers);
    }

    /** The cells of the column's numbers; null if it has none. */
    NumberCells cells() {
        return cells;
    }

    CellValues inCells() {
        return inCells;
    }

    /** Makes room for the column in a block. */
    void open(Block block) {
        if (block.codes[index] == null) {
            block.codes[index] = new short[block.rows()];
            block.values[index] = numbers == null ? null : new long[block.rows()];
        }
    }

    /** @param codes of the rows @param attempt 0 for the first draw of a row */
    void set(Block block, SomeRows rows, int[] codes, int attempt) {
        if (numbers == null || inCells.areUneven()) {
            for (int i = 0; i < codes.length; i++) {
                set(block, rows.rows()[i], codes[i], attempt);
            }
            return;
        }
        short[] into = block.codes[index];
        long[] values = block.values[index];
        for (int i = 0; i < codes.length; i++) {
            int row = rows.rows()[i];
            into[row] = (short) codes[i];
            if (codes[i] != Codec.NULL) {
                values[row] = inside(codes[i], block.place(row), attempt);
            }
        }
    }

    /** @param attempt 0 for the first draw of a row */
    void set(Block block, int row, int code, int attempt) {
        block.codes[index][row] = (short) code;
        if (numbers != null && code != Codec.NULL) {
            long value = inside(code, block.place(row), attempt);
            if (inCells.areUneven() && !numbers.isOneValue(code)) {
                value = uneven(code, value, block, row, attempt);
            }
            block.values[index][row] = value;
        }
    }

    /** Sets a number and the code that it has. */
    void put(Block block, int row, long value) {
        block.codes[index][row] = (short) cells.encode(value);
        block.values[index][row] = value;
    }

    void putNull(Block block, int row) {
        block.codes[index][row] = Codec.NULL;
    }

    /** Sets a code that stands for one value. @return the value */
    long putSpike(Block block, int row, int code) {
        block.codes[index][row] = (short) code;
        block.values[index][row] = numbers.decode(code, 0);
        return block.values[index][row];
    }

    /** What a value is drawn by, besides its code. @param attempt another number gives another value */
    double unit(long place, long attempt) {
        return draws.unit(place, attempt);
    }

    /** A value of a cell, and of no other in its midst; of a spike the only one. */
    private long inside(int code, long place, int attempt) {
        long value = cells.decode(code, attempt == 0 ? draws.unit(place) : draws.unit(place, REDRAWN * attempt));
        if (neighbours.holdsOthers()[code - 1]) {
            for (int time = 1; time <= TIMES && cells.encode(value) != code; time++) {
                value = cells.decode(code, draws.at(time).unit(place, attempt));
            }
        }
        return value;
    }

    /** A value of a cell that is not even. @param any value of the cell */
    private long uneven(int code, long any, Block block, int row, int attempt) {
        // Values of an outermost cell may lie beyond it.
        long low = Math.min(any, numbers.lows()[code - 1]);
        long high = Math.max(any, numbers.highs()[code - 1]);
        long value = inCells.in(code, any, low, high, block, row, attempt);
        value = value == CalendarFit.NONE ? CalendarFit.atHour(any, column.residues(), block, row) : value;
        if (!neighbours.alone()[code - 1] || value < low || value > high) {
            block.codes[index][row] = (short) cells.encode(value);
        }
        return value;
    }
}
