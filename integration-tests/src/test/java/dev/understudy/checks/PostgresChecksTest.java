package dev.understudy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.servers.DataSets;
import dev.understudy.sql.rules.RuleText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of real databases, in the words of the server, are understood. */
class PostgresChecksTest {
    private static final String CHECKS = """
            select conrelid::regclass::text, conrelid, conname, pg_get_expr(conbin, conrelid) from pg_constraint
            where contype = 'c' and conrelid <> 0 order by 1, 3""";

    private static final String COLUMNS = """
            select attname, format_type(atttypid, null) from pg_attribute
            where attrelid = %d and attnum > 0 and not attisdropped order by attnum""";

    @ParameterizedTest
    @CsvSource({"netbox, 138", "gtfs_caltrain, 9", "tpch_001, 9"})
    void nearlyAllChecksParse(String name, int checks) throws SQLException {
        String url = DataSets.postgres(name, name + "_checks");
        List<String> opaque = new ArrayList<>();
        int n = 0;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CHECKS)) {
            while (rows.next()) {
                Check check = new Check(rows.getString(3), rows.getString(4), true, "");
                Table table =
                        Table.of(new TableName("", rows.getString(1)), columns(connection, rows.getLong(2)), List.of());
                n++;
                if (RuleText.parse(Vendor.POSTGRESQL, table, check).isEmpty()) {
                    opaque.add(check.expression());
                }
            }
        }
        assertThat(n).isGreaterThanOrEqualTo(checks);
        assertThat(opaque).as("of " + n).hasSizeLessThanOrEqualTo(n / 20);
    }

    private static List<Column> columns(Connection connection, long table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COLUMNS.formatted(table))) {
            while (rows.next()) {
                String type = rows.getString(2);
                columns.add(Column.of(rows.getString(1), ColumnType.of(family(type), type), true));
            }
        }
        return columns;
    }

    private static TypeFamily family(String type) {
        return switch (type) {
            case "smallint", "integer", "bigint" -> TypeFamily.INTEGER;
            case "numeric" -> TypeFamily.DECIMAL;
            case "real", "double precision" -> TypeFamily.REAL;
            case "date" -> TypeFamily.DATE;
            case "timestamp without time zone" -> TypeFamily.TIMESTAMP;
            case "timestamp with time zone" -> TypeFamily.TIMESTAMP_ZONED;
            case "time without time zone" -> TypeFamily.TIME;
            case "boolean" -> TypeFamily.BOOLEAN;
            case "text", "character varying", "character" -> TypeFamily.TEXT;
            case "jsonb", "json" -> TypeFamily.JSON;
            case "interval" -> TypeFamily.INTERVAL;
            default -> TypeFamily.OTHER;
        };
    }
}
