package dev.understudy.found;

import dev.understudy.schema.Column;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Values of one column of a sample as numbers that compare as the values do. Texts are hashes, which are only equal or not. */
final class Values {
    private final Column column;
    private final Comparable comparable;
    private final int scale;
    private final long[] values;
    private final BitSet missing;
    private final boolean constant;
    private final double unit;

    /** What can be compared with each other. */
    enum Comparable {
        NUMBER,
        REAL,
        MOMENT,
        ZONED,
        TIME,
        FLAG,
        TEXT,
        LABEL;

        boolean isOrdered() {
            return ordinal() <= TIME.ordinal();
        }
    }

    /**
     * @param scale   digits after the point that a {@link Comparable#NUMBER} carries
     * @param values  one per row; ignored where {@code missing} is set
     */
    Values(Column column, Comparable comparable, int scale, long[] values, BitSet missing) {
        this.column = column;
        this.comparable = comparable;
        this.scale = scale;
        this.values = values;
        this.missing = missing;
        this.constant = isConstant();
        this.unit = Math.pow(10, scale);
    }

    private boolean isConstant() {
        int first = missing.nextClearBit(0);
        for (int row = first; row < values.length; row++) {
            if (!missing.get(row) && values[row] != values[first]) {
                return false;
            }
        }
        return true;
    }

    Column column() {
        return column;
    }

    Comparable comparable() {
        return comparable;
    }

    int scale() {
        return scale;
    }

    int rows() {
        return values.length;
    }

    boolean isMissing(int row) {
        return missing.get(row);
    }

    BitSet missing() {
        return missing;
    }

    long get(int row) {
        return values[row];
    }

    /** True if all rows with a value have the same. */
    boolean constant() {
        return constant;
    }

    /** A number as it is meant, roughly. */
    double number(int row) {
        return values[row] / unit;
    }

    /** The same numbers with more digits after the point; empty if they do not fit. */
    Optional<Values> at(int newScale) {
        if (newScale == scale || comparable != Comparable.NUMBER) {
            return Optional.of(this);
        }
        long factor = (long) Math.pow(10, newScale - scale);
        long most = Long.MAX_VALUE / factor;
        long[] scaled = new long[values.length];
        for (int row = 0; row < scaled.length; row++) {
            if (!missing.get(row)) {
                if (Math.abs(values[row]) > most) {
                    return Optional.empty();
                }
                scaled[row] = values[row] * factor;
            }
        }
        return Optional.of(new Values(column, comparable, newScale, scaled, missing));
    }

    /** The values of some rows, in their order; -1 for a row without any. */
    Values rows(int[] rows) {
        long[] picked = new long[rows.length];
        BitSet without = new BitSet(rows.length);
        Arrays.setAll(picked, i -> rows[i] < 0 ? 0 : values[rows[i]]);
        for (int i = 0; i < rows.length; i++) {
            without.set(i, rows[i] < 0 || missing.get(rows[i]));
        }
        return new Values(column, comparable, scale, picked, without);
    }
}
