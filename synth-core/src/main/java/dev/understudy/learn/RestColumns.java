package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.FanOut;
import dev.understudy.model.Rest;
import dev.understudy.model.Total;
import dev.understudy.model.Total.Factor;
import dev.understudy.model.Total.Form;
import dev.understudy.model.Total.Function;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * For a table whose rows their parent adds up, or knows the mean of: what the siblings before leave for each that follows,
 * as columns.
 */
final class RestColumns {
    private final TableContext context;
    private final SummaryColumns summaries;
    private final TableSample child;
    private final EncodedTable owner;

    /**
     * @param summaries of the owner and of the child are known
     * @param owner     the parent over the owning link
     */
    RestColumns(TableContext context, SummaryColumns summaries, TableSample child, EncodedTable owner) {
        this.context = context;
        this.summaries = summaries;
        this.child = child;
        this.owner = owner;
    }

    /**
     * A column that is worked out.
     *
     * @param whole          name of the parent's column; empty for runs
     * @param of             what that column says
     * @param factors        what of each child counts towards it
     * @param besides        numbers of the parent that are part of it
     * @param unit           its decimals
     * @param factorDecimals decimals of each factor
     * @param besideDecimals decimals of each number beside
     * @param toTheEnd       see {@link Rest}
     */
    record Of(
            String whole,
            Rest.Of of,
            List<Factor> factors,
            List<Total.Beside> besides,
            boolean eachRound,
            boolean toTheEnd,
            EncodedColumn column,
            int unit,
            List<Integer> factorDecimals,
            List<Integer> besideDecimals) {
        /** True if it says this of the numbers of a column of the cascade. */
        boolean isOf(Rest.Of what, String cascade) {
            return of == what && factors.get(0).column().equals(cascade);
        }

        /** What is told from the last of the siblings. @param cascade the column whose numbers they are */
        static Of last(String whole, Rest.Of of, String cascade, EncodedColumn column, int unit, int decimals) {
            Factor number = new Factor(cascade, Form.VALUE);
            return new Of(
                    whole, of, List.of(number), List.of(), false, true, column, unit, List.of(decimals), List.of());
        }
    }

    /** One for each total, and for each mean. */
    List<Of> all() {
        List<Of> all = new ArrayList<>();
        for (Total total : owner.totals()) {
            if (total.child().equals(child.name()) && total.function() == Function.SUM && isDrawn(total)) {
                all.add(of(total));
            }
        }
        for (String column : child.columns().keySet()) {
            if (child.column(column) instanceof NumberSample numbers) {
                int decimals = numbered(child, column).decimals();
                mean(column, numbers.values(), numbers.missing(), decimals, numbers.decimals())
                        .ifPresent(all::add);
            }
        }
        for (EncodedColumn column : summaries.told(child.name())) {
            if (column.values().length > 0) {
                mean(column.name(), column.values(), column.missing(), 0, 0).ifPresent(all::add);
            }
        }
        return all;
    }

    /**
     * What the mean of those that follow must be, if the parent knows the mean of all.
     *
     * @param decimals of the values
     * @param coarser  decimals beyond which the mean has more
     */
    private Optional<Of> mean(String column, long[] values, BitSet without, int decimals, int coarser) {
        String name = FanOut.meanColumn(child.name(), column);
        if (owner.columns().stream().noneMatch(one -> one.name().equals(name))) {
            return Optional.empty();
        }
        EncodedColumn mean = owner.columns().get(EncodedColumn.place(owner.columns(), name));
        int unit = decimals + ((NumberCodec) mean.codec()).decimals() - coarser;
        BitSet missing = missing(mean);
        boolean toTheEnd = summaries.isSum(name);
        long[] means = new long[child.rows()];
        long past = 0;
        for (int row = 0; row < means.length; row++) {
            if (missing.get(row)) {
                continue;
            }
            long whole = mean.values()[child.owner()[row]];
            past = child.position()[row] == 0 ? 0 : past;
            int among = child.siblings()[row] - child.position()[row];
            means[row] = Rest.share(Rest.Of.MEAN, whole, past, among);
            missing.set(row, !Rest.isTold(toTheEnd, among, child.siblings()[row]));
            past += without.get(row) ? 0 : Total.rescaled(values[row], decimals, unit) - whole;
        }
        return Optional.of(new Of(
                name,
                Rest.Of.MEAN,
                List.of(new Factor(column, Form.VALUE)),
                List.of(),
                false,
                toTheEnd,
                encoded("<mean of what follows of " + column + ">", mean, means, missing),
                unit,
                List.of(decimals),
                List.of()));
    }

