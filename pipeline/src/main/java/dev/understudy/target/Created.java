package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that an executed definition made, told from its text.
 *
 * @param kind {@code TABLE}, {@code VIEW} and so on
 * @param name as the text spells it, quotes included
 */
record Created(String kind, String name) {
    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\w$]+)";
    private static final Pattern CREATE = Pattern.compile(
            "^\\s*CREATE\\s+"
                    + "(?:(?:OR|REPLACE|UNLOGGED|FORCE|CACHED|MEMORY|RECURSIVE|SQL|SECURITY|INVOKER|DEFINER|"
                    + "(?:ALGORITHM|DEFINER)\\s*=\\s*\\S+)\\s+)*"
                    + "(TABLE|SEQUENCE|TYPE|DOMAIN|MATERIALIZED\\s+VIEW|VIEW|FUNCTION|PROCEDURE|AGGREGATE|COLLATION|ALIAS|"
                    + "TEXT\\s+SEARCH\\s+(?:CONFIGURATION|DICTIONARY))\\s+"
                    + "(?:IF\\s+NOT\\s+EXISTS\\s+)?(" + PART + "(?:\\s*\\.\\s*" + PART + ")?)",
            Pattern.CASE_INSENSITIVE);

    static Optional<Created> by(String sql) {
        Matcher matcher = CREATE.matcher(sql);
        return matcher.find()
                ? Optional.of(new Created(
                        matcher.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", " "), matcher.group(2)))
                : Optional.empty();
    }

    /**
     * Drops what some definitions made: what came last first, all tables together, since they may point at each other.
     * Extensions and schemas stay. What others built on other things than the tables stays too, silently.
     *
     * @throws SQLException if a table cannot be dropped, as when others built a view on it
     */
    static void drop(Connection connection, Vendor vendor, List<String> definitions) throws SQLException {
        List<String> tables = new ArrayList<>();
        List<Created> others = new ArrayList<>();
        definitions.forEach(sql -> by(sql).ifPresent(made -> {
            if (made.kind.equals("TABLE")) {
                tables.add(made.name);
            } else {
                others.add(0, made);
            }
        }));
        for (Created view : others.stream().filter(Created::isView).toList()) {
            dropQuietly(connection, view);
        }
        if (vendor == Vendor.MARIADB) {
            Answers.execute(connection, "SET foreign_key_checks = 0");
        }
        try {
            if (vendor == Vendor.SQLITE) {
                for (String table : tables) {
                    Answers.execute(connection, "DROP TABLE IF EXISTS " + table);
                }
            } else if (!tables.isEmpty()) {
                Answers.execute(connection, "DROP TABLE IF EXISTS " + String.join(", ", tables));
            }
        } finally {
            if (vendor == Vendor.MARIADB) {
                Answers.execute(connection, "SET foreign_key_checks = 1");
            }
        }
        for (Created other : others.stream().filter(made -> !made.isView()).toList()) {
            dropQuietly(connection, other);
        }
    }

    private boolean isView() {
        return kind.endsWith("VIEW");
    }

    private static void dropQuietly(Connection connection, Created made) {
        try {
            Answers.execute(connection, "DROP %s IF EXISTS %s".formatted(made.kind, made.name));
        } catch (SQLException e) {
            // Somebody uses it, or several share its name: it stays, and making it again is tolerated.
        }
    }
}
