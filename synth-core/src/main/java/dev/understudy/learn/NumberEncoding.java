package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.NumberCodecs;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/** Numbers, dates, times and counts into codes. */
final class NumberEncoding {
    private static final Set<TypeFamily> TIMES =
            EnumSet.of(TypeFamily.DATE, TypeFamily.TIME, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMP_ZONED);

    private NumberEncoding() {}

    static EncodedColumn column(Column column, NumberSample sample, long[] family, int k) {
        boolean time = TIMES.contains(column.type().family());
        NumberCodec codec = fit(sample.values(), sample.missing(), family, k, time, sample.decimals());
        return EncodedColumn.numbers(column.name(), codec, sample.values(), sample.missing(), kind(column, sample));
    }

    /** Numbers that may be subtracted from each other have the same kind. */
    private static String kind(Column column, NumberSample sample) {
        TypeFamily family = column.type().family();
        return switch (family) {
            case BOOLEAN -> "";
            case INTEGER, DECIMAL, REAL -> "number " + Math.max(0, column.type().scale()) + " " + sample.decimals();
            default -> family.name();
        };
    }

    static EncodedColumn counts(String name, int[] counts, long[] family, int k) {
        long[] values = new long[counts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i];
        }
        BitSet none = new BitSet();
        return EncodedColumn.numbers(name, fit(values, none, family, k, false, 0), values, none, "");
    }

    static NumberCodec fit(long[] values, BitSet missing, long[] family, int k, boolean time, int decimals) {
        int n = 0;
        long[] present = new long[values.length];
        long[] families = new long[values.length];
        for (int row = 0; row < values.length; row++) {
            if (!missing.get(row)) {
                present[n] = values[row];
                families[n++] = family[row];
            }
        }
        return NumberCodecs.fit(present, families, n, k, time, decimals);
    }
}
