package dev.understudy.encode;

import java.util.Arrays;

/** The cells of a codec of numbers, laid out for drawing and encoding many values; its answers are those of the codec. Immutable. */
public final class NumberCells {
    /** Values a cell, and in all, up to which the code of each is kept. */
    private static final int VALUES = 16;

    private static final int MOST_VALUES = 1 << 14;
    private static final int CODE = 0xFFFF;

    private final NumberCodec codec;
    /** The codes of values that lie close together, from the first cell on; none of others. */
    private final short[] codes;

    private final long start;
    private final SortedLongs lows;
    /** Per cell, its first value and how many it has; 0 for a cell whose values are not even, or are cut off. */
    private final long[] first;

    private final long[] steps;

    public NumberCells(NumberCodec codec) {
        this.codec = codec;
        this.lows = new SortedLongs(codec.lows());
        int cells = codec.lows().length;
        this.first = new long[cells];
        this.steps = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            boolean tail = cell == cells - 1 && codec.highTail().isKnown()
                    || cell == 0 && codec.lowTail().isKnown();
            lay(cell, tail);
        }
        this.start = cells == 0 ? 0 : codec.lows()[0];
        this.codes = codes(cells);
    }

    private short[] codes(int cells) {
        long most = cells == 0 ? 0 : Arrays.stream(codec.highs()).max().orElseThrow() - start;
        if (cells == 0 || most < 0 || most >= Math.min(VALUES * cells, MOST_VALUES)) {
            return new short[0];
        }
        short[] all = new short[(int) most + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = (short) search(start + i);
        }
        return all;
    }

    private void lay(int cell, boolean tail) {
        long low = codec.lows()[cell];
        long high = codec.highs()[cell];
        boolean spike = low == high;
        long start = spike ? low : codec.onLattice(low);
        long many = spike ? 1 : Math.max(1, (high - start) / codec.lattice() + 1);
        long end = start + (many - 1) * codec.lattice();
        boolean within = start >= codec.limitLow() && end <= codec.limitHigh() && end >= start;
        if (!tail && (spike || within)) {
            first[cell] = start;
            steps[cell] = many;
        }
    }

    /** As {@link NumberCodec#encode}. */
    public int encode(long value) {
        long place = value - start;
        return place >= 0 && place < codes.length ? codes[(int) place] & CODE : search(value);
    }

    private int search(long value) {
        return codec.encode(value, lows.below(value));
    }

    /** As {@link NumberCodec#decode}. */
    public long decode(int code, double u) {
        long many = steps[code - 1];
        return many == 0 ? codec.decode(code, u) : first[code - 1] + (long) (u * many) * codec.lattice();
    }
}
