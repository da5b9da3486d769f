package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCells;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Echo;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.Relative;
import dev.understudy.random.Draws;
import java.util.BitSet;

/** Draws one column of a cascade for some rows of a block. Immutable; may serve several threads. */
final class ColumnSampler {
    private static final int RELATIVE_ATTEMPTS = 4;
    /** Cells that are tried until one has a number that will do. */
    private static final long LOWEST = Long.MIN_VALUE;

    private static final long HIGHEST = Long.MAX_VALUE;
    private static final int CELLS = 8;

    /** Part of a difference by which a date may lie beside its cell, to agree with its month. */
    private static final int FAR_SHARE = 6;
    /** Code of no difference, of a number that is its base. */
    private static final int THE_BASE = 1;

    /** Sets the draws of a redrawn row apart from all others. */
    private static final long REDRAWN = 64;

    private final int index;
    private final CascadeColumn column;
    private final Draws codeDraws;
    private final Draws valueDraws;
    private final CellValues cellValues;
    private final ForestDraw forest;
    private final ForestDraw[] relativeForests;
    private final NumberCells[] differences;
    /** Per relative, codes of the column that no difference leads to. */
    private final BitSet[] standing;

    private final ForestDraw[] echoForests;
    private final RestSampler rest;
    /** True if numbers are drawn again that lie outside of the room that their row has. */
    private final boolean isLimited;

    private final NumberCells cells;
    private final CellNeighbours neighbours;

    private final DrawCounts counts;

    /**
     * @param byQuota true for counts, whose histogram is to match at any scale, and for what nothing else tells
     * @param counts  told of all draws
     */
    ColumnSampler(int index, CascadeColumn column, Draws table, boolean byQuota, DrawCounts counts) {
        this.index = index;
        this.counts = counts;
        this.column = column;
        Draws draws = table.at(column.name());
        this.codeDraws = draws.at("code");
        this.valueDraws = draws.at("value");
        this.cellValues = new CellValues(column, draws.at("peak"));
        this.cells = column.codec() instanceof NumberCodec numbers ? new NumberCells(numbers) : null;
        this.neighbours =
                column.codec() instanceof NumberCodec numbers ? CellNeighbours.of(numbers) : CellNeighbours.NONE;
        this.forest = new ForestDraw(column.forest(), byQuota);
        this.relativeForests = column.relatives().stream()
                .map(relative -> new ForestDraw(relative.forest(), byQuota))
                .toArray(ForestDraw[]::new);
        this.differences = column.relatives().stream()
                .map(relative -> new NumberCells(relative.difference()))
                .toArray(NumberCells[]::new);
        this.standing = column.relatives().stream().map(ColumnSampler::standing).toArray(BitSet[]::new);
        this.echoForests = column.echoes().stream()
                .map(echo -> new ForestDraw(echo.forest(), byQuota))
                .toArray(ForestDraw[]::new);
        this.isLimited = Room.isLimited(column) && !Bounds.isMade(column);
        this.rest =
                column.rests().isEmpty() ? null : new RestSampler(column.rests().get(0), index, cells);
    }

    private static BitSet standing(Relative relative) {
        BitSet codes = new BitSet();
        relative.spikes().forEach(codes::set);
        return codes;
    }

    /** True if other columns of the row tell the number, exactly. */
    boolean isWorkedOut() {
        return column.relatives().size() == 1
                && column.relatives().get(0).isExact()
                && column.relatives().get(0).forest().features().isEmpty();
    }

    /** True if a draw looks at siblings before. */
    boolean needsPrevious() {
        return rest != null
                || looksBack(column.forest())
                || column.relatives().stream()
                        .anyMatch(relative -> looksBack(relative.forest()) || relative.looksBack())
                || column.echoes().stream()
                        .anyMatch(
                                echo -> looksBack(echo.forest()) || echo.base().looksBack());
    }

    private static boolean looksBack(Forest forest) {
        return forest.features().stream().anyMatch(Feature::looksBack);
    }

    /** Draws one row anew. @param attempt from 1; another number gives another draw */
    void redraw(Block block, FeatureView view, int row, int attempt) {
        draw(block, view, new int[] {row}, 1, attempt);
    }

    /** Draws some rows anew. @param attempt from 1; another number gives another draw */
    void redraw(Block block, FeatureView view, int[] rows, int attempt) {
        draw(block, view, rows, rows.length, attempt);
    }

    /** @param rows rows to draw; the first n are used. What they depend on has been drawn. */
    void draw(Block block, FeatureView view, int[] rows, int n) {
        draw(block, view, rows, n, 0);
    }

