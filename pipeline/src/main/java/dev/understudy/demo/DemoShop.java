package dev.understudy.demo;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.random.Draws;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills an empty H2 database with a shop: 10,000 customers, about 180,000 rows in nine tables, three years of orders.
 *
 * <p>The same seed gives the same rows. Takes some seconds.
 */
public final class DemoShop {
    private DemoShop() {}

    /** Creates the tables in the connection's schema, fills them in one transaction, and adds keys and links. */
    public static void build(Connection connection, long seed) {
        Draws draws = Draws.seeded(seed).at("demo shop");
        try {
            execute(connection, "shop.sql");
            boolean commits = connection.getAutoCommit();
            connection.setAutoCommit(false);
            fill(connection, draws);
            connection.commit();
            connection.setAutoCommit(commits);
            execute(connection, "shop-keys.sql");
        } catch (SQLException e) {
            throw new UnderstudyException(
                    Problem.FAILED, "The demo shop could not be built; it needs an empty H2 database.", e);
        }
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (InputStream resource = DemoShop.class.getResourceAsStream(script);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Connection connection, Draws draws) throws SQLException {
        ShopNames names = new ShopNames(draws.at("names"));
        ShopPeople.insertEmployees(connection, draws.at("employees"), names);
        Goods goods = Goods.insert(connection, draws.at("products"), names);
        List<ShopPeople.Customer> customers = ShopPeople.insertCustomers(connection, draws.at("customers"), names);
        try (ShopOrders orders = new ShopOrders(connection, goods, names)) {
            orders.insertAll(customers, draws.at("orders"));
        }
        moveCounters(connection);
    }

    /** Ids were given by hand, so the counters must go on behind them. */
    private static void moveCounters(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of("categories", "products", "employees", "customers", "orders")) {
                statement.execute("ALTER TABLE %s ALTER COLUMN id RESTART WITH (SELECT MAX(id) + 1 FROM %s)"
                        .formatted(table, table));
            }
        }
    }

    /** What is true in the shop, each with a query that measures it. */
    public static List<PlantedCorrelation> correlations() {
        return Correlations.ALL;
    }
}
