package dev.understudy.read;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one value of the current row of a result into the cells of its column. */
@FunctionalInterface
public interface CellReader {
    void read(ResultSet rows, int index, ColumnCells cells) throws SQLException;
}
