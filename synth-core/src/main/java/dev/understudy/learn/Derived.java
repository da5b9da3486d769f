package dev.understudy.learn;

import dev.understudy.model.Conversion;
import dev.understudy.model.Residue;
import dev.understudy.schema.TypeFamily;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which numbers of a row are told from others, and are drawn after them: products and quotients, because a quotient of drawn
 * numbers is right where a number that must divide another is not; dates, after their years and months; of two moments the
 * later.
 *
 * <p>All relations are looked at from every side; of three numbers that make each other the one with most different values
 * is the derived one. Time O(numbers³ × rows), over at most 24 numbers and 500 rows.
 */
final class Derived {
    private static final int ROWS = 500;
    private static final int FEWEST_ROWS = 100;
    private static final int MOST_NUMBERS = 24;
    /** Of what the two leave of the variation, at most this. */
    private static final double LEFT = 0.002;
    /** Each by itself leaves at least this. */
    private static final double LEFT_ALONE = 0.02;

    /** Share of the rows in which a number must be a date's part. */
    private static final double SAID = 0.9;

    private final List<EncodedColumn> columns;
    private final double[][] values;
    private final long[] distinct;

    private Derived(List<EncodedColumn> columns) {
        this.columns = columns;
        int rows = columns.isEmpty() ? 0 : columns.get(0).codes().length;
        int n = Math.min(ROWS, rows);
        values = new double[columns.size()][];
        distinct = new long[columns.size()];
        int numbers = 0;
        for (int c = 0; c < values.length; c++) {
            EncodedColumn column = columns.get(c);
            if (column.isSubtractable() && NumberEncoding.isPlainNumber(column.kind()) && numbers < MOST_NUMBERS) {
                numbers++;
                values[c] = IntStream.range(0, n)
                        .map(i -> (int) ((long) i * rows / n))
                        .mapToDouble(row -> column.missing().get(row) ? Double.NaN : column.values()[row])
                        .toArray();
                distinct[c] = Arrays.stream(values[c]).distinct().count();
            }
        }
    }

    /** For each column those that it is made of; empty for others. */
    static BitSet[] of(List<EncodedColumn> columns) {
        Derived search = new Derived(columns);
        BitSet[] parts = new BitSet[columns.size()];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = search.partsOf(c);
        }
        return parts;
    }

    private BitSet partsOf(int of) {
        BitSet parts = dateParts(of);
        parts.or(earlier(of));
        for (int a = 0; a < values.length && values[of] != null; a++) {
            for (int b = 0; b < values.length; b++) {
                if (canBePart(a, of)
                        && canBePart(b, of)
                        && a != b
                        && (a < b && isMade(of, a, b, true) || isMade(of, a, b, false))) {
                    parts.set(a);
                    parts.set(b);
                }
            }
        }
        return parts;
    }

    /** Moments that are never later than one: what comes first is drawn first. */
    private BitSet earlier(int of) {
        BitSet earlier = new BitSet();
        EncodedColumn column = columns.get(of);
        for (int c = 0; c < columns.size() && NumberEncoding.isMoment(column.kind()); c++) {
            EncodedColumn other = columns.get(c);
            if (c != of && NumberEncoding.isMoment(other.kind())) {
                Optional<Conversion> conversion = NumberEncoding.conversion(other.kind(), column.kind());
                earlier.set(c, conversion.isPresent() && isEarlier(other, column, conversion.get()));
            }
        }
        return earlier;
    }

    private static boolean isEarlier(EncodedColumn first, EncodedColumn second, Conversion conversion) {
        int rows = first.codes().length;
        int before = 0;
        for (int i = 0; i < Math.min(ROWS, rows); i++) {
            int row = (int) ((long) i * rows / Math.min(ROWS, rows));
            if (!first.missing().get(row) && !second.missing().get(row)) {
                long one = conversion.apply(first.values()[row]);
                long other = second.values()[row];
                if (one > other) {
                    return false;
                }
                before += one < other ? 1 : 0;
            }
        }
        return before >= FEWEST_ROWS;
    }

    /** Years, months and days that stand beside a date which they are of. */
    private BitSet dateParts(int of) {
        BitSet parts = new BitSet();
        String kind = columns.get(of).kind();
        boolean day = kind.equals(TypeFamily.DATE.name());
        for (int c = 0; c < columns.size() && (day || NumberEncoding.isPointInTime(kind)); c++) {
            EncodedColumn other = columns.get(c);
            if (other.isSubtractable() && other.kind().startsWith("number")) {
                parts.set(c, isPart(columns.get(of), other, !day));
            }
        }
        return parts;
    }

    private static boolean isPart(EncodedColumn date, EncodedColumn other, boolean micros) {
        Conversion toYear = micros ? Conversion.MICROS_TO_YEARS : Conversion.DAYS_TO_YEARS;
        Residue.Kind[] kinds = Residue.Kind.values();
        int[] same = new int[kinds.length + 1];
        int both = 0;
        int rows = date.codes().length;
        for (int i = 0; i < Math.min(ROWS, rows); i++) {
            int row = (int) ((long) i * rows / Math.min(ROWS, rows));
            if (!date.missing().get(row) && !other.missing().get(row)) {
                both++;
                long part = other.values()[row];
                same[kinds.length] += toYear.apply(date.values()[row]) == part ? 1 : 0;
                for (Residue.Kind kind : kinds) {
                    same[kind.ordinal()] += kind.of(date.values()[row], micros) == part ? 1 : 0;
                }
            }
        }
        return both >= FEWEST_ROWS && Arrays.stream(same).max().orElse(0) >= SAID * both;
    }

    private boolean canBePart(int part, int of) {
        return part != of && values[part] != null && distinct[part] < distinct[of];
    }

    private boolean isMade(int of, int a, int b, boolean times) {
        double[] made = new double[values[of].length];
        for (int i = 0; i < made.length; i++) {
            made[i] =
                    times ? values[a][i] * values[b][i] : values[b][i] == 0 ? Double.NaN : values[a][i] / values[b][i];
        }
        return left(values[of], made) < LEFT
                && left(values[of], values[a]) > LEFT_ALONE
                && left(values[of], values[b]) > LEFT_ALONE;
    }

    /** Share of the variation of a number that a line through another leaves; 1 where too few rows have both. */
    private static double left(double[] goal, double[] by) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < goal.length; i++) {
            double both = goal[i] + by[i];
            if (!Double.isNaN(both)) {
                n++;
                x += by[i];
                y += goal[i];
                xx += by[i] * by[i];
                yy += goal[i] * goal[i];
                xy += by[i] * goal[i];
            }
        }
        double varX = xx - x * x / n;
        double varY = yy - y * y / n;
        double cov = xy - x * y / n;
        return n < FEWEST_ROWS || !(varX > 0) || !(varY > 0) ? 1 : 1 - cov * cov / (varX * varY);
    }
}
