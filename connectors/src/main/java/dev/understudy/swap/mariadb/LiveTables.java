package dev.understudy.swap.mariadb;

import dev.understudy.connect.Answers;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables that serve, and where others stand beside them: in databases named after theirs. */
record LiveTables(List<TableName> tables) {
    private static final String NEXT = "_understudy_next";
    private static final String OLD = "_understudy_old";
    private static final int LONGEST_NAME = 64;

    private static final String TRIGGERS = """
            SELECT concat(event_object_schema, '.', event_object_table, ' has a trigger, which cannot move with its table')
            FROM information_schema.triggers WHERE (event_object_schema, event_object_table) IN (%s) LIMIT 1""";

    private static final String OUTSIDE_LINKS = """
            SELECT concat(constraint_schema, '.', table_name, ' points at ', unique_constraint_schema, '.', referenced_table_name,
                          ' and is not exchanged')
            FROM information_schema.referential_constraints
            WHERE (unique_constraint_schema, referenced_table_name) IN (%1$s)
              AND (constraint_schema, table_name) NOT IN (%1$s) LIMIT 1""";

    private static final String MISSING_GRANT = """
            WITH own AS (SELECT concat('''', substring_index(current_user(), '@', 1), '''@''',
                                       substring_index(current_user(), '@', -1), '''') AS grantee),
                 held AS (SELECT privilege_type FROM information_schema.user_privileges JOIN own USING (grantee)
                          UNION SELECT privilege_type FROM information_schema.schema_privileges JOIN own USING (grantee)
                          WHERE %1$s LIKE table_schema)
            SELECT concat('its user may not ', p.word, ' in the database ', %1$s)
            FROM (SELECT 'CREATE' AS word UNION SELECT 'DROP' UNION SELECT 'ALTER' UNION SELECT 'INSERT' UNION SELECT 'SELECT') p
            WHERE current_role() IS NULL AND NOT EXISTS (SELECT 1 FROM held WHERE privilege_type = p.word) LIMIT 1""";

    private static final String LINKS = """
            SELECT r.constraint_schema, r.table_name, r.constraint_name, r.unique_constraint_schema, r.referenced_table_name,
                   group_concat(concat('`', replace(k.column_name, '`', '``'), '`') ORDER BY k.ordinal_position SEPARATOR ', '),
                   group_concat(concat('`', replace(k.referenced_column_name, '`', '``'), '`')
                                ORDER BY k.ordinal_position SEPARATOR ', '),
                   r.delete_rule, r.update_rule
            FROM information_schema.referential_constraints r
            JOIN information_schema.key_column_usage k
              ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
             AND k.table_name = r.table_name AND k.referenced_table_name IS NOT NULL
            WHERE (r.constraint_schema, r.table_name) IN (%s)
            GROUP BY 1, 2, 3, 4, 5, 8, 9 ORDER BY 1, 2, 3""";

    static String next(String database) {
        return database + NEXT;
    }

    static String old(String database) {
        return database + OLD;
    }

    static String quote(TableName table) {
        return Identifiers.quote(Vendor.MARIADB, table);
    }

    static TableName next(TableName table) {
        return new TableName(next(table.schema()), table.name());
    }

    static TableName old(TableName table) {
        return new TableName(old(table.schema()), table.name());
    }

    Set<String> databases() {
        return tables.stream().map(TableName::schema).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private String list() {
        return tables.stream()
                .map(table -> "(" + text(table.schema()) + ", " + text(table.name()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The first reason against an exchange; empty if there is none. */
    List<String> obstacles(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String database : databases()) {
            if (next(database).length() > LONGEST_NAME) {
                found.add("the name of the database %s is too long".formatted(database));
            }
            for (String beside : List.of(next(database), old(database))) {
                Answers.text(connection, MISSING_GRANT.formatted(text(beside))).ifPresent(found::add);
            }
        }
        Answers.text(connection, TRIGGERS.formatted(list())).ifPresent(found::add);
        Answers.text(connection, OUTSIDE_LINKS.formatted(list())).ifPresent(found::add);
        return found;
    }

    /** Links of the tables, between the tables beside; under the same names, which are free in another database. */
    List<String> links(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (List<String> link : Answers.rows(connection, LINKS.formatted(list()), 9)) {
            TableName child = new TableName(link.get(0), link.get(1));
            TableName parent = new TableName(link.get(3), link.get(4));
            statements.add("ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)%s%s"
                    .formatted(
                            quote(next(child)),
                            Identifiers.quote(Vendor.MARIADB, link.get(2)),
                            link.get(5),
                            quote(tables.contains(parent) ? next(parent) : parent),
                            link.get(6),
                            rule(" ON DELETE ", link.get(7)),
                            rule(" ON UPDATE ", link.get(8))));
        }
        return statements;
    }

    /** What is not said is RESTRICT; where that is said, the server shows it as something else. */
    private static String rule(String when, String rule) {
        return rule.equals("RESTRICT") ? "" : when + rule;
    }

    /** Texts of the definitions, without where their counters stand. */
    String shape(Connection connection) throws SQLException {
        StringBuilder shape = new StringBuilder();
        for (TableName table : tables) {
            shape.append(Answers.rows(connection, "SHOW CREATE TABLE " + quote(table), 2)
                    .get(0)
                    .get(1)
                    .replaceAll(" AUTO_INCREMENT=\\d+", ""));
        }
        return shape.toString();
    }
}
