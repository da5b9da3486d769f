package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Rest;
import dev.understudy.model.Total;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For a table whose rows end when their parent says: how far those that follow must lie apart, and where the last one lies, as
 * columns before the one that orders them. Eight seasons that must fill eight years come one a year; of two that must fill
 * eight the second comes late.
 */
final class SiblingPaces {
    /** Decimals of a pace beyond those of years and days. */
    private static final int FINER = 2;

    private final TableSample child;
    private final EncodedTable owner;
    private final int k;

    /** @param owner the parent over the owning link, or null */
    SiblingPaces(TableSample child, EncodedTable owner, int k) {
        this.child = child;
        this.owner = owner;
        this.k = k;
    }

    /**
     * Adds columns that are worked out, none if the parent does not say when its children end.
     *
     * @param column  the table's column that orders siblings
     * @param cascade name of the cascade's column that holds its numbers
     * @param columns the cascade so far
     * @param rests   those that are worked out child by child, by place
     */
    void addBefore(String column, String cascade, List<EncodedColumn> columns, Map<Integer, RestColumns.Of> rests) {
        for (RestColumns.Of rest : before(column, cascade)) {
            rests.put(columns.size(), rest);
            columns.add(rest.column());
        }
    }

    private List<RestColumns.Of> before(String column, String cascade) {
        if (owner == null || !(child.column(column) instanceof NumberSample numbers)) {
            return List.of();
        }
        return says(FamilySpan.lastName(child.name(), column)).stream()
                .flatMap(last -> Stream.of(
                        of(Rest.Of.PACE, "<pace of " + cascade + ">", last, numbers, cascade),
                        of(Rest.Of.LAST, "<last of " + cascade + ">", last, numbers, cascade)))
                .toList();
    }

    /**
     * What the parent says of the last of its children, known to those that are told it.
     *
     * @param whole  name of the parent's column that says it
     * @param column the table's column whose numbers are told from it
     * @return nothing if the parent has no such column
     */
    Optional<RestColumns.Of> of(Rest.Of of, String name, String whole, String column) {
        NumberSample numbers = (NumberSample) child.column(column);
        return says(whole).map(last -> of(of, name, last, numbers, column));
    }

    private Optional<EncodedColumn> says(String name) {
        return owner.columns().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private RestColumns.Of of(Rest.Of of, String name, EncodedColumn last, NumberSample numbers, String cascade) {
        boolean clock = NumberEncoding.isPointInTime(last.kind());
        int finer = of == Rest.Of.PACE && !clock ? FINER : 0;
        int decimals = numbers.decimals();
        int unit = decimals + finer;
        boolean back = of.looksBack();
        long[] values = new long[child.rows()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            int parent = child.owner()[row];
            boolean told = parent >= 0
                    && Rest.isTold(of, child.position()[row], child.siblings()[row])
                    && !last.missing().get(parent)
                    && (!back || !numbers.missing().get(row - 1));
            missing.set(row, !told);
            if (told) {
                values[row] = Rest.share(
                        of,
                        Total.rescaled(last.values()[parent], decimals, unit),
                        back ? Total.rescaled(numbers.values()[row - 1], decimals, unit) : 0,
                        child.siblings()[row] - child.position()[row]);
            }
        }
        boolean time = !last.kind().startsWith("number");
        NumberCodec codec = NumberEncoding.fit(values, missing, child.family(), k, time && finer == 0, unit);
        String kind = of == Rest.Of.PACE ? "" : last.kind();
        return RestColumns.Of.last(
                last.name(), of, cascade, EncodedColumn.numbers(name, codec, values, missing, kind), unit, decimals);
    }
}
