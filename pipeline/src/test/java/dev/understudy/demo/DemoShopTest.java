package dev.understudy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoShopTest {
    private static final List<String> TABLES = List.of(
            "categories",
            "products",
            "employees",
            "customers",
            "addresses",
            "orders",
            "order_lines",
            "payments",
            "reviews");

    private static Connection shop;

    @BeforeAll
    static void build() throws SQLException {
        shop = DriverManager.getConnection("jdbc:h2:mem:shop");
        DemoShop.build(shop, 42);
    }

    @AfterAll
    static void close() throws SQLException {
        shop.close();
    }

    private static double number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            double number = result.getDouble(1);
            assertThat(result.wasNull()).as(sql).isFalse();
            assertThat(result.next()).as(sql).isFalse();
            return number;
        }
    }

    @Test
    void theShopHasAboutTwoHundredThousandRows() throws SQLException {
        double rows = 0;
        for (String table : TABLES) {
            double count = number(shop, "SELECT COUNT(*) FROM " + table);
            assertThat(count).as(table).isPositive();
            rows += count;
        }

        assertThat(rows).isBetween(180_000.0, 240_000.0);
        assertThat(number(shop, "SELECT COUNT(*) FROM customers")).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void everyPlantedCorrelationIsThere() throws SQLException {
        Map<String, double[]> expected = new LinkedHashMap<>();
        expected.put("segment and order value", new double[] {2, 6});
        expected.put("season and category", new double[] {3, 6});
        expected.put("age and channel", new double[] {0.5, 0.58});
        expected.put("city tier and basket size", new double[] {1.6, 1.9});
        expected.put("delay and stars", new double[] {1.6, 2.0});
        expected.put("price and quantity", new double[] {1.5, 4});
        expected.put("loyalty and repeat purchases", new double[] {4, 5});
        expected.put("management and salary", new double[] {1.7, 2.3});
        expected.put("segment and payment", new double[] {0.55, 0.61});
        expected.put("totals", new double[] {1, 1});

        for (PlantedCorrelation correlation : DemoShop.correlations()) {
            double[] range = expected.remove(correlation.name());
            assertThat(range).as(correlation.name()).isNotNull();
            assertThat(number(shop, correlation.sqlMeasure()))
                    .as(correlation.name())
                    .isBetween(range[0], range[1]);
        }
        assertThat(expected).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameShopAndAnotherSeedAnother() throws SQLException {
        String digest = "SELECT SUM(total * MOD(id, 97)) FROM orders";
        try (Connection same = DriverManager.getConnection("jdbc:h2:mem:same");
                Connection other = DriverManager.getConnection("jdbc:h2:mem:other")) {
            DemoShop.build(same, 42);
            DemoShop.build(other, 43);

            assertThat(number(same, digest)).isEqualTo(number(shop, digest));
            assertThat(number(other, digest)).isNotEqualTo(number(shop, digest));
        }
    }

    @Test
    void aNewCustomerGetsAnIdOfItsOwn() throws SQLException {
        try (Statement statement = shop.createStatement()) {
            statement.execute(
                    "INSERT INTO customers (first_name, last_name, email, birth_date, registered_at)"
                            + " VALUES ('New', 'Person', 'new@person.test', DATE '1990-01-01', TIMESTAMP '2025-01-01 00:00:00')");
            statement.execute("DELETE FROM customers WHERE email = 'new@person.test'");
        }
    }
}
