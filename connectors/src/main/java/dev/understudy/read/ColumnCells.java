package dev.understudy.read;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.Storage;
import java.util.BitSet;

/** Gathers the cells of one column until a batch is full. For one thread. */
public abstract sealed class ColumnCells permits LongCells, DoubleCells, TextCells {
    private BitSet missing = new BitSet();
    private int size;

    ColumnCells() {}

    static ColumnCells of(Storage storage, int capacity) {
        return switch (storage) {
            case LONG -> new LongCells(capacity);
            case DOUBLE -> new DoubleCells(capacity);
            case TEXT -> new TextCells(capacity);
        };
    }

    public final void addMissing() {
        missing.set(size++);
    }

    final int nextRow() {
        return size++;
    }

    /** Takes the last cell back. */
    final void dropLast() {
        size--;
        missing.clear(size);
    }

    /** Hands the gathered cells over and begins anew. */
    final ColumnVector take() {
        ColumnVector vector = wrap(size, missing);
        missing = new BitSet();
        size = 0;
        return vector;
    }

    /** Wraps the first {@code rows} cells and forgets the array that holds them. */
    abstract ColumnVector wrap(int rows, BitSet missingRows);
}
