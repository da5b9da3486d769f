package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.NumberCodec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Numbers that go on from sibling to sibling by an amount that stands beside them, whose sign another column tells: the balance of
 * an account after each payment. What each row adds is a column of its own; the amount is told from it, without its sign, and
 * the balance by adding it to that of the sibling before.
 */
final class RunningBalances {
    private static final int FEWEST_ROWS = 60;
    /** Share of the rows that must go on so; siblings of one moment may stand in any order. */
    private static final double LEAST_SHARE = 0.6;
    /** Share of the rows that must change anything. */
    private static final double LEAST_MOVED = 0.1;

    private static final String CHANGE = "<change of ";

    private final TableSample sample;
    private final int k;

    RunningBalances(TableSample sample, int k) {
        this.sample = sample;
        this.k = k;
    }

    /** @param change what each row adds to the balance; is drawn before the amount, and that before the balance */
    record Found(String balance, String amount, EncodedColumn change) {}

    /** Name of the column that says what each row adds. */
    static String changeName(String balance) {
        return CHANGE + balance + ">";
    }

    /** True for names that {@link #changeName} gives. */
    static boolean isChange(String column) {
        return column.startsWith(CHANGE);
    }

    /** @param numbers columns of the table that are drawn */
    List<Found> among(List<EncodedColumn> numbers) {
        List<Found> found = new ArrayList<>();
        for (EncodedColumn balance : numbers) {
            if (isNumber(balance)) {
                numbers.stream()
                        .filter(amount -> amount != balance && amount.kind().equals(balance.kind()))
                        .filter(amount -> goesOn(balance, amount))
                        .findFirst()
                        .flatMap(amount -> found(balance, amount))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isNumber(EncodedColumn column) {
        return column.isSubtractable()
                && NumberEncoding.isPlainNumber(column.kind())
                && column.codec() instanceof NumberCodec;
    }

    private boolean goesOn(EncodedColumn balance, EncodedColumn amount) {
        int known = 0;
        int same = 0;
        int moved = 0;
        FamilyCount families = new FamilyCount(k);
        for (int row = 1; row < sample.rows(); row++) {
            boolean both = sample.position()[row] > 0
                    && !balance.missing().get(row)
                    && !balance.missing().get(row - 1)
                    && !amount.missing().get(row);
            if (!both) {
                continue;
            }
            known++;
            long change = balance.values()[row] - balance.values()[row - 1];
            if (Math.abs(change) == Math.abs(amount.values()[row])) {
                same++;
                moved += change == 0 ? 0 : 1;
                families.add(sample.family()[row]);
            }
        }
        return same >= FEWEST_ROWS && families.full() && same >= LEAST_SHARE * known && moved >= LEAST_MOVED * known;
    }

    private Optional<Found> found(EncodedColumn balance, EncodedColumn amount) {
        long[] values = new long[sample.rows()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            boolean first = sample.position()[row] == 0;
            boolean known =
                    !balance.missing().get(row) && (first || !balance.missing().get(row - 1));
            missing.set(row, !known);
            values[row] = !known ? 0 : balance.values()[row] - (first ? 0 : balance.values()[row - 1]);
        }
        int decimals = ((NumberCodec) balance.codec()).decimals();
        NumberCodec codec = NumberEncoding.fit(values, missing, sample.family(), k, false, decimals);
        return codec.codes() < 3
                ? Optional.empty()
                : Optional.of(new Found(
                        balance.name(),
                        amount.name(),
                        EncodedColumn.numbers(changeName(balance.name()), codec, values, missing, balance.kind())));
    }
}
