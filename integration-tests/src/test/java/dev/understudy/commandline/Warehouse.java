package dev.understudy.commandline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Orders whose rules are in the heads of their makers, and which a few rows break. */
final class Warehouse {
    static final int CUSTOMERS = 400;
    static final int PRODUCTS = 60;

    /** What the configuration says of it. */
    static final String RULES = """
            rules:
              - orders.shipped_on >= orders.ordered_on
              - orders.ordered_on >= customer.joined_on
              - order_line.price <= product.list_price
              - orders.state <> 'done' OR order_line.state = 'done'
              - order_line.picked_on >= customer.joined_on
              - orders.total = sum(order_line.quantity * order_line.price)
              - orders.line_count = count(order_line.id)
            """;

    /** Queries for rows that break one of the rules, in their order; each counts them. */
    static final List<String> BROKEN = List.of(
            "SELECT count(*) FROM orders WHERE shipped_on < ordered_on",
            "SELECT count(*) FROM orders o, customer c WHERE c.id = o.customer_id AND o.ordered_on < c.joined_on",
            "SELECT count(*) FROM order_line l, product p WHERE p.id = l.product_id AND l.price > p.list_price",
            "SELECT count(*) FROM order_line l, orders o WHERE o.id = l.order_id AND o.state = 'done'"
                    + " AND l.state <> 'done'",
            "SELECT count(*) FROM order_line l, orders o, customer c WHERE o.id = l.order_id AND c.id = o.customer_id"
                    + " AND l.picked_on < c.joined_on",
            "SELECT count(*) FROM orders o WHERE EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id)"
                    + " AND total <> (SELECT sum(quantity * price) FROM order_line l WHERE l.order_id = o.id)",
            "SELECT count(*) FROM orders o"
                    + " WHERE line_count <> (SELECT count(*) FROM order_line l WHERE l.order_id = o.id)");

    private Warehouse() {}

    static void make(String url) throws SQLException {
        Contents.execute(
                url,
                "CREATE TABLE customer (id INT PRIMARY KEY, joined_on DATE NOT NULL, grade INT NOT NULL)",
                "CREATE TABLE product (id INT PRIMARY KEY, list_price DECIMAL(10, 2) NOT NULL, weight INT NOT NULL)",
                "CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT NOT NULL, ordered_on DATE NOT NULL,"
                        + " shipped_on DATE, state VARCHAR(10) NOT NULL, total DECIMAL(12, 2) NOT NULL,"
                        + " line_count INT NOT NULL, FOREIGN KEY (customer_id) REFERENCES customer (id))",
                "CREATE TABLE order_line (id INT PRIMARY KEY, order_id INT NOT NULL, product_id INT NOT NULL,"
                        + " quantity INT NOT NULL, price DECIMAL(10, 2) NOT NULL, state VARCHAR(10) NOT NULL,"
                        + " picked_on DATE NOT NULL, FOREIGN KEY (order_id) REFERENCES orders (id),"
                        + " FOREIGN KEY (product_id) REFERENCES product (id))");
    }

    /** Fills the tables; of each rule some rows in a hundred break it. */
    static void fill(String url) throws SQLException {
        Random random = new Random(11);
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            int[] prices = new int[PRODUCTS];
            try (PreparedStatement product = connection.prepareStatement("INSERT INTO product VALUES (?, ?, ?)")) {
                for (int p = 0; p < PRODUCTS; p++) {
                    prices[p] = 500 + random.nextInt(20_000);
                    add(product, p + 1, prices[p] / 100.0, 1 + random.nextInt(40));
                }
                product.executeBatch();
            }
            customers(connection, random, prices);
            connection.commit();
        }
    }

    private static void customers(Connection connection, Random random, int[] prices) throws SQLException {
        try (PreparedStatement customer = connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?)");
                PreparedStatement order =
                        connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement line =
                        connection.prepareStatement("INSERT INTO order_line VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            int orders = 0;
            int lines = 0;
            for (int c = 1; c <= CUSTOMERS; c++) {
                LocalDate joined = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(900));
                add(customer, c, joined, 1 + random.nextInt(5));
                for (int o = random.nextInt(6); o > 0; o--) {
                    LocalDate ordered = joined.plusDays(slip(random) ? -20 : random.nextInt(500));
                    LocalDate shipped = ordered.plusDays(slip(random) ? -3 : 1 + random.nextInt(14));
                    boolean done = random.nextInt(10) < 7;
                    int n = 1 + random.nextInt(5);
                    orders++;
                    long total = 0;
                    for (int l = 0; l < n; l++) {
                        int product = random.nextInt(PRODUCTS);
                        int quantity = 1 + random.nextInt(9);
                        int price = prices[product] * (slip(random) ? 110 : 70 + random.nextInt(31)) / 100;
                        total += (long) quantity * price;
                        String state = done && !slip(random) || random.nextInt(3) == 0 ? "done" : "open";
                        LocalDate picked = ordered.plusDays(random.nextInt(10) - 2);
                        add(line, ++lines, orders, product + 1, quantity, price / 100.0, state, picked);
                    }
                    double told = (slip(random) ? total + 199 : total) / 100.0;
                    int counted = slip(random) ? n + 1 : n;
                    String state = done ? "done" : "open";
                    Object when = done || random.nextInt(3) == 0 ? shipped : null;
                    add(order, orders, c, ordered, when, state, told, counted);
                }
            }
            customer.executeBatch();
            order.executeBatch();
            line.executeBatch();
        }
    }

    private static boolean slip(Random random) {
        return random.nextInt(40) == 0;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
