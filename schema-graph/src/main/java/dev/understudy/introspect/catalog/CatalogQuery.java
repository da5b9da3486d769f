package dev.understudy.introspect.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs queries on the catalog; {@code (:schemas)} in their text stands for the list of selected schemas. */
public final class CatalogQuery {
    private static final Pattern SCHEMAS = Pattern.compile(":schemas\\b");

    private final Connection connection;
    private final List<String> schemas;

    public CatalogQuery(Connection connection, List<String> schemas) {
        this.connection = connection;
        this.schemas = List.copyOf(schemas);
    }

    /** Makes a value of the row that a result stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** One value per row, in the order of the result. */
    public <T> List<T> list(String sql, RowReader<T> reader) throws SQLException {
        List<T> values = new ArrayList<>();
        each(sql, row -> values.add(reader.read(row)));
        return values;
    }

    /** Values by key; keys in the order of their first row, values of a key in the order of the result. */
    public <K, V> Map<K, List<V>> group(String sql, RowReader<K> key, RowReader<V> value) throws SQLException {
        Map<K, List<V>> groups = new LinkedHashMap<>();
        each(
                sql,
                row -> groups.computeIfAbsent(key.read(row), unused -> new ArrayList<>())
                        .add(value.read(row)));
        return groups;
    }

    private void each(String sql, RowReader<?> reader) throws SQLException {
        int lists = (int) SCHEMAS.matcher(sql).results().count();
        String marks = String.join(", ", schemas.stream().map(unused -> "?").toList());
        try (PreparedStatement statement =
                connection.prepareStatement(SCHEMAS.matcher(sql).replaceAll(marks))) {
            int position = 1;
            for (int list = 0; list < lists; list++) {
                for (String schema : schemas) {
                    statement.setString(position++, schema);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
