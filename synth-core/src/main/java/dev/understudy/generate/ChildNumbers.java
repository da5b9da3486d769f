package dev.understudy.generate;

import dev.understudy.model.Total;
import java.util.List;

/** What each child gives to a total: a number of its own, or a product of some. */
final class ChildNumbers {
    private final Total total;
    private final Block block;
    private final Cell[] cells;
    private final int[] decimals;
    private final int exact;
    private final int unit;

    /** @param unit decimals of the total */
    ChildNumbers(Total total, GeneratedTable child, Block block, int unit) {
        this.total = total;
        this.block = block;
        this.unit = unit;
        List<Total.Factor> factors = total.factors();
        this.cells = new Cell[factors.size()];
        this.decimals = new int[factors.size()];
        int sum = 0;
        for (int f = 0; f < cells.length; f++) {
            cells[f] = child.cell(child.column(factors.get(f).column()));
            decimals[f] = Totals.decimals(child, factors.get(f).column());
            sum += factors.get(f).form().decimals(decimals[f]);
        }
        this.exact = sum;
    }

    /** Decimals of the numbers. */
    int decimals() {
        return total.eachRound() ? unit : exact;
    }

    /** False if a factor is null, so that the child does not count. */
    boolean isKnown(int row) {
        for (Cell cell : cells) {
            if (cell.isNull(block, row)) {
                return false;
            }
        }
        return true;
    }

    /** One for each child of a count. */
    long of(int row) {
        if (cells.length == 0) {
            return 1;
        }
        long product = 1;
        for (int f = 0; f < cells.length; f++) {
            product *= total.factors().get(f).form().of(cells[f].number(block, row), decimals[f]);
        }
        return total.eachRound() ? Total.rescaled(product, exact, unit) : product;
    }
}
