package dev.understudy.learn;

import dev.understudy.data.Units;
import dev.understudy.model.Total.Factor;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers or moments of a column as longs.
 *
 * @param decimals value = long / 10^decimals
 */
record NumberedColumn(Column column, NumberSample sample, int decimals) {
    private static final Set<TypeFamily> MOMENTS =
            EnumSet.of(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMP_ZONED);
    private static final Set<TypeFamily> NUMBERS = EnumSet.of(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.REAL);

    static NumberedColumn of(Column column, NumberSample sample) {
        return new NumberedColumn(
                column, sample, Units.of(column.type(), sample.decimals()).decimals());
    }

    /** True if numbers of the column may be added up or compared, without fear that they overflow. */
    static boolean isOne(Column column, ColumnSample sample) {
        TypeFamily family = column.type().family();
        return sample instanceof NumberSample numbers
                && (MOMENTS.contains(family) || NUMBERS.contains(family) && numbers.decimals() >= 0);
    }

    /** Decimals of the product of some numbers. @param columns one per factor */
    static int decimals(List<Factor> factors, List<NumberedColumn> columns) {
        int sum = 0;
        for (int f = 0; f < columns.size(); f++) {
            sum += factors.get(f).form().decimals(columns.get(f).decimals());
        }
        return sum;
    }

    String name() {
        return column.name();
    }

    TypeFamily family() {
        return column.type().family();
    }

    boolean isMoment() {
        return MOMENTS.contains(family());
    }

    boolean isFloating() {
        return family() == TypeFamily.REAL;
    }

    boolean has(int row) {
        return !sample.missing().get(row);
    }

    long at(int row) {
        return sample.values()[row];
    }

    /** True if every number lies in 0 to {@code most}, and one of them is neither. */
    boolean isShare(long most) {
        long limit = (long) Math.pow(10, decimals) * most;
        boolean inside = false;
        for (int row = 0; row < sample.values().length; row++) {
            long value = has(row) ? at(row) : 0;
            if (value < 0 || value > limit) {
                return false;
            }
            inside |= value > 0 && value < limit;
        }
        return inside;
    }
}
