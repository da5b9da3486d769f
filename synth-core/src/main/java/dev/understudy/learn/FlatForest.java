package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.Groups;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Forest;
import dev.understudy.model.Relative;
import dev.understudy.model.Rest;
import dev.understudy.model.Tree;
import java.util.List;

/** Distributions that depend on nothing: all codes alike, and some nulls. */
final class FlatForest {
    private static final int UNITS = 32_768;

    private FlatForest() {}

    /**
     * @param first     first code that is drawn besides null
     * @param last      last one; below {@code first} for nulls alone
     * @param nullShare share of nulls, 0 to 1
     */
    static CascadeColumn column(String name, Codec codec, int first, int last, double nullShare) {
        int n = Math.max(0, last - first + 1);
        boolean nulls = nullShare > 0 || n == 0;
        short[] codes = new short[n + (nulls ? 1 : 0)];
        short[] cumulative = new short[codes.length];
        int at = 0;
        double nullUnits = n == 0 ? UNITS : nullShare * UNITS;
        if (nulls) {
            codes[at] = (short) Codec.NULL;
            cumulative[at++] = (short) Math.round(nullUnits);
        }
        for (int i = 0; i < n; i++) {
            codes[at] = (short) (first + i);
            cumulative[at++] = (short) Math.round(nullUnits + (UNITS - nullUnits) * (i + 1) / n);
        }
        Tree leaf = new Tree(
                new int[] {-1},
                new long[] {0},
                new int[] {0},
                new int[] {0},
                new int[] {0, codes.length},
                codes,
                cumulative);
        long[] weights = new long[codec.codes()];
        for (short code : codes) {
            weights[code & 0xFFFF] = 1;
        }
        return new CascadeColumn(name, codec, Groups.of(codec, weights), Forest.unconditional(List.of(leaf)));
    }

    /** A number that others make, exactly; null where one of them is. */
    static CascadeColumn told(String name, NumberCodec codec, Groups groups, Base base) {
        NumberCodec nothing = new NumberCodec(0, 1, 0, new long[] {0}, new long[] {0}, Long.MIN_VALUE, Long.MAX_VALUE);
        Forest always = column(name, nothing, 1, 1, 0).forest();
        Forest never = column(name, nothing, 1, 0, 0).forest();
        return new CascadeColumn(
                name,
                codec,
                groups,
                never,
                List.of(new Relative(base, nothing, List.of(), always)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    /** A number that is worked out from the siblings before. */
    static CascadeColumn rest(String name, NumberCodec codec, Groups groups, Rest rest) {
        Forest none = Forest.EMPTY;
        return new CascadeColumn(
                name, codec, groups, none, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(rest), 0);
    }
}
