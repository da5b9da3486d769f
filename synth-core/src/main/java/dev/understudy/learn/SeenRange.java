package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import java.util.HashSet;
import java.util.Set;

/**
 * The part of a target's numbers that children point at: teams are of any year, but salaries are told of some decades. The codes
 * stay those of the target.
 */
final class SeenRange {
    private SeenRange() {}

    /**
     * The same cells, with limits to what is drawn: cells below and above which fewer than k families point lie outside.
     *
     * @param codes  by row; 0 for none
     * @param family by row
     */
    static NumberCodec of(NumberCodec codec, short[] codes, long[] family, int k) {
        int[] starts = new int[codec.codes() + 1];
        int[] rows = byCode(codes, starts);
        int low = end(starts, rows, family, k, true);
        int high = end(starts, rows, family, k, false);
        if (low < 0 || high < low) {
            return codec;
        }
        return new NumberCodec(
                codec.decimals(),
                codec.lattice(),
                codec.offset(),
                codec.lows(),
                codec.highs(),
                codec.lowTail(),
                codec.highTail(),
                low == 1 ? codec.limitLow() : Math.max(codec.limitLow(), codec.lows()[low - 1]),
                high == codec.codes() - 1 ? codec.limitHigh() : Math.min(codec.limitHigh(), codec.highs()[high - 1]));
    }

    /** Rows in the order of their codes. @param starts is filled in: where each code begins. Time O(rows + codes) */
    private static int[] byCode(short[] codes, int[] starts) {
        for (short code : codes) {
            starts[(code & 0xFFFF) + 1]++;
        }
        for (int code = 1; code < starts.length; code++) {
            starts[code] += starts[code - 1];
        }
        int[] next = starts.clone();
        int[] rows = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            rows[next[codes[row] & 0xFFFF]++] = row;
        }
        return rows;
    }

    /** The code at which k families are reached from one end; -1 if there are fewer. */
    private static int end(int[] starts, int[] rows, long[] family, int k, boolean fromBelow) {
        int size = starts.length - 1;
        Set<Long> families = new HashSet<>();
        for (int i = 1; i < size; i++) {
            int code = fromBelow ? i : size - i;
            for (int at = starts[code]; at < starts[code + 1] && families.size() < k; at++) {
                families.add(family[rows[at]]);
            }
            if (families.size() >= k) {
                return code;
            }
        }
        return -1;
    }
}
