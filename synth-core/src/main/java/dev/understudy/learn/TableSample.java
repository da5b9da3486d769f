package dev.understudy.learn;

import dev.understudy.data.KeyIndex;
import dev.understudy.schema.TableName;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Whole families' rows of one table, in memory while the model is learned: siblings stand together, in their order.
 *
 * <p>Not for several threads while links are resolved; read-only afterwards.
 */
final class TableSample {
    /** Target of a link that is null. */
    static final int NOWHERE = -1;
    /** Target that is not in the sample. */
    static final int OUTSIDE = -2;
    /** Target of a row that does not follow the link, because it is of another type. */
    static final int OTHER_TYPE = -3;

    private final TableName name;
    private final long totalRows;
    private final long[] family;
    private final int[] owner;
    private final Map<String, ColumnSample> columns;
    private final Map<List<String>, KeyIndex> keys;
    private final Map<String, int[]> targets;
    private final int[] position;
    private final int[] siblings;

    /**
     * @param totalRows rows of the table in the source, sampled or not
     * @param family    family of each row
     * @param owner     row of the owner in its sample, -1 for none; all -1 for a subject
     * @param columns   values by column name
     * @param keys      indexes of the keys that links point at
     * @param targets   by link: row of the target, or {@link #NOWHERE}, {@link #OUTSIDE}, {@link #OTHER_TYPE}
     */
    TableSample(
            TableName name,
            long totalRows,
            long[] family,
            int[] owner,
            Map<String, ColumnSample> columns,
            Map<List<String>, KeyIndex> keys,
            Map<String, int[]> targets) {
        this.name = name;
        this.totalRows = totalRows;
        this.family = family;
        this.owner = owner;
        this.columns = columns;
        this.keys = keys;
        this.targets = targets;
        this.position = new int[family.length];
        this.siblings = new int[family.length];
        countSiblings();
    }

    private void countSiblings() {
        int start = 0;
        for (int row = 1; row <= rows(); row++) {
            if (row == rows() || owner[row] < 0 || owner[row] != owner[start]) {
                for (int i = start; i < row; i++) {
                    position[i] = i - start;
                    siblings[i] = row - start;
                }
                start = row;
            }
        }
    }

    TableName name() {
        return name;
    }

    int rows() {
        return family.length;
    }

    long totalRows() {
        return totalRows;
    }

    long[] family() {
        return family;
    }

    int[] owner() {
        return owner;
    }

    /** Number of siblings before each row. */
    int[] position() {
        return position;
    }

    /** Number of siblings of each row, itself included. */
    int[] siblings() {
        return siblings;
    }

    ColumnSample column(String column) {
        return columns.get(column);
    }

    Map<String, ColumnSample> columns() {
        return columns;
    }

    KeyIndex key(List<String> keyColumns) {
        return keys.get(keyColumns);
    }

    /** Row of a link's target, or {@link #NOWHERE}, {@link #OUTSIDE}, {@link #OTHER_TYPE}. */
    int[] targets(String link) {
        return targets.get(link);
    }

    void resolve(String link, int[] rows) {
        targets.put(link, rows);
    }

    /** Rows without an owner, out of all. */
    int ownerLess() {
        int count = 0;
        for (int row : owner) {
            count += row < 0 ? 1 : 0;
        }
        return count;
    }

    /** Rows at which a column has no value. */
    BitSet missing(String column) {
        return columns.get(column).missing();
    }
}
