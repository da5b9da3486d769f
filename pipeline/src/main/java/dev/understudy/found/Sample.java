package dev.understudy.found;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.KeyHash;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.found.Values.Comparable;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some rows of a table, of each column that can be compared.
 *
 * @param whole   true if these are all rows
 * @param columns by name, in the order of the table
 */
record Sample(Table table, int rows, boolean whole, Map<String, Values> columns) {
    /** Longer texts are prose, on which nothing depends. */
    private static final int LONGEST_TEXT = 300;

    private static final long DAY = 86_400_000_000L;

    static Sample none(Table table) {
        return new Sample(table, 0, false, Map.of());
    }

    /** Reads about {@code limit} rows. @param count rows of the table, exactly or roughly */
    static Sample of(RowSource source, Table table, List<Column> columns, long count, long limit) {
        if (columns.isEmpty() || count < Candidate.FEWEST_ROWS) {
            return none(table);
        }
        Filling filling = new Filling(columns);
        source.sample(table.name(), columns, limit, batch -> filling.add(batch.columns(), batch.rows()));
        Map<String, Values> values = new LinkedHashMap<>();
        filling.values().forEach(one -> values.put(one.column().name(), one));
        return new Sample(table, filling.rows, filling.rows == count && count <= limit, values);
    }

    /** Columns of a table whose values can be compared. */
    static List<Column> comparable(Table table) {
        return table.columns().stream()
                .filter(column -> !column.filling().writesItself())
                .filter(column -> comparable(column).isPresent())
                .toList();
    }

    static Optional<Comparable> comparable(Column column) {
        TypeFamily family = column.type().family();
        return switch (family) {
            case INTEGER, DECIMAL, REAL ->
                Optional.of(Storage.of(column.type()) == Storage.LONG ? Comparable.NUMBER : Comparable.REAL);
            case DATE, TIMESTAMP -> Optional.of(Comparable.MOMENT);
            case TIMESTAMP_ZONED -> Optional.of(Comparable.ZONED);
            case TIME -> Optional.of(Comparable.TIME);
            case BOOLEAN -> Optional.of(Comparable.FLAG);
            case ENUM, UUID -> Optional.of(Comparable.LABEL);
            case TEXT -> column.type().length() <= LONGEST_TEXT ? Optional.of(Comparable.TEXT) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Values as they come. */
    private static final class Filling {
        private final List<Column> columns;
        private final long[][] values;
        private final BitSet[] missing;
        private int rows;

        Filling(List<Column> columns) {
            this.columns = columns;
            this.values = new long[columns.size()][1024];
            this.missing = new BitSet[columns.size()];
            Arrays.setAll(missing, c -> new BitSet());
        }

        void add(List<ColumnVector> batch, int n) {
            for (int c = 0; c < values.length; c++) {
                if (values[c].length < rows + n) {
                    values[c] = Arrays.copyOf(values[c], Math.max(rows + n, 2 * values[c].length));
                }
                for (int r = 0; r < n; r++) {
                    if (batch.get(c).isNull(r)) {
                        missing[c].set(rows + r);
                    } else {
                        values[c][rows + r] = value(columns.get(c), batch.get(c), r);
                    }
                }
            }
            rows += n;
        }

        private static long value(Column column, ColumnVector vector, int row) {
            if (vector instanceof DoubleVector doubles) {
                // The bits of a number, turned so that they are in its order.
                long bits = Double.doubleToLongBits(doubles.get(row) + 0.0);
                return bits ^ ((bits >> 63) & Long.MAX_VALUE);
            }
            if (vector instanceof LongVector longs) {
                long value = longs.get(row);
                boolean finite = value != Long.MAX_VALUE && value != Long.MIN_VALUE;
                return column.type().family() == TypeFamily.DATE && finite ? value * DAY : value;
            }
            return KeyHash.of(((TextVector) vector).get(row));
        }

        List<Values> values() {
            List<Values> all = new ArrayList<>();
            for (int c = 0; c < values.length; c++) {
                Column column = columns.get(c);
                all.add(new Values(
                        column,
                        comparable(column).orElseThrow(),
                        Storage.scaleOf(column.type()),
                        Arrays.copyOf(values[c], rows),
                        missing[c]));
            }
            return all;
        }
    }
}
