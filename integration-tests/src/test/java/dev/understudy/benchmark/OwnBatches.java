package dev.understudy.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fastest inserts of an embedded database, of rows that stand in memory as objects, each table in one transaction. */
final class OwnBatches {
    private final int rowsPerStatement;
    private final int rowsPerTrip;
    private final Map<String, List<Object[]>> tables = new LinkedHashMap<>();

    /**
     * @param rowsPerStatement rows of one INSERT
     * @param rowsPerTrip      rows of one batch; that of one statement for none
     */
    OwnBatches(int rowsPerStatement, int rowsPerTrip) {
        this.rowsPerStatement = rowsPerStatement;
        this.rowsPerTrip = rowsPerTrip;
    }

    /** Reads the rows into memory. */
    void encode(String url, List<String> names) throws SQLException {
        tables.clear();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : names) {
                List<Object[]> rows = new ArrayList<>();
                try (ResultSet found = statement.executeQuery("SELECT * FROM \"" + table + "\" ORDER BY 1")) {
                    while (found.next()) {
                        Object[] row = new Object[found.getMetaData().getColumnCount()];
                        for (int c = 0; c < row.length; c++) {
                            row[c] = found.getObject(c + 1);
                        }
                        rows.add(row);
                    }
                }
                tables.put(table, rows);
            }
        }
    }

    /** @return seconds */
    double load(String url) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<Object[]>> table : tables.entrySet()) {
                load(connection, table.getKey(), table.getValue());
                connection.commit();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void load(Connection connection, String table, List<Object[]> rows) throws SQLException {
        int columns = rows.get(0).length;
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        String insert = "INSERT INTO \"" + table + "\" VALUES ";
        int whole = rows.size() / rowsPerStatement * rowsPerStatement;
        try (PreparedStatement many =
                        connection.prepareStatement(insert + (row + ", ").repeat(rowsPerStatement - 1) + row);
                PreparedStatement single = connection.prepareStatement(insert + row)) {
            for (int i = 0; i < whole; i++) {
                bind(many, i % rowsPerStatement, rows.get(i));
                if ((i + 1) % rowsPerStatement == 0) {
                    if (rowsPerTrip == rowsPerStatement) {
                        many.executeUpdate();
                    } else {
                        many.addBatch();
                    }
                }
                if (rowsPerTrip > rowsPerStatement && ((i + 1) % rowsPerTrip == 0 || i + 1 == whole)) {
                    many.executeBatch();
                }
            }
            for (int i = whole; i < rows.size(); i++) {
                bind(single, 0, rows.get(i));
                single.executeUpdate();
            }
        }
    }

    private static void bind(PreparedStatement insert, int place, Object[] row) throws SQLException {
        for (int c = 0; c < row.length; c++) {
            insert.setObject(place * row.length + c + 1, row[c]);
        }
    }
}
