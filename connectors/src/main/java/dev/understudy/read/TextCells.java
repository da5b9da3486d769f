package dev.understudy.read;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.TextVector;
import java.util.Arrays;
import java.util.BitSet;

/** Gathers texts. */
public final class TextCells extends ColumnCells {
    private final int capacity;
    private String[] values;

    TextCells(int capacity) {
        this.capacity = capacity;
        this.values = new String[capacity];
    }

    public void add(String value) {
        values[nextRow()] = value;
    }

    @Override
    ColumnVector wrap(int rows, BitSet missingRows) {
        String[] filled = rows == capacity ? values : Arrays.copyOf(values, rows);
        values = new String[capacity];
        return TextVector.wrap(filled, missingRows);
    }
}
