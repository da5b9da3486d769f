package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Rest;
import dev.understudy.model.Total;
import dev.understudy.model.Total.Function;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** For a table whose rows are added up by their parent: what the siblings before leave of the total, as columns. */
final class RestColumns {
    private final TableContext context;
    private final TableSample child;
    private final EncodedTable owner;

    /** @param owner the parent over the owning link */
    RestColumns(TableContext context, TableSample child, EncodedTable owner) {
        this.context = context;
        this.child = child;
        this.owner = owner;
    }

    /**
     * A column that is worked out.
     *
     * @param share    true if it is the rest divided by the number of siblings that share it; the column before is the rest
     * @param unit     decimals of the total
     * @param factors  decimals of each factor
     * @param besides  decimals of each number beside
     */
    record Of(
            Total total,
            boolean share,
            EncodedColumn column,
            int unit,
            List<Integer> factors,
            List<Integer> besides) {}

    /** Two for each total: the rest, and the share of it. */
    List<Of> all() {
        List<Of> all = new ArrayList<>();
        for (Total total : owner.totals()) {
            if (total.child().equals(child.name()) && total.function() == Function.SUM && isDrawn(total)) {
                EncodedColumn of = owner.columns().get(place(owner, total.column()));
                long[] rest = rest(total, of);
                BitSet missing = new BitSet();
                long[] share = new long[rest.length];
                for (int row = 0; row < rest.length; row++) {
                    int parent = child.owner()[row];
                    missing.set(row, parent < 0 || of.missing().get(parent));
                    share[row] = missing.get(row)
                            ? 0
                            : Rest.share(rest[row], child.siblings()[row] - child.position()[row]);
                }
                all.add(of(total, false, column("<rest of the parent's %s>", total, of, rest, missing)));
                all.add(of(total, true, column("<share of the rest of the parent's %s>", total, of, share, missing)));
            }
        }
        return all;
    }

    private boolean isDrawn(Total total) {
        FillChooser chooser = context.chooser(child.name());
        return total.factors().stream()
                .allMatch(factor -> chooser.withoutCascade(context.table(child.name())
                                .column(factor.column())
                                .orElseThrow())
                        .isEmpty());
    }

    private Of of(Total total, boolean share, EncodedColumn column) {
        return new Of(
                total,
                share,
                column,
                numbered(owner.sample(), total.column()).decimals(),
                total.factors().stream()
                        .map(factor -> numbered(child, factor.column()).decimals())
                        .toList(),
                total.beside().stream()
                        .map(beside -> numbered(owner.sample(), beside.column()).decimals())
                        .toList());
    }

    private EncodedColumn column(String name, Total total, EncodedColumn of, long[] values, BitSet missing) {
        int decimals = ((NumberCodec) of.codec()).decimals();
        return EncodedColumn.numbers(
                name.formatted(total.column()),
                NumberEncoding.fit(values, missing, child.family(), context.k(), false, decimals),
                values,
                missing,
                of.kind());
    }

    /** What is left at each child: of the sum that the children make, should the parent's books be wrong. */
    private long[] rest(Total total, EncodedColumn of) {
        List<NumberedColumn> columns = total.factors().stream()
                .map(factor -> numbered(child, factor.column()))
                .toList();
        int exact = 0;
        for (int f = 0; f < columns.size(); f++) {
            exact += total.factors().get(f).form().decimals(columns.get(f).decimals());
        }
        int unit = numbered(owner.sample(), total.column()).decimals();
        long[] taken = new long[child.rows()];
        for (int row = 0; row < taken.length; row++) {
            long product = 1;
            for (int f = 0; f < columns.size(); f++) {
                NumberedColumn column = columns.get(f);
                product *= column.has(row) ? total.factors().get(f).form().of(column.at(row), column.decimals()) : 0;
            }
            taken[row] = Total.rescaled(product, exact, unit);
        }
        long[] rest = new long[taken.length];
        long after = 0;
        for (int row = taken.length - 1; row >= 0; row--) {
            boolean last = child.position()[row] + 1 == child.siblings()[row];
            after = last ? taken[row] : after + taken[row];
            rest[row] = after;
        }
        return rest;
    }

    private NumberedColumn numbered(TableSample of, String column) {
        return NumberedColumn.of(
                context.table(of.name()).column(column).orElseThrow(), (NumberSample) of.column(column));
    }

    /**
     * How a column is worked out again.
     *
     * @param index its place in the table's cascade
     * @param table the child's table, whose cascade is complete
     */
    static Rest model(Of column, int index, EncodedTable table, EncodedTable owner) {
        Total total = column.total;
        List<Rest.Part> parts = new ArrayList<>();
        for (int f = 0; f < total.factors().size(); f++) {
            Total.Factor factor = total.factors().get(f);
            parts.add(new Rest.Part(place(table, factor.column()), factor.form(), column.factors.get(f)));
        }
        List<Rest.Beside> besides = new ArrayList<>();
        for (int b = 0; b < total.beside().size(); b++) {
            Total.Beside beside = total.beside().get(b);
            besides.add(new Rest.Beside(place(owner, beside.column()), beside.plus(), column.besides.get(b)));
        }
        int whole = column.share ? index - 1 : -1;
        return new Rest(place(owner, total.column()), column.unit, besides, parts, total.eachRound(), whole);
    }

    private static int place(EncodedTable table, String column) {
        for (int c = 0; c < table.columns().size(); c++) {
            if (table.columns().get(c).name().equals(column)) {
                return c;
            }
        }
        throw new IllegalStateException("No column " + column + " is drawn.");
    }
}