    private void draw(Block block, FeatureView view, int[] rows, int n, int attempt) {
        if (block.codes[index] == null) {
            block.codes[index] = new short[block.rows()];
            block.values[index] = column.codec() instanceof NumberCodec ? new long[block.rows()] : null;
        }
        if (rest != null) {
            rest.work(block, rows, n);
            return;
        }
        int[] left = rows;
        int many = n;
        for (int r = 0; r < relativeForests.length; r++) {
            Relative relative = column.relatives().get(r);
            BaseNumbers base = BaseNumbers.of(relative.base(), view, left, many);
            if (base.areAllThere()) {
                // All rows keep their array, by which the view knows them.
                drawWithin(r, block, view, left, base.numbers(), many, attempt);
                many = 0;
                break;
            }
            int[] without = new int[many];
            int[] with = new int[many];
            long[] numbers = new long[many];
            int withBase = 0;
            int withoutBase = 0;
            for (int i = 0; i < many; i++) {
                if (base.isThere(i)) {
                    numbers[withBase] = base.number(i);
                    with[withBase++] = left[i];
                } else {
                    without[withoutBase++] = left[i];
                }
            }
            drawWithin(r, block, view, with, numbers, withBase, attempt);
            left = withoutBase == many ? left : without;
            many = withoutBase;
        }
        for (int e = 0; e < echoForests.length; e++) {
            Echo echo = column.echoes().get(e);
            int[] without = new int[many];
            int[] with = new int[many];
            int[] base = new int[many];
            int withBase = 0;
            int withoutBase = 0;
            for (int i = 0; i < many; i++) {
                int same = echo.code(view.code(echo.base(), left[i]));
                if (same != Codec.NULL) {
                    base[withBase] = same;
                    with[withBase++] = left[i];
                } else {
                    without[withoutBase++] = left[i];
                }
            }
            int[] same = withBase == many ? left : with;
            drawEcho(echoForests[e], block, view, same, base, withBase, attempt);
            Bounds.keep(column, index, block, view, same, withBase);
            left = withoutBase == many ? left : without;
            many = withoutBase;
        }
        drawAbsolute(block, view, left, many, attempt);
        Bounds.keep(column, index, block, view, left, many);
    }

    private void drawEcho(ForestDraw echo, Block block, FeatureView view, int[] rows, int[] same, int n, int attempt) {
        if (n == 0) {
            return;
        }
        int[] codes = codes(echo, block, view, rows, n, attempt);
        for (int i = 0; i < n; i++) {
            set(block, rows[i], codes[i] == column.codec().codes() ? same[i] : codes[i], attempt);
        }
    }

    private void drawAbsolute(Block block, FeatureView view, int[] rows, int n, int attempt) {
        if (n == 0 || forest.isEmpty()) {
            return;
        }
        int[] codes = codes(forest, block, view, rows, n, attempt);
        // What is told from nothing else may break a bound by chance: it is moved there then, which changes it least.
        Room room = column.spacing() > 0 ? Room.of(column, LOWEST, HIGHEST, block, view, rows, n, null) : null;
        for (int i = 0; i < n; i++) {
            set(block, rows[i], codes[i], attempt);
            for (int other = 1; room != null && other < CELLS && isAbove(block, rows[i], room.highs()[i]); other++) {
                int redraw = attempt + CELLS * other;
                set(block, rows[i], codes(forest, block, view, new int[] {rows[i]}, 1, redraw)[0], redraw);
            }
        }
    }

    private boolean isAbove(Block block, int row, long highest) {
        return block.codes[index][row] != Codec.NULL && block.values[index][row] > highest;
    }

    private void set(Block block, int row, int code, int attempt) {
        block.codes[index][row] = (short) code;
        if (column.codec() instanceof NumberCodec numbers && code != Codec.NULL) {
            boolean spike = numbers.isOneValue(code);
            long value = spike ? numbers.lows()[code - 1] : inside(numbers, code, block.place(row), attempt);
            if (cellValues.areUneven() && !spike) {
                value = uneven(numbers, code, value, block, row, attempt);
            }
            block.values[index][row] = value;
        }
    }

    /** A value of a cell, and of no other in its midst. */
    private long inside(NumberCodec numbers, int code, long place, int attempt) {
        long value = cells.decode(code, unit(valueDraws, place, attempt));
        if (neighbours.holdsOthers()[code - 1]) {
            for (int time = 1; time <= CELLS && cells.encode(value) != code; time++) {
                value = cells.decode(code, valueDraws.at(time).unit(place, attempt));
            }
        }
        return value;
    }

    /** A value of a cell that is not even. @param any value of the cell */
    private long uneven(NumberCodec numbers, int code, long any, Block block, int row, int attempt) {
        // Values of an outermost cell may lie beyond it.
        long low = Math.min(any, numbers.lows()[code - 1]);
        long high = Math.max(any, numbers.highs()[code - 1]);
        long value = cellValues.in(code, any, low, high, block, row, attempt);
        value = value == CalendarFit.NONE ? CalendarFit.atHour(any, column.residues(), block, row) : value;
        if (!neighbours.alone()[code - 1] || value < low || value > high) {
            block.codes[index][row] = (short) cells.encode(value);
        }
        return value;
    }

    private void drawWithin(int which, Block block, FeatureView view, int[] rows, long[] base, int n, int redraw) {
        // Bounds are looked up once where all rows find their room.
        if (n > 0 && !drawRelative(which, block, view, rows, base, n, redraw)) {
            Bounds.keep(column, index, block, view, rows, n);
        }
    }

