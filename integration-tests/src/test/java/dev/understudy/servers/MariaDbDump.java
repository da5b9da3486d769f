package dev.understudy.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A plain {@code mariadb-dump}. A statement ends with the line that ends with the delimiter, which a DELIMITER line
 * changes around triggers and routines; texts in such a dump never hold a line break.
 */
final class MariaDbDump implements DataSets.DumpReader {
    private String delimiter = ";";

    @Override
    public void load(BufferedReader lines, Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(true);
        StringBuilder statement = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("DELIMITER ")) {
                delimiter = line.substring("DELIMITER ".length()).strip();
            } else if (statement.isEmpty() && (line.isBlank() || line.startsWith("--") || line.startsWith("/*M!"))) {
                continue;
            } else if (line.stripTrailing().endsWith(delimiter)) {
                String end = line.stripTrailing();
                run(statement.append(end, 0, end.length() - delimiter.length()).toString(), connection);
                statement.setLength(0);
            } else {
                statement.append(line).append('\n');
            }
        }
    }

    private static void run(String sql, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
