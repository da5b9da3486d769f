package dev.understudy.learn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.data.KeyHash;
import dev.understudy.data.LongArray;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands at the paths of each row's document, so that paths can be learned as columns: numbers, hashes of texts, lengths of
 * arrays. Paths inside arrays are none.
 *
 * <p>Bounded: 24 paths, five levels; later ones are not taken in. 8 bytes a path and row.
 */
final class DocumentRows {
    /** No value of a path. */
    static final long ABSENT = Long.MIN_VALUE;

    static final long FALSE = ABSENT + 1;
    static final long TRUE = ABSENT + 2;
    private static final int MOST_PATHS = 24;
    private static final int DEEPEST = 5;

    private final Map<String, Path> paths = new LinkedHashMap<>();
    private int rows;

    /** Values of one path by row. */
    static final class Path {
        private LongArray raw = new LongArray();
        private long[] values;
        long numbers;
        long labels;
        long arrays;
        long objects;

        private void set(int row, long value) {
            while (raw.size() < row) {
                raw.add(ABSENT);
            }
            raw.add(value);
        }

        /** By row: bits of a double, hash of a text, {@link #TRUE}, length of an array, 1 for an object; or {@link #ABSENT}. */
        long at(int row) {
            if (values != null) {
                return values[row];
            }
            return row < raw.size() ? raw.get(row) : ABSENT;
        }

        private void reorder(int[] order) {
            long[] moved = new long[order.length];
            for (int i = 0; i < order.length; i++) {
                moved[i] = at(order[i]);
            }
            values = moved;
        }
    }

    /** Adds the next row. @param document null for none */
    void add(JsonNode document) {
        if (document != null) {
            visit("", document, 0);
        }
        rows++;
    }

    private void visit(String name, JsonNode value, int depth) {
        if (value.isNull()) {
            return;
        }
        Path path = name.isEmpty() && value.isObject() ? null : path(name);
        if (path != null) {
            set(path, value);
        }
        if (value.isObject() && depth < DEEPEST) {
            value.properties().forEach(member -> visit(name + "/" + member.getKey(), member.getValue(), depth + 1));
        }
    }

    private Path path(String name) {
        Path known = paths.get(name);
        if (known == null && paths.size() < MOST_PATHS) {
            known = new Path();
            paths.put(name, known);
        }
        return known;
    }

    private void set(Path path, JsonNode value) {
        if (value.isNumber()) {
            path.numbers++;
            path.set(rows, Double.doubleToLongBits(value.doubleValue()));
        } else if (value.isArray()) {
            path.arrays++;
            path.set(rows, value.size());
        } else if (value.isObject()) {
            path.objects++;
            path.set(rows, 1);
        } else {
            path.labels++;
            path.set(rows, value.isBoolean() ? value.booleanValue() ? TRUE : FALSE : KeyHash.of(value.asText()));
        }
    }

    /** Paths as {@code /a/b}, the whole document as "". */
    Map<String, Path> paths() {
        return paths;
    }

    /** @param order old row number of each new row */
    void reorder(int[] order) {
        paths.values().forEach(path -> path.reorder(order));
    }
}
