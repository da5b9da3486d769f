package dev.understudy.generate;

import dev.understudy.data.Units;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.Feature;
import dev.understudy.model.Relative;
import dev.understudy.model.Total;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Puts what the children add up to in place of what was drawn for it, and moves what was told from it along: the tax of the
 * total, the total with tax. A row that would break a rule by this keeps what was drawn.
 */
final class Totals {
    private final GeneratedTable table;
    private final Tables tables;
    private final RowRules rules;
    private final BitSet fixed = new BitSet();

    /** @param rules conditions of the table's rows */
    Totals(GeneratedTable table, Tables tables, RowRules rules) {
        this.table = table;
        this.tables = tables;
        this.rules = rules;
        for (Total total : table.model().totals()) {
            fixed.set(place(total.column()));
            total.beside().forEach(beside -> fixed.set(place(beside.column())));
        }
        for (int c = 0; c < table.schema().columns().size(); c++) {
            String name = table.schema().columns().get(c).name();
            boolean key =
                    table.schema().keys().stream().anyMatch(one -> one.columns().contains(name));
            if (key && table.model().fills().get(c) instanceof ColumnFill.Number number) {
                fixed.set(number.column());
            }
        }
    }

    /** Place in the cascade of a column of numbers. */
    private int place(String column) {
        return ((ColumnFill.Number) table.model().fills().get(table.column(column))).column();
    }

    /**
     * @param drawn    rows whose totals were drawn
     * @param children the children of these rows, by their table
     * @param view     how a block of this table is seen
     * @return the same rows with true totals
     */
    Block finished(Block drawn, Function<GeneratedTable, Block> children, Function<Block, FeatureView> view) {
        Block block = drawn.copy();
        BitSet changed = new BitSet();
        for (Total total : table.model().totals()) {
            int column = place(total.column());
            block.own(column);
            changed.set(column);
            GeneratedTable child = tables.get(total.child());
            set(block, column, total, child, children.apply(child));
        }
        follow(drawn, block, changed, view);
        if (rules != RowRules.NONE) {
            takeBack(drawn, block, changed);
        }
        return block;
    }

    private void set(Block block, int column, Total total, GeneratedTable child, Block rows) {
        int unit = decimals(table, total.column());
        long[] made = new long[block.rows()];
        int[] count = new int[block.rows()];
        ChildNumbers numbers = new ChildNumbers(total, child, rows, unit);
        for (int row = 0; row < rows.rows(); row++) {
            int of = rows.ownerRow[row];
            if (numbers.isKnown(row)) {
                made[of] = total.function().with(numbers.of(row), made[of], count[of] == 0);
                count[of]++;
            }
        }
        NumberCodec codec = (NumberCodec) table.model().cascade().get(column).codec();
        for (int row = 0; row < block.rows(); row++) {
            boolean none = count[row] == 0;
            boolean empty = block.isNull(column, row) && !block.isGiven(column, row);
            if (none && total.childless() == Total.Childless.ANY || !none && empty && !total.always()) {
                continue;
            }
            if (none && total.childless() == Total.Childless.NULL) {
                block.codes[column][row] = 0;
                block.give(column, row, false);
                continue;
            }
            long number = total.function() == Total.Function.MEAN && !none
                    ? Total.mean(made[row], count[row], numbers.decimals(), unit)
                    : Total.rescaled(made[row], numbers.decimals(), unit);
            put(block, column, row, number + beside(block, total, row, unit), codec);
        }
    }

    private long beside(Block block, Total total, int row, int unit) {
        long sum = 0;
        for (Total.Beside beside : total.beside()) {
            int own = table.column(beside.column());
            Cell cell = table.cell(own);
            if (!cell.isNull(block, row)) {
                long number = Total.rescaled(cell.number(block, row), decimals(table, beside.column()), unit);
                sum += beside.plus() ? number : -number;
            }
        }
        return sum;
    }

    static int decimals(GeneratedTable table, String column) {
        int at = table.column(column);
        return Units.of(table.schema().columns().get(at).type(), table.cell(at).decimals())
                .decimals();
    }

    private static void put(Block block, int column, int row, long number, NumberCodec codec) {
        int code = codec.encode(number);
        block.values[column][row] = number;
        block.codes[column][row] = (short) code;
        // Of a column in which no value is shared by enough families none has a code.
        block.give(column, row, code == 0);
    }

    /** Numbers told from changed ones by a difference keep the difference. */
    private void follow(Block drawn, Block block, BitSet changed, Function<Block, FeatureView> view) {
        FeatureView before = view.apply(drawn);
        FeatureView after = view.apply(block);
        int[] all = IntStream.range(0, block.rows()).toArray();
        List<CascadeColumn> cascade = table.model().cascade();
        for (int c = 0; c < cascade.size(); c++) {
            CascadeColumn column = cascade.get(c);
            boolean bounded = column.bounds().stream()
                    .anyMatch(bound -> bound.base().source() == Feature.Source.OWN
                            && changed.get(bound.base().column()));
            boolean told = column.relatives().stream().anyMatch(relative -> looksAt(relative, changed));
            if (!drawn.has(c) || fixed.get(c) || !bounded && !told) {
                continue;
            }
            block.own(c);
            changed.set(c);
            boolean made = Bounds.isMade(column);
            for (int row = 0; told && row < block.rows(); row++) {
                move(column, c, row, block, before, after, made);
            }
            if (made) {
                parts(column)
                        .filter(part -> !fixed.get(part) && !changed.get(part))
                        .forEach(part -> {
                            block.own(part);
                            changed.set(part);
                        });
            }
            Bounds.keep(column, c, block, after, all, all.length, fixed);
        }
    }

    private static boolean looksAt(Relative relative, BitSet changed) {
        return relative.base().terms().stream()
                .anyMatch(term -> isOf(term.feature(), changed) || isOf(term.other(), changed));
    }

    private static boolean isOf(Feature feature, BitSet columns) {
        return feature.source() == Feature.Source.OWN && columns.get(feature.column());
    }

    /** The row's own numbers that make up a column. */
    private static IntStream parts(CascadeColumn column) {
        return column.relatives().get(0).base().terms().stream()
                .filter(term -> term.feature().source() == Feature.Source.OWN)
                .mapToInt(term -> term.feature().column());
    }

    /** @param made true for a number that others make up: it may not have been what they say before */
    private static void move(
            CascadeColumn column, int c, int row, Block block, FeatureView before, FeatureView after, boolean made) {
        if (block.isNull(c, row)) {
            return;
        }
        for (Relative relative : column.relatives()) {
            if (before.hasNumbers(relative.base(), row)) {
                if (after.hasNumbers(relative.base(), row)) {
                    long now = number(relative, after, c, row);
                    long moved = block.values[c][row] + now - number(relative, before, c, row);
                    put(block, c, row, made ? now : moved, (NumberCodec) column.codec());
                }
                return;
            }
        }
    }

    private static long number(Relative relative, FeatureView view, int c, int row) {
        return relative.base().number(feature -> view.number(feature, row));
    }

    private void takeBack(Block drawn, Block block, BitSet changed) {
        for (int row = 0; row < block.rows(); row++) {
            if (!rules.accepts(block, row)) {
                for (int c = changed.nextSetBit(0); c >= 0; c = changed.nextSetBit(c + 1)) {
                    block.values[c][row] = drawn.values[c][row];
                    block.codes[c][row] = drawn.codes[c][row];
                    block.give(c, row, drawn.isGiven(c, row));
                }
            }
        }
    }
}
