package dev.understudy.commandline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;

/** A shop whose rows keep what no constraint says. */
final class Unsaid {
    private static final int CUSTOMERS = 500;

    /** What is kept without exception, each with a query that counts the rows that break it. In lower case. */
    static final Map<String, String> KEPT = Map.of(
            "bill.shipped_on >= bill.ordered_on",
            "SELECT count(*) FROM bill WHERE shipped_on < ordered_on",
            "bill.gross = bill.net + bill.tax",
            "SELECT count(*) FROM bill WHERE gross <> net + tax",
            "bill.currency_paid = bill.currency",
            "SELECT count(*) FROM bill WHERE currency_paid <> currency",
            "bill.net = sum(item.amount)",
            "SELECT count(*) FROM bill b WHERE EXISTS (SELECT 1 FROM item i WHERE i.bill_id = b.id)"
                    + " AND net <> (SELECT sum(amount) FROM item i WHERE i.bill_id = b.id)",
            "item.amount = item.quantity * item.price",
            "SELECT count(*) FROM item WHERE amount <> quantity * price",
            "bill.ordered_on >= customer.joined_on",
            "SELECT count(*) FROM bill b, customer c WHERE c.id = b.customer_id AND b.ordered_on < c.joined_on");

    /** Broken by two rows. */
    static final String NEARLY = "item.packed_on >= item.picked_on";

    private Unsaid() {}

    static void make(String url) throws SQLException {
        Contents.execute(
                url,
                "CREATE TABLE customer (id INT PRIMARY KEY, joined_on DATE NOT NULL, grade INT NOT NULL)",
                "CREATE TABLE bill (id INT PRIMARY KEY, customer_id INT NOT NULL, ordered_on DATE NOT NULL,"
                        + " shipped_on DATE, net DECIMAL(12, 2) NOT NULL, tax DECIMAL(12, 2) NOT NULL,"
                        + " gross DECIMAL(12, 2) NOT NULL, currency VARCHAR(3) NOT NULL, currency_paid VARCHAR(3) NOT NULL,"
                        + " FOREIGN KEY (customer_id) REFERENCES customer (id))",
                "CREATE TABLE item (id INT PRIMARY KEY, bill_id INT NOT NULL, quantity INT NOT NULL,"
                        + " price DECIMAL(10, 2) NOT NULL, amount DECIMAL(12, 2) NOT NULL, picked_on DATE NOT NULL,"
                        + " packed_on DATE NOT NULL, city VARCHAR(20) NOT NULL, land VARCHAR(20) NOT NULL,"
                        + " FOREIGN KEY (bill_id) REFERENCES bill (id))");
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            fill(connection, new Random(7));
            connection.commit();
        }
    }

    private static void fill(Connection connection, Random random) throws SQLException {
        try (PreparedStatement customer = connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?)");
                PreparedStatement bill = connection.prepareStatement("INSERT INTO bill VALUES (?,?,?,?,?,?,?,?,?)");
                PreparedStatement item = connection.prepareStatement("INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?)")) {
            int bills = 0;
            int items = 0;
            for (int c = 1; c <= CUSTOMERS; c++) {
                LocalDate joined = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(900));
                add(customer, c, joined, random.nextInt(5));
                for (int b = 1 + random.nextInt(4); b > 0; b--) {
                    LocalDate ordered = joined.plusDays(random.nextInt(400));
                    long net = 0;
                    bills++;
                    for (int i = 1 + random.nextInt(4); i > 0; i--) {
                        int quantity = 1 + random.nextInt(9);
                        int price = 100 + random.nextInt(5000);
                        LocalDate picked = ordered.plusDays(random.nextInt(300) - 150);
                        int city = random.nextInt(30);
                        net += (long) quantity * price;
                        add(
                                item,
                                ++items,
                                bills,
                                quantity,
                                price / 100.0,
                                quantity * price / 100.0,
                                picked,
                                picked.plusDays(items % 1500 == 7 ? -2 : random.nextInt(9)),
                                "city" + city,
                                "land" + city % 6);
                    }
                    long tax = net * (1 + random.nextInt(20)) / 100;
                    String currency = "C" + random.nextInt(4);
                    add(
                            bill,
                            bills,
                            c,
                            ordered,
                            random.nextInt(4) == 0 ? null : ordered.plusDays(random.nextInt(30)),
                            net / 100.0,
                            tax / 100.0,
                            (net + tax) / 100.0,
                            currency,
                            currency);
                }
            }
            customer.executeBatch();
            bill.executeBatch();
            item.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
