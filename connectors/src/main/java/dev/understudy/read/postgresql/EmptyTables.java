package dev.understudy.read.postgresql;

import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * Tables that have no page on disk and so no row in any snapshot, told by one statement: a schema of a thousand tables need
 * not be counted table by table to learn that it is empty. Holds for tables that are locked, which nobody can truncate.
 */
final class EmptyTables {
    /** Other ways of storing a table may keep its rows elsewhere; a partitioned table has none of its own. */
    private static final String WITHOUT_PAGES = """
            SELECT n.nspname, c.relname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am a ON a.oid = c.relam
            WHERE c.relkind = 'r' AND a.amname = 'heap' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
              AND pg_relation_size(c.oid) = 0""";

    private EmptyTables() {}

    /** Those of all schemas. */
    static Set<TableName> of(Connection connection) throws SQLException {
        Set<TableName> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(WITHOUT_PAGES)) {
            while (result.next()) {
                names.add(new TableName(result.getString(1), result.getString(2)));
            }
        }
        return names;
    }
}
