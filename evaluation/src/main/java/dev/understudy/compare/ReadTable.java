package dev.understudy.compare;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.KeyHash;
import dev.understudy.data.LongArray;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** One table of one side, read into arrays: numbers, times, and hashes of everything else. */
final class ReadTable {
    private static final double DAY = 86_400_000_000.0;
    /** Of ten, for all scales that a long can carry. */
    private static final double[] POWERS = IntStream.rangeClosed(0, Storage.MAX_LONG_DIGITS)
            .mapToDouble(n -> Math.pow(10, n))
            .toArray();

    private static final int MOST_TEXTS = 2_000;

    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, long[]> hashes = new LinkedHashMap<>();
    /** Texts by hash, of columns with few of them. */
    private final Map<String, Map<Long, String>> texts = new LinkedHashMap<>();

    private final Map<String, BitSet> missing = new LinkedHashMap<>();
    private final Map<String, LongArray> links = new LinkedHashMap<>();
    private final Map<List<String>, LongArray> keys = new LinkedHashMap<>();
    private int rows;

    private ReadTable() {}

    static ReadTable of(Table table, List<Column> columns, Schema schema, RowSource source) {
        ReadTable read = new ReadTable();
        int expected = (int) source.count(table.name());
        for (Column column : columns) {
            read.missing.put(column.name(), new BitSet());
            if (isCategory(column)) {
                read.hashes.put(column.name(), new long[expected]);
            } else {
                read.numbers.put(column.name(), new double[expected]);
            }
        }
        Set<List<String>> referenced = new LinkedHashSet<>();
        schema.foreignKeysTo(table.name()).forEach(link -> referenced.add(link.parentColumns()));
        List<ForeignKey> outgoing = schema.foreignKeysOf(table.name());
        source.read(table.name(), columns, batch -> read.add(batch, columns, outgoing, referenced));
        return read;
    }

    static boolean isCategory(Column column) {
        return switch (column.type().family()) {
            case INTEGER, DECIMAL, REAL, DATE, TIMESTAMP, TIMESTAMP_ZONED, TIME -> false;
            default -> true;
        };
    }

    private void add(RowBatch batch, List<Column> columns, List<ForeignKey> outgoing, Set<List<String>> referenced) {
        for (int c = 0; c < columns.size(); c++) {
            String column = columns.get(c).name();
            ColumnVector vector = batch.column(c);
            BitSet absent = missing.get(column);
            for (int row = 0; row < batch.rows(); row++) {
                if (vector.isNull(row)) {
                    absent.set(rows + row);
                }
            }
            if (hashes.containsKey(column)) {
                addCategories(
                        vector,
                        absent,
                        hashes.get(column),
                        texts.computeIfAbsent(column, name -> new LinkedHashMap<>()));
            } else {
                addNumbers(columns.get(c), vector, absent, numbers.get(column));
            }
        }
        for (ForeignKey link : outgoing) {
            hash(batch, columns, link.childColumns(), links.computeIfAbsent(link.name(), name -> new LongArray()));
        }
        for (List<String> key : referenced) {
            hash(batch, columns, key, keys.computeIfAbsent(key, name -> new LongArray()));
        }
        rows += batch.rows();
    }

    private void addCategories(ColumnVector vector, BitSet absent, long[] into, Map<Long, String> known) {
        for (int row = 0; row < vector.size(); row++) {
            if (!absent.get(rows + row)) {
                long hash = KeyHash.of(vector, row);
                into[rows + row] = hash;
                if (known.size() < MOST_TEXTS && !known.containsKey(hash)) {
                    known.put(
                            hash,
                            vector instanceof TextVector all
                                    ? all.get(row)
                                    : String.valueOf(vector instanceof LongVector longs ? longs.get(row) : ""));
                }
            }
        }
    }

    private void addNumbers(Column column, ColumnVector vector, BitSet absent, double[] into) {
        boolean date = column.type().family() == TypeFamily.DATE;
        LongVector longs = vector instanceof LongVector found ? found : null;
        double power = POWERS[longs == null ? 0 : Storage.scaleOf(column.type())];
        for (int row = 0; row < vector.size(); row++) {
            if (absent.get(rows + row)) {
                into[rows + row] = Double.NaN;
            } else {
                double value = longs == null ? ((DoubleVector) vector).get(row) : longs.get(row);
                into[rows + row] = date ? value * DAY : value / power;
            }
        }
    }

    private static void hash(RowBatch batch, List<Column> columns, List<String> names, LongArray into) {
        List<ColumnVector> vectors = new ArrayList<>();
        for (String name : names) {
            for (int c = 0; c < columns.size(); c++) {
                if (columns.get(c).name().equals(name)) {
                    vectors.add(batch.column(c));
                }
            }
        }
        boolean whole = vectors.size() == names.size();
        ColumnVector[] array = vectors.toArray(ColumnVector[]::new);
        for (int row = 0; row < batch.rows(); row++) {
            into.add(whole ? KeyHash.of(array, row) : 0);
        }
    }

    int rows() {
        return rows;
    }

    /** NaN where missing. */
    double[] numbers(String column) {
        return Arrays.copyOf(numbers.get(column), rows);
    }

    long[] hashes(String column) {
        return hashes.get(column);
    }

    /** The text behind a hash of a category; an ellipsis where there are too many. */
    String text(String column, long hash) {
        return texts.getOrDefault(column, Map.of()).getOrDefault(hash, "…");
    }

    /** Rows that have no value. */
    BitSet missing(String column) {
        return missing.get(column);
    }

    long[] link(String name) {
        return links.containsKey(name) ? links.get(name).toArray() : new long[rows];
    }

    long[] key(List<String> columns) {
        return keys.containsKey(columns) ? keys.get(columns).toArray() : new long[rows];
    }
}
