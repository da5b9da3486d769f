package dev.understudy.generate;

import dev.understudy.encode.Codec;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows of one table that belong to some consecutive families, in codes. Children of a block's rows stand in the block of
 * the same number of the child table, siblings together.
 *
 * <p>Filled by one thread, then only read.
 */
final class Block {
    final int index;
    /** Place of the first row in the draws of the table; does not change when rows are dropped. */
    final long firstPlace;
    /** The block of the owners; null for a subject, and for rows without an owner. */
    final Block owner;
    /** Row of the owner in its block. */
    int[] ownerRow;

    int[] position;
    int[] siblings;
    /** Per column of the cascade, the code of each row; null for a column that nobody looks at. */
    final short[][] codes;
    /** Per column of the cascade with numbers, the number of each row; null for others. */
    final long[][] values;
    /** Per reference, the row number of the target in its table; -1 for none. */
    final long[][] targets;

    /** Per column of the cascade, rows whose number was set though the codec has no code for it; null for none. */
    private final BitSet[] given;
    /** Per column of the cascade, texts that were set though the codec has no label for them; null for none. */
    private final String[][] texts;

    /** Per column that is worked out child by child, what it must remember of the siblings before; null for others. */
    private final long[][] past;

    private int rows;
    private int[] origin;
    private long firstRow;

    Block(int index, long firstPlace, Block owner, int rows, int columns, int references) {
        this.index = index;
        this.firstPlace = firstPlace;
        this.owner = owner;
        this.rows = rows;
        this.firstRow = firstPlace;
        this.codes = new short[columns][];
        this.values = new long[columns][];
        this.targets = new long[references][];
        this.given = new BitSet[columns];
        this.texts = new String[columns][];
        this.past = new long[columns][];
        this.ownerRow = new int[owner == null ? 0 : rows];
        this.position = new int[owner == null ? 0 : rows];
        this.siblings = new int[owner == null ? 0 : rows];
    }

    /** The same rows with the same values, of which {@link #own} columns may be changed without changing this block's. */
    Block copy() {
        return new Block(this);
    }

    private Block(Block of) {
        this.index = of.index;
        this.firstPlace = of.firstPlace;
        this.owner = of.owner;
        this.rows = of.rows;
        this.firstRow = of.firstRow;
        this.origin = of.origin;
        this.codes = of.codes.clone();
        this.values = of.values.clone();
        // Links that close rings are given their targets later, and to both.
        this.targets = of.targets;
        this.given = of.given.clone();
        this.texts = of.texts.clone();
        this.past = of.past;
        this.ownerRow = of.ownerRow;
        this.position = of.position;
        this.siblings = of.siblings;
    }

    /** Of a copy: gives it a column of numbers for itself. */
    void own(int column) {
        codes[column] = codes[column].clone();
        values[column] = values[column].clone();
        given[column] = given[column] == null ? null : (BitSet) given[column].clone();
    }

    int rows() {
        return rows;
    }

    /** Number of the block's first row in the table. */
    long firstRow() {
        return firstRow;
    }

    void startAt(long row) {
        firstRow = row;
    }

    /** Where a row's draws are taken. */
    long place(int row) {
        return firstPlace + (origin == null ? row : origin[row]);
    }

    /** False for a column that nobody looks at; such columns are not drawn. */
    boolean has(int column) {
        return codes[column] != null;
    }

    int code(int column, int row) {
        return codes[column][row] & 0xFFFF;
    }

    boolean isNull(int column, int row) {
        return codes[column][row] == Codec.NULL;
    }

    /** True if a row has a number in {@link #values} without a code of its own. */
    boolean isGiven(int column, int row) {
        return given[column] != null && given[column].get(row);
    }

    /** Room for what a column must remember of the siblings before, while the rows are drawn. */
    long[] past(int column) {
        past[column] = past[column] == null ? new long[rows] : past[column];
        return past[column];
    }

    /** Once all rows are drawn. */
    void forget() {
        Arrays.fill(past, null);
    }

    void give(int column, int row, boolean number) {
        if (number && given[column] == null) {
            given[column] = new BitSet(rows);
        }
        if (given[column] != null) {
            given[column].set(row, number);
        }
    }

    /** The text that a row without a label was given; null if it was given none. */
    String givenText(int column, int row) {
        return texts[column] == null ? null : texts[column][row];
    }

    /** @param text null to take it away */
    void giveText(int column, int row, String text) {
        if (text != null && texts[column] == null) {
            texts[column] = new String[rows];
        }
        if (texts[column] != null) {
            texts[column][row] = text;
        }
    }

    boolean hasSiblings() {
        return owner != null;
    }

    /** Removes rows that could not be given a free key. @param dropped whether each row goes */
    void drop(boolean[] dropped) {
        int[] kept = new int[rows];
        int n = 0;
        for (int row = 0; row < rows; row++) {
            if (!dropped[row]) {
                kept[n++] = row;
            }
        }
        if (n < rows) {
            take(Arrays.copyOf(kept, n));
        }
    }

    /** Puts siblings together again after rows were given other owners. */
    void sortByOwner() {
        take(IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingInt(row -> ownerRow[row]))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** @param order rows that stay, in their new order */
    private void take(int[] order) {
        int n = order.length;
        int[] places = new int[n];
        Arrays.setAll(places, i -> origin == null ? order[i] : origin[order[i]]);
        origin = places;
        for (int c = 0; c < codes.length; c++) {
            codes[c] = codes[c] == null ? null : pick(codes[c], order);
            given[c] = given[c] == null ? null : pick(given[c], order);
            values[c] = values[c] == null ? null : pick(values[c], order);
            String[] given = texts[c];
            texts[c] = given == null
                    ? null
                    : Arrays.stream(order).mapToObj(row -> given[row]).toArray(String[]::new);
        }
        for (int r = 0; r < targets.length; r++) {
            targets[r] = targets[r] == null ? null : pick(targets[r], order);
        }
        if (owner != null) {
            ownerRow = pick(ownerRow, order);
            renumber(n);
        }
        rows = n;
    }

    private void renumber(int n) {
        position = new int[n];
        siblings = new int[n];
        int start = 0;
        for (int row = 1; row <= n; row++) {
            if (row == n || ownerRow[row] != ownerRow[start]) {
                for (int i = start; i < row; i++) {
                    position[i] = i - start;
                    siblings[i] = row - start;
                }
                start = row;
            }
        }
    }

    private static short[] pick(short[] values, int[] order) {
        short[] moved = new short[order.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = values[order[i]];
        }
        return moved;
    }

    private static long[] pick(long[] values, int[] order) {
        long[] moved = new long[order.length];
        Arrays.setAll(moved, i -> values[order[i]]);
        return moved;
    }

    private static BitSet pick(BitSet values, int[] order) {
        BitSet moved = new BitSet(order.length);
        for (int i = 0; i < order.length; i++) {
            moved.set(i, values.get(order[i]));
        }
        return moved;
    }

    private static int[] pick(int[] values, int[] order) {
        int[] moved = new int[order.length];
        Arrays.setAll(moved, i -> values[order[i]]);
        return moved;
    }
}
