package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Bound;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import dev.understudy.model.Relative;
import java.util.BitSet;
import java.util.List;

/** Keeps orders between numbers that no row of the source breaks. */
final class Bounds {
    private static final BitSet NONE = new BitSet();

    private Bounds() {}

    /**
     * Moves numbers that break an order to the bound, or next to it. A number that others of the row make up takes one of
     * them along, so that the sum holds as well; where none can follow, the sum is worth more than the order.
     *
     * @param index place of the column in the cascade
     * @param rows  rows to look at; the first n are used
     */
    static void keep(CascadeColumn column, int index, Block block, FeatureView view, int[] rows, int n) {
        keep(column, index, block, view, rows, n, NONE);
    }

    /** The same. @param fixed places of columns that must not be taken along */
    static void keep(CascadeColumn column, int index, Block block, FeatureView view, int[] rows, int n, BitSet fixed) {
        for (Bound bound : column.bounds()) {
            NumberCodec numbers = (NumberCodec) column.codec();
            boolean made = isMade(column);
            Term partner = made ? partner(column, bound, fixed) : null;
            BaseNumbers limits = BaseNumbers.of(bound.base(), bound.conversion(), view, rows, n);
            for (int i = 0; i < n; i++) {
                int row = rows[i];
                if (block.isNull(index, row) || !limits.isThere(i)) {
                    continue;
                }
                long limit = limits.number(i);
                long value = block.values[index][row];
                if (bound.isBroken(value, limit)) {
                    boolean sum =
                            made && view.hasNumbers(column.relatives().get(0).base(), row);
                    if (sum && partner == null) {
                        continue;
                    }
                    long step = bound.strict() ? numbers.lattice() : 0;
                    long kept = bound.atLeast() ? limit + step : limit - step;
                    block.values[index][row] = kept;
                    block.codes[index][row] = (short) numbers.encode(kept);
                    if (sum) {
                        int other = partner.feature().column();
                        block.values[other][row] += (long) partner.weight() * (kept - value);
                        block.codes[other][row] = (short) view.codec(other).encode(block.values[other][row]);
                    }
                }
            }
        }
    }

    /** True if several other numbers tell the column's own, exactly. */
    static boolean isMade(CascadeColumn column) {
        return column.relatives().size() == 1
                && column.relatives().get(0).isExact()
                && !column.relatives().get(0).base().isPlain();
    }

    /** The last of the row's numbers that the column is a sum of and may change; null if there is none. */
    private static Term partner(CascadeColumn column, Bound bound, BitSet fixed) {
        Relative relative = column.relatives().get(0);
        List<Term> terms = relative.base().terms();
        Term found = null;
        for (Term term : terms) {
            boolean sum = term.isSingle()
                    && Math.abs(term.weight()) == 1
                    && term.conversion() == Conversion.NONE
                    && term.feature().source() == Feature.Source.OWN;
            if (!sum) {
                return null;
            }
            boolean free = !term.feature().equals(bound.base())
                    && !fixed.get(term.feature().column());
            found = free
                            && (found == null
                                    || term.feature().column() > found.feature().column())
                    ? term
                    : found;
        }
        return found;
    }
}
