package dev.understudy.sql.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.RowView;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as H2 prints them say of random rows what H2 itself says of them. */
class H2VerdictsTest {
    private static final String COLUMNS = "\"ID\" int, \"A\" int, \"B\" int, \"PRICE\" decimal(8, 2), \"RATE\" double"
            + " precision, \"X\" varchar(20), \"D\" date, \"E\" date, \"TS\" timestamp, \"TM\" time, \"ACTIVE\" boolean";
    private static final Table TABLE = Table.of(
            new TableName("PUBLIC", "T"),
            List.of(
                    column("ID", TypeFamily.INTEGER),
                    column("A", TypeFamily.INTEGER),
                    column("B", TypeFamily.INTEGER),
                    Column.of(
                            "PRICE",
                            ColumnType.of(TypeFamily.DECIMAL, "decimal(8, 2)").withPrecision(8, 2),
                            true),
                    column("RATE", TypeFamily.REAL),
                    column("X", TypeFamily.TEXT),
                    column("D", TypeFamily.DATE),
                    column("E", TypeFamily.DATE),
                    column("TS", TypeFamily.TIMESTAMP),
                    column("TM", TypeFamily.TIME),
                    column("ACTIVE", TypeFamily.BOOLEAN)),
            List.of());

    private static Connection connection;

    private static Column column(String name, TypeFamily family) {
        return Column.of(name, ColumnType.of(family, family.name()), true);
    }

    @BeforeAll
    static void fill() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:verdicts");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table \"T\" (" + COLUMNS + ")");
            statement.execute("create table \"EMPTY\" (" + COLUMNS + ")");
            SplittableRandom random = new SplittableRandom(5);
            for (int id = 0; id < 400; id++) {
                List<String> values = new ArrayList<>(List.of(String.valueOf(id)));
                values.add(String.valueOf(random.nextInt(-3, 8)));
                values.add(String.valueOf(random.nextInt(-3, 8)));
                values.add(random.nextInt(-2, 6)
                        + ".".concat(List.of("00", "50", "99").get(random.nextInt(3))));
                values.add(String.valueOf(random.nextInt(-4, 10) / 4.0));
                values.add("'"
                        + List.of("a", "B", "abc", " a ", "x@y", "", "a_c", "Äb")
                                .get(random.nextInt(8)) + "'");
                values.add("date '2020-0" + random.nextInt(1, 4) + "-0" + random.nextInt(1, 4) + "'");
                values.add("date '2020-0" + random.nextInt(1, 4) + "-0" + random.nextInt(1, 4) + "'");
                values.add("timestamp '2020-01-0" + random.nextInt(1, 4) + " 0" + random.nextInt(3) + ":00:00'");
                values.add("time '0" + random.nextInt(3) + ":30:00'");
                values.add(String.valueOf(random.nextBoolean()));
                for (int c = 1; c < values.size(); c++) {
                    values.set(c, random.nextInt(4) == 0 ? "null" : values.get(c));
                }
                statement.execute("insert into \"T\" values (" + String.join(", ", values) + ")");
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a > 0",
                "a >= b and price > 0",
                "a = 1 or b is null",
                "not (a = 1 or b = 2)",
                "price between 1 and 3.5",
                "price not between 1 and 3.5",
                "x in ('a', 'B', 'abc')",
                "x not in ('a', 'B')",
                "x in ('a', null)",
                "x like 'a%'",
                "x not like '%@%'",
                "x like 'a\\_c'",
                "x like 'A%' or x like '_b'",
                "x regexp '^[a-z]+$'",
                "(a is null) = (b is null)",
                "(a is null) <> (b is null)",
                "a is distinct from b",
                "a is not distinct from b",
                "a + b <= 5",
                "a - b > 0",
                "a * 2 = b",
                "a / 2 = b",
                "a / 2.0 > b",
                "mod(a, 2) = 0",
                "-a < 2",
                "abs(a) <= 3",
                "abs(price) < 1.5",
                "price * a > 4",
                "rate > 0.5",
                "rate + a >= price",
                "rate = 0.25 or rate = 1",
                "lower(x) = x",
                "upper(x) = x",
                "char_length(x) > 2",
                "trim(x) = x",
                "coalesce(a, b, 0) > 0",
                "coalesce(x, 'none') <> 'none'",
                "extract(year from d) = 2020",
                "extract(month from d) > 2",
                "d <= e",
                "d < date '2020-02-01'",
                "d = cast(ts as date)",
                "ts >= timestamp '2020-01-02 00:00:00'",
                "ts > d",
                "tm >= time '01:00:00'",
                "active",
                "not active",
                "active is true",
                "active is not false",
                "active or a > 3",
                "active = (a > 0)",
                "case when a > 0 then b is not null else true end",
                "case a when 1 then b when 2 then price else 0 end > 0",
                "case when a is null then 0 else 1 end + case when b is null then 0 else 1 end = 1",
                "cast(a as decimal(10, 2)) / 2 > 1",
                "a in (1, 2, b)",
                "a > 0 and (b > 0 or x is null) and d is not null"
            })
    void theTreeSaysWhatTheServerSays(String condition) throws SQLException {
        String printed = printed(condition);
        var parsed = RuleText.parse(Vendor.H2, TABLE, printed);
        assertThat(parsed).as(printed).isPresent();
        Condition tree = parsed.orElseThrow();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"T\".*, (" + condition + ") from \"T\"")) {
            int n = 0;
            while (rows.next()) {
                Object[] row = row(rows);
                Object verdict = rows.getObject(row.length + 1);
                String expected =
                        verdict == null ? "UNKNOWN" : verdict.toString().toUpperCase(java.util.Locale.ROOT);
                assertThat(tree.verdict(view(row)).name())
                        .as(printed + " of row " + List.of(java.util.Arrays.toString(row)))
                        .isEqualTo(expected);
                n++;
            }
            assertThat(n).isEqualTo(400);
        }
    }

    /** The text of the condition as H2 gives it back. */
    private static String printed(String condition) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table \"EMPTY\" add constraint one check (" + condition + ")");
            try (ResultSet rows =
                    statement.executeQuery("select check_clause from information_schema.check_constraints")) {
                rows.next();
                return rows.getString(1);
            } finally {
                statement.execute("alter table \"EMPTY\" drop constraint one");
            }
        }
    }

    private static Object[] row(ResultSet rows) throws SQLException {
        Object[] row = new Object[TABLE.columns().size()];
        for (int c = 0; c < row.length; c++) {
            Object value = rows.getObject(c + 1);
            if (value instanceof Integer number) {
                value = number.longValue();
            } else if (value instanceof java.sql.Date) {
                value = LiteralText.micros(rows.getObject(c + 1, LocalDate.class));
            } else if (value instanceof java.sql.Timestamp) {
                value = LiteralText.micros(rows.getObject(c + 1, LocalDateTime.class));
            } else if (value instanceof java.sql.Time) {
                value = LiteralText.micros(rows.getObject(c + 1, LocalTime.class));
            }
            row[c] = value;
            assertThat(value == null
                            || value instanceof Long
                            || value instanceof BigDecimal
                            || value instanceof Double
                            || value instanceof String
                            || value instanceof Boolean)
                    .isTrue();
        }
        return row;
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
