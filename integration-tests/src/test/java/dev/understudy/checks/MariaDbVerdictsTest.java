package dev.understudy.checks;

import dev.understudy.schema.Vendor;
import dev.understudy.servers.MariaDbServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbVerdictsTest {
    private static final String PRINTED = "select check_clause from information_schema.check_constraints"
            + " where constraint_schema = database() and constraint_name = 'one'";

    private static Connection connection;
    private static VerdictContract contract;

    @BeforeAll
    static void fill() throws SQLException {
        connection = DriverManager.getConnection(MariaDbServer.shared().createDatabase("verdicts"));
        contract = new VerdictContract(Vendor.MARIADB, connection, PRINTED);
        contract.fill();
    }

    @AfterAll
    static void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
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
                "rate >= 0.25",
                "rate + a >= price",
                "x in ('a', 'b', 'it''s')",
                "x not in ('a', 'b')",
                "x is null or x in ('a', 'b')",
                "x like '%@%'",
                "x not like 'a%'",
                "x <> ''",
                "(a is null) = (b is null)",
                "(a is null) <> (b is null)",
                "(a is not null and b is null) or (a is null and b is not null)",
                "a + b <= 5",
                "a - b * 2 > 0",
                "a / 2 = b",
                "a % 2 = 0",
                "-a < 2",
                "abs(a) <= 3",
                "price * a > 4",
                "lower(x) = x",
                "char_length(x) > 2",
                "trim(x) = x",
                "coalesce(a, b, 0) > 0",
                "coalesce(x, 'none') <> 'none'",
                "extract(year from d) = 2020",
                "extract(month from d) > 2",
                "d <= e",
                "d < '2020-02-01'",
                "ts >= '2020-01-02 00:00:00'",
                "ts > d",
                "active",
                "not active",
                "active or a > 3",
                "active is true",
                "case when a > 0 then b is not null else true end",
                "case a when 1 then b when 2 then price else 0 end > 0",
                "case when a is null then 0 else 1 end + case when b is null then 0 else 1 end = 1",
                "a in (1, 2, b)",
                "x regexp '^[a-z]+$'",
                "a <=> b",
                "year(d) > 2019",
                "ifnull(a, 0) > 0",
                "length(x) > 1",
                "x = 'it\\'s'",
                "a is not null xor b is not null",
                "active = 1",
                "!(a > 1)"
            })
    void theTreeSaysWhatTheServerSays(String condition) throws SQLException {
        contract.isTrueTo(condition);
    }
}
