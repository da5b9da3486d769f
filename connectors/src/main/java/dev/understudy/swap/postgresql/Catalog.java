package dev.understudy.swap.postgresql;

import dev.understudy.connect.Answers;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Questions to the catalog about some tables. Each reads from {@code t}: oid, schema and name of the tables, and the schema
 * beside theirs.
 *
 * @param oids list of the tables' numbers in the catalog
 */
record Catalog(String oids) {
    private static final String TABLES = """
            WITH t AS (SELECT c.oid, n.nspname AS schema, c.relname AS name, 'understudy_next_' || n.oid AS beside,
                              'understudy_old_' || n.oid AS away
                       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid IN (%s))
            """;

    /** A text that changes with the definition of a table: columns, constraints and indexes. */
    private static final String SHAPE = """
            SELECT md5(string_agg(line, chr(10) ORDER BY line)) FROM (
              SELECT concat_ws(' ', t.oid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity,
                               a.attgenerated, a.attcollation, pg_get_expr(d.adbin, d.adrelid)) AS line
              FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              UNION ALL SELECT concat_ws(' ', t.oid, k.conname, pg_get_constraintdef(k.oid))
              FROM t JOIN pg_constraint k ON k.conrelid = t.oid
              UNION ALL SELECT concat_ws(' ', t.oid, pg_get_indexdef(i.indexrelid)) FROM t JOIN pg_index i ON i.indrelid = t.oid
              UNION ALL SELECT concat_ws(' ', t.oid, pg_get_statisticsobjdef(s.oid))
              FROM t JOIN pg_statistic_ext s ON s.stxrelid = t.oid) lines""";

    static Catalog of(Connection connection, List<TableName> tables) throws SQLException {
        String names = tables.stream()
                .map(table -> "'" + Identifiers.quote(Vendor.POSTGRESQL, table).replace("'", "''") + "'::regclass::oid")
                .collect(Collectors.joining(", "));
        return new Catalog(Answers.rows(connection, "SELECT unnest(ARRAY[" + names + "])", 1).stream()
                .map(row -> row.get(0))
                .collect(Collectors.joining(", ")));
    }

    String query(String select) {
        return TABLES.formatted(oids) + select;
    }

    /** Texts of one column; every name in them is qualified. */
    List<String> statements(Connection connection, String select) throws SQLException {
        return Answers.rows(connection, query(select), 1).stream()
                .map(row -> row.get(0))
                .toList();
    }

    String shape(Connection connection) throws SQLException {
        return qualified(
                connection, () -> Answers.text(connection, query(SHAPE)).orElse(""));
    }

    /** Something that is read while no name is visible, so that the server qualifies all of them. */
    interface Reading<T> {
        T read() throws SQLException;
    }

    static <T> T qualified(Connection connection, Reading<T> reading) throws SQLException {
        String path = Answers.text(connection, "SHOW search_path").orElse("");
        setPath(connection, "");
        try {
            return reading.read();
        } finally {
            if (connection.isValid(5)) {
                setPath(connection, path);
            }
        }
    }

    private static void setPath(Connection connection, String path) throws SQLException {
        Answers.text(connection, "SELECT set_config('search_path', '" + path.replace("'", "''") + "', false)");
    }
}
