package dev.understudy.generate;

import dev.understudy.model.TableModel;
import dev.understudy.random.Draws;
import dev.understudy.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * One table while its rows are generated: its place in the skeleton, its blocks if others need them, its cells.
 *
 * <p>Changed by the one thread that builds the skeleton; afterwards only read.
 */
final class GeneratedTable {
    private final TableModel model;
    private final Table schema;
    private final Set<Integer> needed;
    private final Draws draws;
    private final BitSet drawn;
    private List<Block> blocks = List.of();
    private final List<Block> finished = new ArrayList<>();
    private int[] plannedRows = new int[0];
    private long[] places = new long[1];
    private long[] starts = new long[1];
    private Cell[] cells = new Cell[0];

    /**
     * @param needed positions of nullable columns that rows of other tables must point at
     * @param drawn  columns of the cascade that anything looks at
     */
    GeneratedTable(TableModel model, Table schema, Set<Integer> needed, Draws draws, BitSet drawn) {
        this.model = model;
        this.schema = NeededKeys.required(schema, model, needed);
        this.needed = Set.copyOf(needed);
        this.draws = draws.at(model.name().toString());
        this.drawn = drawn;
    }

    TableModel model() {
        return model;
    }

    Table schema() {
        return schema;
    }

    /** True if a value of the column may be taken away after it was drawn. */
    boolean mayClear(int column) {
        return schema.columns().get(column).nullable() && !needed.contains(column);
    }

    Draws draws() {
        return draws;
    }

    /** Columns of the cascade that blocks have; the others are looked at by nobody. Not to be written. */
    BitSet drawn() {
        return drawn;
    }

    /** Lays the table out. @param rows planned rows of each block */
    void plan(int[] rows) {
        plannedRows = rows;
        places = new long[rows.length + 1];
        for (int b = 0; b < rows.length; b++) {
            places[b + 1] = places[b] + rows[b];
        }
        starts = places.clone();
    }

    int blockCount() {
        return plannedRows.length;
    }

    int plannedRows(int block) {
        return plannedRows[block];
    }

    /** Rows of the whole table before any is dropped. */
    long plannedRows() {
        return places[places.length - 1];
    }

    long firstPlace(int block) {
        return places[block];
    }

    /** Keeps all blocks, because other tables look at them. Rows that were dropped close up. */
    void retain(List<Block> all) {
        blocks = all;
        for (int b = 0; b < all.size(); b++) {
            all.get(b).startAt(starts[b]);
            starts[b + 1] = starts[b] + all.get(b).rows();
        }
    }

    /**
     * Makes blocks again whenever other tables look at them.
     *
     * @param rows of each block, once some are dropped
     */
    void remake(int[] rows, IntFunction<Block> make) {
        for (int b = 0; b < rows.length; b++) {
            starts[b + 1] = starts[b] + rows[b];
        }
        blocks = new RemadeBlocks(rows.length, b -> {
            Block block = make.apply(b);
            block.startAt(starts[b]);
            return block;
        });
    }

    /** True if blocks are made again when they are looked at. */
    boolean isRemade() {
        return blocks instanceof RemadeBlocks;
    }

    boolean isRetained() {
        return !blocks.isEmpty() || plannedRows.length == 0;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Sets what the blocks are once the children are known. */
    void finish(List<Block> all) {
        finished.addAll(all);
    }

    /** A block of a retained table; with totals over children, if they are known. */
    Block finished(int index) {
        return finished.isEmpty() ? blocks.get(index) : finished.get(index);
    }

    /** Rows of the table; before dropping, if it is not retained. */
    long rows() {
        return starts[starts.length - 1];
    }

    /** The block of a row of a retained table. */
    Block blockOf(long row) {
        int at = Arrays.binarySearch(starts, row);
        int block = at >= 0 ? at : -at - 2;
        // Empty blocks begin where the next one does; the row is in the last of them.
        while (block + 1 < starts.length && starts[block + 1] <= row) {
            block++;
        }
        return blocks.get(block);
    }

    void cells(Cell[] all) {
        cells = all;
    }

    /** One per column of the table. */
    Cell cell(int column) {
        return cells[column];
    }

    int column(String name) {
        return schema.columnIndex(name);
    }
}
