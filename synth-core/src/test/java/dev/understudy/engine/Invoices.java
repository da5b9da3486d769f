package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.TEXT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.TableMode;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Accounts with invoices with lines, and what follows from children: an invoice's amount is the sum of its lines, its tax a
 * fifth of that, its total both and the freight; it knows how many lines it has and when the last was delivered; an account
 * owes the sum of its invoices' totals; a payment is of its invoice's total. Good customers buy dear
 * things, and some accounts, though no column says which, hardly ever pay.
 */
final class Invoices {
    static final TableName ACCOUNT = new TableName("", "account");
    static final TableName INVOICE = new TableName("", "invoice");
    static final TableName LINE = new TableName("", "invoice_line");
    static final TableName PAYMENT = new TableName("", "a_payment");

    private static final ColumnType MONEY =
            ColumnType.of(TypeFamily.DECIMAL, "numeric(12,2)").withPrecision(12, 2);
    private static final ColumnType SHARE =
            ColumnType.of(TypeFamily.DECIMAL, "numeric(3,2)").withPrecision(3, 2);

    private Invoices() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(ACCOUNT, "id", INT, "kind", TEXT, "owes", MONEY),
                        table(
                                INVOICE,
                                "id",
                                INT,
                                "account_id",
                                INT,
                                "amount",
                                MONEY,
                                "tax",
                                MONEY,
                                "freight",
                                MONEY,
                                "total",
                                MONEY,
                                "lines",
                                INT,
                                "complete",
                                DATE),
                        table(
                                LINE,
                                "id",
                                INT,
                                "invoice_id",
                                INT,
                                "quantity",
                                INT,
                                "price",
                                MONEY,
                                "discount",
                                SHARE,
                                "delivered",
                                DATE),
                        table(PAYMENT, "id", INT, "invoice_id", INT, "paid", MONEY)),
                List.of(
                        link("invoice_account", INVOICE, "account_id", ACCOUNT),
                        link("line_invoice", LINE, "invoice_id", INVOICE),
                        link("payment_invoice", PAYMENT, "invoice_id", INVOICE)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(int accounts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        long invoice = 0;
        long line = 0;
        long payment = 0;
        for (long a = 1; a <= accounts; a++) {
            boolean good = random.nextInt(4) == 0;
            boolean pays = random.nextInt(3) > 0;
            long owes = 0;
            int invoices = random.nextInt(5);
            for (int i = 0; i < invoices; i++) {
                invoice++;
                long day = LocalDate.of(2020, 1, 1).toEpochDay() + random.nextInt(900);
                int lines = 1 + random.nextInt(6);
                long amount = 0;
                long last = 0;
                for (int l = 0; l < lines; l++) {
                    long quantity = 1 + random.nextInt(5);
                    long price = (good ? 5000 : 500) + 5L * random.nextInt(1000);
                    long discount = 5L * random.nextInt(5);
                    long delivered = day + random.nextInt(30);
                    amount += (quantity * price * (100 - discount) + 50) / 100;
                    last = Math.max(last, delivered);
                    database.add(
                            LINE,
                            row(
                                    "id",
                                    ++line,
                                    "invoice_id",
                                    invoice,
                                    "quantity",
                                    quantity,
                                    "price",
                                    price,
                                    "discount",
                                    discount,
                                    "delivered",
                                    delivered));
                }
                long tax = (amount + 2) / 5;
                long freight = 100L * random.nextInt(12);
                long total = amount + tax + freight;
                owes += total;
                database.add(
                        INVOICE,
                        row(
                                "id",
                                invoice,
                                "account_id",
                                a,
                                "amount",
                                amount,
                                "tax",
                                tax,
                                "freight",
                                freight,
                                "total",
                                total,
                                "lines",
                                (long) lines,
                                "complete",
                                last));
                if (random.nextInt(10) < (pays ? 9 : 2)) {
                    database.add(PAYMENT, row("id", ++payment, "invoice_id", invoice, "paid", total));
                }
            }
            database.add(ACCOUNT, row("id", a, "kind", good ? "good" : "other", "owes", owes));
        }
        return database;
    }

    static LearnRequest request() {
        Map<TableName, TableFacts> tables = new HashMap<>();
        tables.put(ACCOUNT, new TableFacts(2000, false, true, false));
        tables.put(INVOICE, new TableFacts(4000, false, false, false));
        tables.put(LINE, new TableFacts(14000, false, false, false));
        tables.put(PAYMENT, new TableFacts(3200, false, false, false));
        Map<TableName, TableMode> modes = new HashMap<>();
        schema().tables().forEach(table -> modes.put(table.name(), TableMode.SYNTHESIZE));
        SchemaGraph graph = SchemaGraph.of(schema(), new GraphFacts(tables, Map.of()), List.of());
        return new LearnRequest(schema(), graph, modes, Map.of(), Map.of(), Map.of(), LearnSettings.DEFAULT);
    }
}
