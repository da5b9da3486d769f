package dev.understudy.load.postgresql;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A column as the target's catalog has it.
 *
 * @param type     name of the type in {@code pg_type}; of a domain its base type
 * @param isEnum   true for an enum type
 * @param writable false for generated columns
 */
record TargetColumn(String type, boolean isEnum, boolean writable) {
    private static final String CATALOG = """
            WITH RECURSIVE base AS (
              SELECT a.attnum, a.attname, a.atttypid AS typid, a.attgenerated <> '' AS generated
              FROM pg_attribute a WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped
              UNION ALL
              SELECT b.attnum, b.attname, t.typbasetype, b.generated
              FROM base b JOIN pg_type t ON t.oid = b.typid WHERE t.typtype = 'd')
            SELECT b.attname, t.typname, t.typtype = 'e', NOT b.generated
            FROM base b JOIN pg_type t ON t.oid = b.typid WHERE t.typtype <> 'd'""";

    boolean is(String name) {
        return type.equals(name);
    }

    /** All columns of a table by name. */
    static Map<String, TargetColumn> of(Connection connection, TableName table) throws SQLException {
        Map<String, TargetColumn> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CATALOG)) {
            statement.setString(1, Identifiers.quote(Vendor.POSTGRESQL, table));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    TargetColumn column =
                            new TargetColumn(result.getString(2), result.getBoolean(3), result.getBoolean(4));
                    columns.put(result.getString(1), column);
                }
            }
        }
        return columns;
    }
}
