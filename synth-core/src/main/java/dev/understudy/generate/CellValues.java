package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.Peaks;
import dev.understudy.encode.SortedLongs;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Residue;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses a value inside a cell as the whole column has them: one that stands out there, or any. */
final class CellValues {
    /** How many days of a year, a month and a week have a part. */
    private static final double[] SHARE = {30.0 / 365, 1.0 / 30, 1.0 / 7, 1};

    private static final Peaks NONE = new Peaks(new long[0], new double[] {0}, new long[0], new long[0], new double[0]);

    private static final int ANY = Integer.MIN_VALUE;
    private static final double DAY_MICROS = 86_400_000_000.0;

    private final Peaks peaks;
    private final SortedLongs values;
    private final SortedLongs bins;
    private final Around[] cells;
    private final List<Residue> residues;
    private final int[] columns;
    private final byte[][] parts;
    private final Draws draws;

    /** What stands out between two values: which of some, the places of the first and the end, and the weight of what does not. */
    private record Around(Peaks peaks, int from, int to, double rest) {}

    CellValues(CascadeColumn column, Draws draws) {
        this.peaks = column.peaks().isEmpty() ? NONE : column.peaks().get(0);
        this.residues = column.residues();
        this.values = new SortedLongs(peaks.values());
        this.bins = new SortedLongs(peaks.lows());
        this.cells = column.codec() instanceof NumberCodec numbers && peaks != NONE ? cells(numbers) : new Around[0];
        this.draws = draws;
        this.columns = residues.stream().mapToInt(Residue::column).toArray();
        this.parts = new byte[residues.size()][peaks.values().length];
        for (int r = 0; r < parts.length; r++) {
            for (int i = 0; i < parts[r].length; i++) {
                parts[r][i] = (byte) residues.get(r)
                        .kind()
                        .of(peaks.values()[i], residues.get(r).micros());
            }
        }
    }

    private Around[] cells(NumberCodec numbers) {
        Around[] cells = new Around[numbers.lows().length];
        Arrays.setAll(cells, cell -> {
            Around all = around(numbers.lows()[cell], numbers.highs()[cell]);
            return residues.isEmpty() ? ofCell(numbers, cell + 1, all) : all;
        });
        return cells;
    }

    /** Without values in the midst of a cell that have cells of their own. */
    private static Around ofCell(NumberCodec numbers, int code, Around all) {
        int[] own = IntStream.range(all.from, all.to)
                .filter(place -> numbers.isSpike(code)
                        || !numbers.isSpike(numbers.encode(all.peaks.values()[place])))
                .toArray();
        if (own.length == all.to - all.from) {
            return all;
        }
        double[] upTo = new double[own.length + 1];
        for (int i = 0; i < own.length; i++) {
            upTo[i + 1] = upTo[i] + all.peaks.weight(own[i]);
        }
        long[] values =
                Arrays.stream(own).mapToLong(place -> all.peaks.values()[place]).toArray();
        Peaks few = new Peaks(values, upTo, all.peaks.lows(), all.peaks.highs(), all.peaks.rest());
        return new Around(few, 0, own.length, all.rest);
    }

    private Around around(long low, long high) {
        int from = values.below(low);
        int to = values.upTo(high);
        return new Around(peaks, from, to, from >= to ? 0 : peaks.rest(Math.max(0, bins.upTo(low) - 1), low, high));
    }

    /** False if any value of a cell is as good as another. */
    boolean areUneven() {
        return peaks != NONE || !residues.isEmpty();
    }

    /**
     * A value of a cell as the column has them there.
     *
     * @param code of the cell
     * @param any  value of the cell, evenly drawn
     * @return {@link CalendarFit#NONE} if no date of the cell agrees with the parts drawn before
     */
    long in(int code, long any, long low, long high, Block block, int row, int attempt) {
        long chosen = peaks == NONE ? any : choose(cells[code - 1], any, low, high, block, row, attempt);
        return fit(chosen, any, low, high, 0, block, row);
    }

    /** The same for a cell of another codec. @param far how far beside it a date may lie at any rate */
    long in(long any, long low, long high, long far, Block block, int row, int attempt) {
        long chosen = peaks == NONE ? any : choose(around(low, high), any, low, high, block, row, attempt);
        return fit(chosen, any, low, high, far, block, row);
    }

    private long fit(long chosen, long any, long low, long high, long far, Block block, int row) {
        return chosen != any || residues.isEmpty()
                ? chosen
                : CalendarFit.fit(any, low, high, far, residues, block, row);
    }

    /**
     * @param any value of the cell, evenly drawn
     * @return a value that stands out and agrees with the parts of the date drawn before, or {@code any}
     */
    private long choose(Around around, long any, long low, long high, Block block, int row, int attempt) {
        int from = around.from;
        int to = around.to;
        if (from >= to) {
            return any;
        }
        double u = draws.unit(block.place(row), attempt);
        double rest = around.rest;
        double share = 1;
        boolean told = false;
        for (Residue residue : residues) {
            if (!block.isNull(residue.column(), row)) {
                told = true;
                share *= share(residue, low, high);
            }
        }
        if (!told) {
            double weight = around.peaks.weight(from, to);
            double at = u * (weight + rest);
            return at < weight ? around.peaks.pick(from, to, at / weight) : any;
        }
        int[] wanted = wanted(block, row);
        double weight = 0;
        for (int i = from; i < to; i++) {
            weight += agrees(i, wanted) ? peaks.weight(i) : 0;
        }
        double left = u * (weight + share * rest);
        for (int i = from; i < to && left < weight; i++) {
            if (agrees(i, wanted)) {
                left -= peaks.weight(i);
                if (left < 0) {
                    return peaks.values()[i];
                }
            }
        }
        return any;
    }

    /** Per residue, the part of the date that the row was given; {@link #ANY} if it was given none. */
    private int[] wanted(Block block, int row) {
        int[] wanted = new int[columns.length];
        for (int r = 0; r < wanted.length; r++) {
            wanted[r] = block.isNull(columns[r], row) ? ANY : (int) block.values[columns[r]][row];
        }
        return wanted;
    }

    private static double share(Residue residue, long low, long high) {
        double days = 1 + ((double) high - low) / (residue.micros() ? DAY_MICROS : 1);
        double of = SHARE[residue.kind().ordinal()];
        return residue.kind() == Residue.Kind.MONTH ? Math.min(1, Math.max(of, 30 / days)) : of;
    }

    private boolean agrees(int place, int[] wanted) {
        for (int r = 0; r < wanted.length; r++) {
            if (wanted[r] != ANY && wanted[r] != parts[r][place]) {
                return false;
            }
        }
        return true;
    }
}
