package dev.understudy.commandline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/**
 * A source of five tables in a dialect that all vendors share. Every text that tells something of a person holds
 * {@link #SECRET}, so that a message can be searched for values.
 */
public final class SmallOrders {
    public static final String SECRET = "Quackenbush";
    public static final int CUSTOMERS = 300;
    public static final int ORDERS = 900;
    public static final int LINES = 2_000;
    public static final int AUDITS = 25;
    /** Parents before children. */
    public static final List<String> TABLES = List.of("country", "customer", "orders", "line", "audit_log");

    private static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE country (id int NOT NULL, name varchar(40) NOT NULL,"
                    + " CONSTRAINT country_key PRIMARY KEY (id), CONSTRAINT country_name UNIQUE (name))",
            "CREATE TABLE customer (id int NOT NULL, name varchar(60) NOT NULL, email varchar(80) NOT NULL,"
                    + " country_id int NOT NULL, CONSTRAINT customer_key PRIMARY KEY (id),"
                    + " CONSTRAINT customer_email UNIQUE (email),"
                    + " CONSTRAINT customer_country FOREIGN KEY (country_id) REFERENCES country (id))",
            "CREATE TABLE orders (id int NOT NULL, customer_id int NOT NULL, ordered_at timestamp NOT NULL,"
                    + " total numeric(10, 2) NOT NULL, CONSTRAINT orders_key PRIMARY KEY (id),"
                    + " CONSTRAINT orders_total CHECK (total >= 0),"
                    + " CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customer (id))",
            "CREATE TABLE line (order_id int NOT NULL, place int NOT NULL, quantity int NOT NULL, note varchar(80),"
                    + " CONSTRAINT line_key PRIMARY KEY (order_id, place),"
                    + " CONSTRAINT line_order FOREIGN KEY (order_id) REFERENCES orders (id))",
            "CREATE TABLE audit_log (id int NOT NULL, happening varchar(80) NOT NULL,"
                    + " CONSTRAINT audit_key PRIMARY KEY (id))");

    private SmallOrders() {}

    /** Makes the tables and fills them; the same rows every time. */
    public static void fill(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                for (String definition : DEFINITIONS) {
                    statement.execute(definition);
                }
            }
            connection.setAutoCommit(false);
            Random random = new Random(7);
            countries(connection);
            customers(connection, random);
            orders(connection, random);
            lines(connection, random);
            audits(connection);
            connection.commit();
        }
    }

    private static void countries(Connection connection) throws SQLException {
        List<String> names = List.of("Austria", "Belgium", "Canada", "Denmark", "Estonia", "France");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO country VALUES (?, ?)")) {
            for (int i = 0; i < names.size(); i++) {
                add(insert, i + 1, names.get(i));
            }
            insert.executeBatch();
        }
    }

    private static void customers(Connection connection, Random random) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?, ?)")) {
            for (int i = 1; i <= CUSTOMERS; i++) {
                String mail = "person%d@%s.example".formatted(i, SECRET);
                add(insert, i, "Anna %s%d".formatted(SECRET, i), mail, 1 + random.nextInt(6));
            }
            insert.executeBatch();
        }
    }

    private static void orders(Connection connection, Random random) throws SQLException {
        LocalDateTime first = LocalDateTime.of(2024, 1, 1, 8, 0);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?, ?)")) {
            for (int i = 1; i <= ORDERS; i++) {
                Timestamp time = Timestamp.valueOf(first.plusMinutes(random.nextInt(500_000)));
                add(
                        insert,
                        i,
                        1 + random.nextInt(CUSTOMERS),
                        time,
                        java.math.BigDecimal.valueOf(random.nextInt(90_000), 2));
            }
            insert.executeBatch();
        }
    }

    private static void lines(Connection connection, Random random) throws SQLException {
        int[] places = new int[ORDERS + 1];
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO line VALUES (?, ?, ?, ?)")) {
            for (int i = 1; i <= LINES; i++) {
                int order = 1 + random.nextInt(ORDERS);
                add(insert, order, ++places[order], 1 + random.nextInt(9), "for %s %d".formatted(SECRET, i));
            }
            insert.executeBatch();
        }
    }

    private static void audits(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_log VALUES (?, ?)")) {
            for (int i = 1; i <= AUDITS; i++) {
                add(insert, i, "%s logged in %d".formatted(SECRET, i));
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }
}