    private EncodedColumn encoded(String name, EncodedColumn whole, long[] values, BitSet missing) {
        int decimals = ((NumberCodec) whole.codec()).decimals();
        boolean time = !whole.kind().startsWith("number");
        NumberCodec codec = NumberEncoding.fit(values, missing, child.family(), context.k(), time, decimals);
        return EncodedColumn.numbers(name, codec, values, missing, whole.kind());
    }

    private BitSet missing(EncodedColumn whole) {
        BitSet missing = new BitSet();
        for (int row = 0; row < child.rows(); row++) {
            int parent = child.owner()[row];
            missing.set(row, parent < 0 || whole.missing().get(parent));
        }
        return missing;
    }

    private boolean isDrawn(Total total) {
        FillChooser chooser = context.chooser(child.name());
        return total.factors().stream()
                .allMatch(factor -> chooser.withoutCascade(context.table(child.name())
                                .column(factor.column())
                                .orElseThrow())
                        .isEmpty());
    }

    private Of of(Total total) {
        EncodedColumn whole = owner.columns().get(EncodedColumn.place(owner.columns(), total.column()));
        int unit = numbered(owner.sample(), total.column()).decimals();
        BitSet missing = missing(whole);
        String name = "<rest of the parent's " + total.column() + " for each that follows>";
        return new Of(
                total.column(),
                Rest.Of.TOTAL,
                total.factors(),
                total.beside(),
                total.eachRound(),
                true,
                encoded(name, whole, shares(total, unit, missing), missing),
                unit,
                total.factors().stream()
                        .map(factor -> numbered(child, factor.column()).decimals())
                        .toList(),
                total.beside().stream()
                        .map(beside -> numbered(owner.sample(), beside.column()).decimals())
                        .toList());
    }

    /** What is left at each child for each that follows: of the sum that they make, should the parent's books be wrong. */
    private long[] shares(Total total, int unit, BitSet missing) {
        List<NumberedColumn> columns = total.factors().stream()
                .map(factor -> numbered(child, factor.column()))
                .toList();
        int exact = NumberedColumn.decimals(total.factors(), columns);
        long[] shares = new long[child.rows()];
        long rest = 0;
        for (int row = shares.length - 1; row >= 0; row--) {
            long product = 1;
            for (int f = 0; f < columns.size(); f++) {
                NumberedColumn column = columns.get(f);
                product *= column.has(row) ? total.factors().get(f).form().of(column.at(row), column.decimals()) : 0;
            }
            long taken = Total.rescaled(product, exact, unit);
            int among = child.siblings()[row] - child.position()[row];
            rest = among == 1 ? taken : rest + taken;
            shares[row] = missing.get(row) ? 0 : Rest.share(Rest.Of.TOTAL, rest, 0, among);
        }
        return shares;
    }

    private NumberedColumn numbered(TableSample of, String column) {
        return NumberedColumn.of(
                context.table(of.name()).column(column).orElseThrow(), (NumberSample) of.column(column));
    }

    /**
     * How a column is worked out again.
     *
     * @param table the child's table, whose cascade is complete
     */
    static Rest model(Of column, EncodedTable table, EncodedTable owner) {
        List<Rest.Part> parts = new ArrayList<>();
        for (int f = 0; f < column.factors.size(); f++) {
            Factor factor = column.factors.get(f);
            parts.add(new Rest.Part(
                    EncodedColumn.place(table.columns(), factor.column()),
                    factor.form(),
                    column.factorDecimals.get(f)));
        }
        List<Rest.Beside> besides = new ArrayList<>();
        for (int b = 0; b < column.besides.size(); b++) {
            Total.Beside beside = column.besides.get(b);
            besides.add(new Rest.Beside(
                    EncodedColumn.place(owner.columns(), beside.column()),
                    beside.plus(),
                    column.besideDecimals.get(b)));
        }
        int whole = column.of == Rest.Of.RUN ? -1 : EncodedColumn.place(owner.columns(), column.whole);
        return new Rest(whole, column.of, column.unit, besides, parts, column.eachRound, column.toTheEnd);
    }
}
