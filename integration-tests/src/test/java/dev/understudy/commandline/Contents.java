package dev.understudy.commandline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a database holds, read without any class of the product. Table names are in lower case. */
public final class Contents {
    private Contents() {}

    /** All tables of users, Understudy's own among them, each with its sorted rows. */
    public static Map<String, List<String>> of(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Map<String, List<String>> contents = new TreeMap<>();
            for (String table : tables(connection)) {
                contents.put(table.toLowerCase(java.util.Locale.ROOT), rows(connection, table));
            }
            return contents;
        }
    }

    /** The same without Understudy's own tables. */
    public static Map<String, List<String>> ofUsers(String url) throws SQLException {
        Map<String, List<String>> contents = of(url);
        contents.keySet().removeIf(table -> table.startsWith("understudy_"));
        return contents;
    }

    public static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static TreeSet<String> tables(Connection connection) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        String[] types = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};
        try (ResultSet rows = connection.getMetaData().getTables(connection.getCatalog(), null, "%", types)) {
            while (rows.next()) {
                String schema = rows.getString("TABLE_SCHEM");
                if (schema == null
                        || !List.of("INFORMATION_SCHEMA", "pg_catalog").contains(schema)) {
                    names.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT * FROM " + quote + table.replace(quote, quote + quote) + quote)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= columns; c++) {
                    row.add(rows.getString(c));
                }
                found.add(row.toString());
            }
        }
        found.sort(null);
        return found;
    }
}
