package dev.understudy.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows as MariaDB's LOAD DATA takes them. */
final class TabbedRows {
    private TabbedRows() {}

    static void write(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int c = 1; c <= columns; c++) {
                        String value = rows.getString(c);
                        writer.write(value == null ? "\\N" : value.replace("\\", "\\\\"));
                        writer.write(c == columns ? '\n' : '\t');
                    }
                }
            }
        }
        writer.flush();
    }
}
