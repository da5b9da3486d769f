package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCells;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Relative;
import java.util.BitSet;

/** Draws the numbers of a column that are told by their difference from a base. Immutable; serves several threads. */
final class RelativeDraw {
    /** Values of a cell of differences that are tried. */
    private static final int ATTEMPTS = 4;
    /** Cells that are tried until one has a number that will do. */
    private static final int CELLS = 8;

    /** Part of a difference by which a date may lie beside its cell, to agree with its month. */
    private static final int FAR_SHARE = 6;
    /** Code of no difference, of a number that is its base. */
    private static final int THE_BASE = 1;

    /** Sets the draws of a redrawn row apart from all others. */
    private static final int REDRAWN = 64;

    private final CascadeColumn column;
    private final ForestDraw forest;
    private final DrawnValues values;
    private final Relative relative;
    private final NumberCodec difference;
    private final NumberCells differences;
    /** Codes of the column that no difference leads to. */
    private final BitSet standing = new BitSet();

    private final long lowest;
    private final long highest;
    /** True if rows may have room of their own. */
    private final boolean isLimited;

    private final boolean looksBack;

    /** @param forest draws from that of the relative @param values of the column */
    RelativeDraw(CascadeColumn column, Relative relative, ForestDraw forest, DrawnValues values) {
        this.column = column;
        this.forest = forest;
        this.values = values;
        this.relative = relative;
        this.difference = relative.difference();
        this.differences = new NumberCells(difference);
        relative.spikes().forEach(standing::set);
        NumberCodec numbers = (NumberCodec) column.codec();
        // Of a number that others determine, no range is known better than theirs.
        boolean told = difference.codes() == 2 && difference.isSpike(1);
        this.lowest = numbers.codes() > 1 && !told ? numbers.lowest() : numbers.limitLow();
        this.highest = numbers.codes() > 1 && !told ? numbers.highest() : numbers.limitHigh();
        this.isLimited = Room.isLimited(column) && !Bounds.isMade(column);
        this.looksBack = relative.looksBack();
    }

    /**
     * @param base number of the base at each row
     * @return true if all numbers are known to lie within their bounds
     */
    boolean draw(Block block, FeatureView view, SomeRows rows, long[] base, int redraw) {
        if (relative.isExact() && forest.onlyCode() == THE_BASE) {
            for (int i = 0; i < rows.n(); i++) {
                int row = rows.rows()[i];
                boolean seen = base[i] >= lowest && base[i] <= highest;
                values.put(
                        block, row, seen ? base[i] : nearest(base[i], THE_BASE, lowest, highest, block, row, redraw));
            }
            return false;
        }
        int[] codes = forest.codes(block, view, rows, redraw);
        Room room = isLimited
                ? Room.of(column, lowest, highest, block, view, rows.rows(), rows.n(), looksBack ? base : null)
                : null;
        boolean within = room == null ? column.bounds().isEmpty() : !room.isNarrow();
        for (int i = 0; i < codes.length; i++) {
            int row = rows.rows()[i];
            if (codes[i] == Codec.NULL) {
                values.putNull(block, row);
                continue;
            }
            long low = room == null ? lowest : room.lows()[i];
            long high = room == null ? highest : room.highs()[i];
            int spike = codes[i] - difference.codes();
            long value;
            if (spike >= 0) {
                value = values.putSpike(block, row, relative.spikes().get(spike));
            } else {
                value = beside(base[i], codes[i], low, high, block, view, row, redraw);
                values.put(block, row, value);
            }
            within &= value >= low && value <= high;
        }
        return within;
    }

    /** A number in a cell of differences, or in another that will do. */
    private long beside(long base, int first, long low, long high, Block block, FeatureView view, int row, int redraw) {
        int code = first;
        for (int cell = 0; cell < CELLS; cell++) {
            if (cell > 0) {
                int other = forest.code(block, view, row, redraw + 4 * cell);
                code = other == Codec.NULL || other >= difference.codes() ? code : other;
            }
            long value = inCell(base, code, low, high, block, row, REDRAWN * redraw + ATTEMPTS * cell);
            if (value != CalendarFit.NONE) {
                return value;
            }
        }
        return nearest(base, first, low, high, block, row, redraw);
    }

    /** A value of a cell of differences; none if the cell lies out of range, or no date of it agrees with its parts. */
    private long inCell(long base, int code, long low, long high, Block block, int row, int attempt) {
        if (difference.isSpike(code)) {
            long value = base + difference.lows()[code - 1];
            return value >= low && value <= high && !stands(value) ? value : CalendarFit.NONE;
        }
        for (int time = 0; time < ATTEMPTS; time++) {
            long value = base + differences.decode(code, values.unit(block.place(row), attempt + time));
            if (value >= low && value <= high && !stands(value)) {
                if (!values.inCells().areUneven()) {
                    return value;
                }
                long first = Math.min(value, Math.max(low, base + difference.lows()[code - 1]));
                long last = Math.max(value, Math.min(high, base + difference.highs()[code - 1]));
                // Where long times found no date oftener than short ones, others would be drawn, and all come out
                // shorter.
                long far = Math.abs(value - base) / FAR_SHARE;
                return values.inCells().in(value, first, last, far, block, row, attempt);
            }
        }
        return CalendarFit.NONE;
    }

    /** True for a value that stands for itself: rows that have it were learned as such, whatever their difference. */
    private boolean stands(long value) {
        return !standing.isEmpty() && standing.get(values.cells().encode(value));
    }

    /** Where no cell will do: the first cell's value, brought into range. */
    private long nearest(long base, int code, long low, long high, Block block, int row, int redraw) {
        double u = values.unit(block.place(row), (long) REDRAWN * redraw);
        long value = base + difference.decode(code, u);
        if (base + difference.lows()[0] > high && column.residues().isEmpty()) {
            // Whatever is told from both would be wrong if this were cut off.
            return value;
        }
        if (value > high && base <= high && base >= low) {
            // Rather anywhere before the end than all at the end.
            value = base + (long) (u * (high - base));
        }
        return CalendarFit.atHour(Math.max(low, Math.min(high, value)), column.residues(), block, row);
    }
}
