package dev.understudy.read.mariadb;

import dev.understudy.data.Storage;
import dev.understudy.read.CellReader;
import dev.understudy.read.ColumnCells;
import dev.understudy.read.ColumnSelection;
import dev.understudy.read.DoubleCells;
import dev.understudy.read.JdbcCells;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * How columns of MariaDB are selected: dates, times and decimals as the whole numbers that they are stored as, computed
 * by the server, so that no text has to be parsed. Its zero dates become missing values that way.
 */
final class MariaDbSelection {
    /** What TO_DAYS says of 1970-01-01. */
    private static final int EPOCH_DAY = 719_528;

    private MariaDbSelection() {}

    static ColumnSelection of(Column column) {
        String name = Identifiers.quote(Vendor.MARIADB, column.name());
        ColumnType type = column.type();
        String base = type.baseName().toLowerCase(Locale.ROOT);
        return switch (type.family()) {
            case BOOLEAN -> whole(base.startsWith("bit") ? name + " + 0" : name);
            case INTEGER -> whole(base.startsWith("year") || isUnsigned64(type) ? signed(name) : name);
            case DECIMAL -> decimal(name, type);
            case REAL ->
                base.startsWith("float")
                        // A float alone is sent with six digits only.
                        ? new ColumnSelection(name + " + 0e0", MariaDbSelection::real32)
                        : new ColumnSelection(name, JdbcCells.of(type));
            case DATE -> whole("TO_DAYS(" + name + ") - " + EPOCH_DAY);
            case TIME -> whole(signed("TIME_TO_SEC(" + name + ") * 1000000"));
            case TIMESTAMP, TIMESTAMP_ZONED -> whole("TIMESTAMPDIFF(MICROSECOND, '1970-01-01', " + name + ")");
            case BIT ->
                text(
                        type.length() > 0
                                ? "LPAD(BIN(" + name + " + 0), " + type.length() + ", '0')"
                                : "BIN(" + name + " + 0)");
            case GEOMETRY -> text("LOWER(HEX(" + name + "))");
            case UUID, NETWORK -> text("CAST(" + name + " AS CHAR)");
            default -> new ColumnSelection(name, JdbcCells.of(type));
        };
    }

    private static boolean isUnsigned64(ColumnType type) {
        return type.unsigned() && type.precision() == Long.SIZE;
    }

    private static ColumnSelection decimal(String name, ColumnType type) {
        if (Storage.of(type) != Storage.LONG) {
            return new ColumnSelection(name, JdbcCells.of(type));
        }
        int scale = Storage.scaleOf(type);
        return whole(signed(scale == 0 ? name : name + " * 1" + "0".repeat(scale)));
    }

    private static String signed(String expression) {
        return "CAST(" + expression + " AS SIGNED)";
    }

    private static ColumnSelection whole(String expression) {
        CellReader reader = JdbcCells::whole;
        return new ColumnSelection(expression, reader);
    }

    private static ColumnSelection text(String expression) {
        return new ColumnSelection(expression, JdbcCells::text);
    }

    /** The double that prints like the float: 0.1f becomes 0.1. */
    private static void real32(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        double value = rows.getDouble(index);
        if (rows.wasNull()) {
            cells.addMissing();
        } else {
            ((DoubleCells) cells).add(value == (int) value ? value : Double.parseDouble(Float.toString((float) value)));
        }
    }
}
