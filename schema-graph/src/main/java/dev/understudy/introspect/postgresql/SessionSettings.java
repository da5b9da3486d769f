package dev.understudy.introspect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings that shape the catalog's texts, put back at the end. */
final class SessionSettings implements AutoCloseable {
    private static final Map<String, String> FOR_TEXTS =
            Map.of("search_path", "", "TimeZone", "UTC", "IntervalStyle", "postgres", "quote_all_identifiers", "off");

    private final Connection connection;
    private final Map<String, String> before = new LinkedHashMap<>();

    private SessionSettings(Connection connection) {
        this.connection = connection;
    }

    /** Names come qualified and times in UTC, whoever asks. */
    static SessionSettings forTexts(Connection connection) throws SQLException {
        SessionSettings settings = new SessionSettings(connection);
        for (Map.Entry<String, String> setting : FOR_TEXTS.entrySet()) {
            settings.before.put(setting.getKey(), settings.ask("SELECT current_setting(?)", setting.getKey()));
            settings.ask("SELECT set_config(?, ?, false)", setting.getKey(), setting.getValue());
        }
        return settings;
    }

    @Override
    public void close() throws SQLException {
        for (Map.Entry<String, String> setting : before.entrySet()) {
            ask("SELECT set_config(?, ?, false)", setting.getKey(), setting.getValue());
        }
    }

    private String ask(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
