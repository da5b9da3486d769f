package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Rest;
import dev.understudy.model.Total;
import dev.understudy.model.Total.Factor;
import dev.understudy.model.Total.Form;
import dev.understudy.model.Total.Function;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * For a table whose rows their parent adds up, or knows the mean of: what the siblings before leave for each that follows,
 * as columns.
 */
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
     * @param whole   name of the parent's column
     * @param unit    its decimals
     * @param factors decimals of each factor of the total
     * @param besides decimals of each number beside
     */
    record Of(
            String whole,
            boolean isMean,
            Total total,
            EncodedColumn column,
            int unit,
            List<Integer> factors,
            List<Integer> besides) {}

    /** One for each total, and for each mean. */
    List<Of> all() {
        List<Of> all = new ArrayList<>();
        for (Total total : owner.totals()) {
            if (total.child().equals(child.name()) && total.function() == Function.SUM && isDrawn(total)) {
                all.add(of(
                        total,
                        total.column(),
                        false,
                        numbered(owner.sample(), total.column()).decimals()));
            }
        }
        for (String column : child.columns().keySet()) {
            String mean = FamilySummaries.meanName(child.name(), column);
            if (owner.columns().stream().anyMatch(one -> one.name().equals(mean))) {
                Total total = new Total(
                        mean,
                        child.name(),
                        Function.MEAN,
                        List.of(new Factor(column, Form.VALUE)),
                        false,
                        List.of(),
                        Total.Childless.ANY,
                        false);
                int finer = FamilySummaries.moreDecimals((NumberSample) child.column(column));
                all.add(of(total, mean, true, numbered(child, column).decimals() + finer));
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

    private Of of(Total total, String whole, boolean isMean, int unit) {
        EncodedColumn of = owner.columns().get(place(owner, whole));
        List<Integer> factors = total.factors().stream()
                .map(factor -> numbered(child, factor.column()).decimals())
                .toList();
        List<Integer> besides = total.beside().stream()
                .map(beside -> numbered(owner.sample(), beside.column()).decimals())
                .toList();
        BitSet missing = new BitSet();
        for (int row = 0; row < child.rows(); row++) {
            int parent = child.owner()[row];
            missing.set(row, parent < 0 || of.missing().get(parent));
        }
        long[] shares = isMean ? means(total, of, unit, missing) : shares(total, unit, missing);
        int decimals = ((NumberCodec) of.codec()).decimals();
        NumberCodec codec = NumberEncoding.fit(shares, missing, child.family(), context.k(), isTime(of), decimals);
        String name = isMean
                ? "<mean of what follows of " + total.factors().get(0).column() + ">"
                : "<rest of the parent's " + whole + " for each that follows>";
        return new Of(
                whole,
                isMean,
                total,
                EncodedColumn.numbers(name, codec, shares, missing, of.kind()),
                unit,
                factors,
                besides);
    }

    private static boolean isTime(EncodedColumn column) {
        return !column.kind().startsWith("number");
    }

    /** What is left at each child for each that follows: of the sum that they make, should the parent's books be wrong. */
    private long[] shares(Total total, int unit, BitSet missing) {
        List<NumberedColumn> columns = total.factors().stream()
                .map(factor -> numbered(child, factor.column()))
                .toList();
        int exact = 0;
        for (int f = 0; f < columns.size(); f++) {
            exact += total.factors().get(f).form().decimals(columns.get(f).decimals());
        }
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
            shares[row] = missing.get(row) ? 0 : Rest.share(false, rest, 0, among);
        }
        return shares;
    }

    private long[] means(Total total, EncodedColumn mean, int unit, BitSet missing) {
        NumberedColumn column = numbered(child, total.factors().get(0).column());
        long[] means = new long[child.rows()];
        long past = 0;
        for (int row = 0; row < means.length; row++) {
            if (missing.get(row)) {
                continue;
            }
            long whole = mean.values()[child.owner()[row]];
            past = child.position()[row] == 0 ? 0 : past;
            means[row] = Rest.share(true, whole, past, child.siblings()[row] - child.position()[row]);
            past += column.has(row) ? Total.rescaled(column.at(row), column.decimals(), unit) - whole : 0;
        }
        return means;
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
        Total total = column.total;
        List<Rest.Part> parts = new ArrayList<>();
        for (int f = 0; f < total.factors().size(); f++) {
            Factor factor = total.factors().get(f);
            parts.add(new Rest.Part(place(table, factor.column()), factor.form(), column.factors.get(f)));
        }
        List<Rest.Beside> besides = new ArrayList<>();
        for (int b = 0; b < total.beside().size(); b++) {
            Total.Beside beside = total.beside().get(b);
            besides.add(new Rest.Beside(place(owner, beside.column()), beside.plus(), column.besides.get(b)));
        }
        int whole = place(owner, column.whole);
        return new Rest(whole, column.isMean, column.unit, besides, parts, total.eachRound());
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
