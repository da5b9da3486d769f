package dev.understudy.load;

import dev.understudy.data.ColumnVector;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Binds one value that is not missing. */
@FunctionalInterface
public interface CellSetter {
    void set(PreparedStatement statement, int index, ColumnVector values, int row) throws SQLException;
}
