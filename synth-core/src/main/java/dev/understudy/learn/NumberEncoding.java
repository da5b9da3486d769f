package dev.understudy.learn;

import dev.understudy.data.TypeLimits;
import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.NumberCodecs;
import dev.understudy.model.Conversion;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Numbers, dates, times and counts into codes. */
final class NumberEncoding {
    private static final Set<TypeFamily> TIMES =
            EnumSet.of(TypeFamily.DATE, TypeFamily.TIME, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMP_ZONED);

    private static final Set<String> POINTS_IN_TIME =
            Set.of(TypeFamily.TIMESTAMP.name(), TypeFamily.TIMESTAMP_ZONED.name());

    private static final String YEAR = "number year";
    private static final int FIRST_YEAR = 1750;
    private static final int LAST_YEAR = 2150;
    /** Years may be marked as unknown by a number that is none. */
    private static final double MOST_OTHERS = 0.01;

    private static final int MANY_ROWS = 100;

    private NumberEncoding() {}

    static EncodedColumn column(Column column, NumberSample sample, long[] family, int k) {
        boolean time = TIMES.contains(column.type().family());
        long[] calendar = TypeLimits.calendar(column.type());
        NumberCodec codec = fit(sample.values(), sample.missing(), family, k, time, sample.decimals())
                .limited(calendar[0], calendar[1]);
        return EncodedColumn.numbers(column.name(), codec, sample.values(), sample.missing(), kind(column, sample));
    }

    /** Numbers that may be subtracted from each other have the same kind. */
    static String kind(Column column, NumberSample sample) {
        TypeFamily family = column.type().family();
        return switch (family) {
            case BOOLEAN -> "";
            case INTEGER -> isYears(sample) ? YEAR : "number 0 " + sample.decimals();
            case DECIMAL, REAL -> "number " + Math.max(0, column.type().scale()) + " " + sample.decimals();
            default -> family.name();
        };
    }

    /** How a number of kind {@code from} is brought to kind {@code to}; empty if they have nothing to do with each other. */
    static Optional<Conversion> conversion(String from, String to) {
        if (from.equals(to) || POINTS_IN_TIME.contains(from) && POINTS_IN_TIME.contains(to)) {
            return Optional.of(Conversion.NONE);
        }
        if (POINTS_IN_TIME.contains(from) && to.equals(TypeFamily.DATE.name())) {
            return Optional.of(Conversion.MICROS_TO_DAYS);
        }
        if (POINTS_IN_TIME.contains(to) && from.equals(TypeFamily.DATE.name())) {
            return Optional.of(Conversion.DAYS_TO_MICROS);
        }
        return withYears(from, to);
    }

    /** True for kinds that count microseconds since 1970. */
    static boolean isPointInTime(String kind) {
        return POINTS_IN_TIME.contains(kind);
    }

    /** True for kinds that are dates, times of dates, or years. */
    static boolean isMoment(String kind) {
        return isPointInTime(kind) || kind.equals(TypeFamily.DATE.name()) || kind.equals(YEAR);
    }

    /** True for the kind of whole numbers that are years. */
    static boolean isYear(String kind) {
        return kind.equals(YEAR);
    }

    /** True for kinds of numbers that may be added up and multiplied. */
    static boolean isPlainNumber(String kind) {
        return kind.startsWith("number") && !kind.equals(YEAR);
    }

    private static Optional<Conversion> withYears(String from, String to) {
        boolean date = from.equals(TypeFamily.DATE.name()) || to.equals(TypeFamily.DATE.name());
        boolean time = POINTS_IN_TIME.contains(from) || POINTS_IN_TIME.contains(to);
        if (from.equals(YEAR) && (date || time)) {
            return Optional.of(date ? Conversion.YEARS_TO_DAYS : Conversion.YEARS_TO_MICROS);
        }
        return to.equals(YEAR) && (date || time)
                ? Optional.of(date ? Conversion.DAYS_TO_YEARS : Conversion.MICROS_TO_YEARS)
                : Optional.empty();
    }

    /** True for whole numbers that are years, going by their range. */
    static boolean isYears(NumberSample sample) {
        long[] values = sample.values();
        int years = 0;
        int others = 0;
        for (int row = 0; row < values.length; row++) {
            if (!sample.missing().get(row)) {
                boolean year = values[row] >= FIRST_YEAR && values[row] <= LAST_YEAR;
                years += year ? 1 : 0;
                others += year ? 0 : 1;
            }
        }
        return years > 0 && others <= MOST_OTHERS * years;
    }

    /** How many children each row has. Where none of many rows is without, that is no chance. */
    static EncodedColumn counts(String name, int[] counts, long[] family, int k) {
        long[] values = new long[counts.length];
        long least = Long.MAX_VALUE;
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i];
            least = Math.min(least, counts[i]);
        }
        BitSet none = new BitSet();
        NumberCodec codec = fit(values, none, family, k, false, 0);
        boolean all = values.length >= MANY_ROWS && least > 0;
        return EncodedColumn.numbers(name, all ? codec.limited(1, Long.MAX_VALUE) : codec, values, none, "");
    }

    /**
     * A number told of many children, of the same kind as theirs unless it has more decimals.
     *
     * @param finer decimals that it has more than theirs
     */
    static EncodedColumn summary(
            String name,
            Column of,
            NumberSample sample,
            long[] values,
            BitSet missing,
            long[] family,
            int k,
            int finer) {
        NumberCodec codec =
                fit(values, missing, family, k, TIMES.contains(of.type().family()), sample.decimals() + finer);
        String kind = finer > 0 ? "number mean " + finer : kind(of, sample);
        return EncodedColumn.numbers(name, codec, values, missing, kind);
    }

    /** A mean of numbers that are no column of a table. @param finer its decimals beyond theirs */
    static EncodedColumn mean(String name, long[] values, BitSet missing, long[] family, int k, int finer) {
        NumberCodec codec = fit(values, missing, family, k, false, finer);
        return EncodedColumn.numbers(name, codec, values, missing, "number mean " + finer);
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