    /** @return true if all numbers are known to lie within their bounds */
    private boolean drawRelative(int which, Block block, FeatureView view, int[] rows, long[] base, int n, int redraw) {
        Relative relative = column.relatives().get(which);
        ForestDraw drawn = relativeForests[which];
        NumberCodec numbers = (NumberCodec) column.codec();
        // Of a number that others determine, no range is known better than theirs.
        boolean told =
                relative.difference().codes() == 2 && relative.difference().isSpike(1);
        long lowest = numbers.codes() > 1 && !told ? numbers.lowest() : numbers.limitLow();
        long highest = numbers.codes() > 1 && !told ? numbers.highest() : numbers.limitHigh();
        if (relative.isExact() && drawn.onlyCode() == THE_BASE) {
            for (int i = 0; i < n; i++) {
                boolean seen = base[i] >= lowest && base[i] <= highest;
                put(
                        block,
                        rows[i],
                        seen ? base[i] : nearest(which, base[i], THE_BASE, lowest, highest, block, rows[i], redraw));
            }
            return false;
        }
        int[] codes = codes(drawn, block, view, rows, n, redraw);
        Room room = isLimited
                ? Room.of(column, lowest, highest, block, view, rows, n, relative.looksBack() ? base : null)
                : null;
        boolean within = room == null ? column.bounds().isEmpty() : !room.isNarrow();
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            long low = room == null ? lowest : room.lows()[i];
            long high = room == null ? highest : room.highs()[i];
            if (codes[i] == Codec.NULL) {
                block.codes[index][row] = Codec.NULL;
                continue;
            }
            int spike = codes[i] - relative.difference().codes();
            if (spike >= 0) {
                int own = relative.spikes().get(spike);
                block.codes[index][row] = (short) own;
                block.values[index][row] = numbers.decode(own, 0);
                within &= block.values[index][row] >= low && block.values[index][row] <= high;
                continue;
            }
            int code = codes[i];
            long value = CalendarFit.NONE;
            for (int cell = 0; cell < CELLS && value == CalendarFit.NONE; cell++) {
                if (cell > 0) {
                    int other = codes(drawn, block, view, new int[] {row}, 1, redraw + 4 * cell)[0];
                    code = other == Codec.NULL || other >= relative.difference().codes() ? code : other;
                }
                value = inCell(
                        which, base[i], code, low, high, block, row, (int) REDRAWN * redraw + RELATIVE_ATTEMPTS * cell);
            }
            if (value == CalendarFit.NONE) {
                value = nearest(which, base[i], codes[i], low, high, block, row, redraw);
            }
            within &= value >= low && value <= high;
            put(block, row, value);
        }
        return within;
    }

    private void put(Block block, int row, long value) {
        block.codes[index][row] = (short) cells.encode(value);
        block.values[index][row] = value;
    }

    /** A value of a cell of differences; none if the cell lies out of range, or no date of it agrees with its parts. */
    private long inCell(int which, long base, int code, long low, long high, Block block, int row, int attempt) {
        NumberCodec difference = column.relatives().get(which).difference();
        if (difference.isSpike(code)) {
            long value = base + difference.lows()[code - 1];
            return value >= low && value <= high && !stands(which, value) ? value : CalendarFit.NONE;
        }
        for (int time = 0; time < RELATIVE_ATTEMPTS; time++) {
            long value = base + differences[which].decode(code, valueDraws.unit(block.place(row), attempt + time));
            if (value >= low && value <= high && !stands(which, value)) {
                if (!cellValues.areUneven()) {
                    return value;
                }
                long first = Math.min(value, Math.max(low, base + difference.lows()[code - 1]));
                long last = Math.max(value, Math.min(high, base + difference.highs()[code - 1]));
                // Where long times found no date oftener than short ones, others would be drawn, and all come out
                // shorter.
                long far = Math.abs(value - base) / FAR_SHARE;
                return cellValues.in(value, first, last, far, block, row, attempt);
            }
        }
        return CalendarFit.NONE;
    }

    /** True for a value that stands for itself: rows that have it were learned as such, whatever their difference. */
    private boolean stands(int which, long value) {
        return !standing[which].isEmpty() && standing[which].get(cells.encode(value));
    }

    /** Where no cell will do: the first cell's value, brought into range. */
    private long nearest(int which, long base, int code, long low, long high, Block block, int row, int redraw) {
        NumberCodec difference = column.relatives().get(which).difference();
        double u = valueDraws.unit(block.place(row), REDRAWN * redraw);
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

    private static double unit(Draws draws, long place, int attempt) {
        return attempt == 0 ? draws.unit(place) : draws.unit(place, REDRAWN * attempt);
    }

    private int[] codes(ForestDraw forest, Block block, FeatureView view, int[] rows, int n, int attempt) {
        int[] codes = forest.codes(codeDraws, attempt, block, view, rows, n);
        if (attempt == 0) {
            counts.add(forest.forest(), codes);
        }
        return codes;
    }
}
