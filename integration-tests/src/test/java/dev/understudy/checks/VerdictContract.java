package dev.understudy.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.RowView;
import dev.understudy.sql.rules.RuleText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Conditions as a server prints them say of random rows what the server itself says of them. */
final class VerdictContract {
    private static final List<Column> COLUMNS = List.of(
            column("a", TypeFamily.INTEGER),
            column("b", TypeFamily.INTEGER),
            Column.of("price", ColumnType.of(TypeFamily.DECIMAL, "decimal(8,2)").withPrecision(8, 2), true),
            column("rate", TypeFamily.REAL),
            column("x", TypeFamily.TEXT),
            column("d", TypeFamily.DATE),
            column("e", TypeFamily.DATE),
            column("ts", TypeFamily.TIMESTAMP),
            column("active", TypeFamily.BOOLEAN));
    private static final Table TABLE = Table.of(new TableName("", "t"), COLUMNS, List.of());
    private static final int ROWS = 300;

    private final Vendor vendor;
    private final Connection connection;
    private final String printed;

    /** @param printed query for the text of the only check of table {@code empty_t} */
    VerdictContract(Vendor vendor, Connection connection, String printed) {
        this.vendor = vendor;
        this.connection = connection;
        this.printed = printed;
    }

    private static Column column(String name, TypeFamily family) {
        return Column.of(name, ColumnType.of(family, family.name()), true);
    }

    void fill() throws SQLException {
        String real = vendor == Vendor.POSTGRESQL ? "double precision" : "double";
        String timestamp = vendor == Vendor.POSTGRESQL ? "timestamp" : "datetime";
        String columns =
                " (a int, b int, price decimal(8,2), rate %s, x varchar(20), d date, e date, ts %s, active boolean)"
                        .formatted(real, timestamp);
        SplittableRandom random = new SplittableRandom(3);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table t" + columns);
            statement.execute("create table empty_t" + columns);
            List<String> rows = new ArrayList<>();
            for (int n = 0; n < ROWS; n++) {
                rows.add(row(random));
            }
            statement.execute("insert into t values " + String.join(", ", rows));
        }
    }

    private static String row(SplittableRandom random) {
        List<String> values = new ArrayList<>();
        values.add(String.valueOf(random.nextInt(-3, 8)));
        values.add(String.valueOf(random.nextInt(-3, 8)));
        values.add(random.nextInt(-2, 6) + "." + List.of("00", "50", "99").get(random.nextInt(3)));
        values.add(String.valueOf(random.nextInt(-4, 10) / 4.0));
        values.add("'" + List.of("a", "b", "abc", "x@y", "", "a_c", "it''s").get(random.nextInt(7)) + "'");
        values.add("'2020-0" + random.nextInt(1, 4) + "-0" + random.nextInt(1, 4) + "'");
        values.add("'2020-0" + random.nextInt(1, 4) + "-0" + random.nextInt(1, 4) + "'");
        values.add("'2020-01-0" + random.nextInt(1, 4) + " 0" + random.nextInt(3) + ":00:00'");
        values.add(String.valueOf(random.nextBoolean()));
        return values.stream()
                .map(value -> random.nextInt(4) == 0 ? "null" : value)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    void isTrueTo(String condition) throws SQLException {
        String text = text(condition);
        var parsed = RuleText.parse(vendor, TABLE, text);
        assertThat(parsed).as(text).isPresent();
        Condition tree = parsed.orElseThrow();
        int n = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select t.*, (" + condition + ") from t")) {
            while (rows.next()) {
                Object[] row = values(rows);
                boolean verdict = rows.getBoolean(row.length + 1);
                String expected = rows.wasNull() ? "UNKNOWN" : verdict ? "TRUE" : "FALSE";
                assertThat(tree.verdict(view(row)).name())
                        .as("%s of %s", text, Arrays.toString(row))
                        .isEqualTo(expected);
                n++;
            }
        }
        assertThat(n).isEqualTo(ROWS);
    }

    private String text(String condition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table empty_t add constraint one check (" + condition + ")");
            try (ResultSet rows = statement.executeQuery(printed)) {
                rows.next();
                return rows.getString(1);
            } finally {
                statement.execute("alter table empty_t drop constraint one");
            }
        }
    }

    private static Object[] values(ResultSet rows) throws SQLException {
        Object[] row = new Object[COLUMNS.size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = value(rows, c + 1, COLUMNS.get(c).type().family());
        }
        return row;
    }

    private static Object value(ResultSet rows, int at, TypeFamily family) throws SQLException {
        if (rows.getObject(at) == null) {
            return null;
        }
        return switch (family) {
            case INTEGER -> rows.getLong(at);
            case DECIMAL -> rows.getBigDecimal(at);
            case REAL -> rows.getDouble(at);
            case BOOLEAN -> rows.getBoolean(at);
            case DATE -> micros(rows.getObject(at, LocalDate.class).atStartOfDay());
            case TIMESTAMP -> micros(rows.getObject(at, LocalDateTime.class));
            default -> rows.getString(at);
        };
    }

    private static long micros(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000L;
    }

    private static RowView view(Object[] row) {
        return new RowView() {
            @Override
            public boolean isNull(int column) {
                return row[column] == null;
            }

            @Override
            public Object value(int column) {
                return row[column];
            }
        };
    }
}
