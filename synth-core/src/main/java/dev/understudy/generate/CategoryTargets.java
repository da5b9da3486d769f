package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.RowCodec;
import dev.understudy.random.Draws;
import dev.understudy.random.Permutation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Targets of a link whose target rows are categories: a code of the cascade stands for a row. Immutable. */
final class CategoryTargets {
    /** Rows that are drawn before the next one with a key is taken. */
    private static final int DRAWN = 4;

    private final Reference reference;
    private final int column;
    private final RowCodec codec;
    private final Draws draws;
    /** Rows that have no code, in an order that nothing of theirs decides. */
    private final int[] others;

    /**
     * @param reference whose targets are all there
     * @param column    of the child's cascade
     */
    CategoryTargets(Reference reference, int column, GeneratedTable child, Draws draws) {
        this.reference = reference;
        this.column = column;
        this.codec = (RowCodec) child.model().cascade().get(column).codec();
        this.draws = draws;
        this.others = others();
    }

    /** The row of a row's code, or one without a code of its own; -1 if there is none. @param attempt 0 for the first */
    long target(Block block, int row, long attempt) {
        long rows = reference.target().rows();
        if (rows == 0) {
            return -1;
        }
        int code = block.code(column, row);
        if (code != Codec.NULL
                && code != codec.rare()
                && attempt == 0
                && reference.isPointable(codec.rows()[code - 1] % rows)) {
            return codec.rows()[code - 1] % rows;
        }
        if (code == codec.rare() && attempt == 0 && others.length > 0) {
            return others[codec.place(others.length, draws.at("other").unit(block.place(row)))];
        }
        long drawn = 0;
        for (int i = 0; i < DRAWN; i++) {
            drawn = draws.below((int) Math.min(Integer.MAX_VALUE, rows), block.place(row), 8 * attempt + i);
            if (reference.isPointable(drawn)) {
                break;
            }
        }
        return reference.isPointable(drawn) ? drawn : nextPointable(drawn);
    }

    private long nextPointable(long row) {
        long rows = reference.target().rows();
        for (long i = 1; i < rows; i++) {
            if (reference.isPointable((row + i) % rows)) {
                return (row + i) % rows;
            }
        }
        return -1;
    }

    private int[] others() {
        int rows = (int) Math.min(Integer.MAX_VALUE, reference.target().rows());
        BitSet named = new BitSet();
        Arrays.stream(codec.rows()).map(row -> row % Math.max(1, rows)).forEach(named::set);
        int[] open = IntStream.range(0, rows)
                .filter(row -> !named.get(row) && reference.isPointable(row))
                .toArray();
        Permutation order = new Permutation(draws.at("others"), Math.max(1, open.length));
        return IntStream.range(0, open.length)
                .map(place -> open[(int) order.at(place)])
                .toArray();
    }
}
