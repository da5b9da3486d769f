package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.TEXT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;

import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.LinkFacts;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A small shop with known dependencies, for tests of the engine. */
final class Shop {
    static final TableName CUSTOMER = new TableName("", "customer");
    static final TableName ORDER = new TableName("", "orders");
    static final TableName LINE = new TableName("", "line");
    static final TableName PRODUCT = new TableName("", "product");
    static final TableName COUNTRY = new TableName("", "country");
    static final TableName STAFF = new TableName("", "staff");

    private static final ColumnType MONEY =
            ColumnType.of(TypeFamily.DECIMAL, "numeric(10,2)").withPrecision(10, 2);
    private static final ColumnType REAL = ColumnType.of(TypeFamily.REAL, "double precision");

    private Shop() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(COUNTRY, List.of("id"), not("id", INT), not("name", TEXT)),
                        table(
                                CUSTOMER,
                                List.of("id"),
                                not("id", INT),
                                not("email", TEXT),
                                not("segment", TEXT),
                                not("country_id", INT),
                                not("joined", DATE),
                                may("weight", REAL)),
                        table(
                                LINE,
                                List.of("order_id", "line_no"),
                                not("order_id", INT),
                                not("line_no", INT),
                                not("product_id", INT),
                                not("quantity", INT),
                                not("price", MONEY)),
                        table(
                                ORDER,
                                List.of("id"),
                                not("id", INT),
                                not("customer_id", INT),
                                not("ordered", DATE),
                                may("shipped", DATE),
                                not("total", MONEY)),
                        table(PRODUCT, List.of("id"), not("id", INT), not("kind", TEXT), not("price", MONEY)),
                        table(STAFF, List.of("id"), not("id", INT), may("boss_id", INT), not("salary", INT))),
                List.of(
                        link("customer_country", CUSTOMER, "country_id", COUNTRY, false),
                        link("line_order", LINE, "order_id", ORDER, false),
                        link("line_product", LINE, "product_id", PRODUCT, false),
                        link("order_customer", ORDER, "customer_id", CUSTOMER, false),
                        link("staff_boss", STAFF, "boss_id", STAFF, true)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        for (long i = 1; i <= 30; i++) {
            database.add(COUNTRY, row("id", i, "name", "Country " + i));
        }
        for (long i = 1; i <= 400; i++) {
            boolean book = i % 2 == 0;
            database.add(
                    PRODUCT,
                    row(
                            "id",
                            i,
                            "kind",
                            book ? "book" : "tool",
                            "price",
                            book ? 500L + random.nextInt(2000) : 5000L + random.nextInt(20000)));
        }
        long order = 0;
        for (long c = 1; c <= customers; c++) {
            boolean vip = random.nextDouble() < 0.2;
            long joined = 18000 + random.nextInt(1000);
            database.add(
                    CUSTOMER,
                    row(
                            "id",
                            c * 3,
                            "email",
                            "person" + c + "@real-company.com",
                            "segment",
                            vip ? "vip" : "plain",
                            "country_id",
                            1L + (int) (30 * Math.pow(random.nextDouble(), 3)),
                            "joined",
                            joined,
                            "weight",
                            random.nextDouble() < 0.1 ? null : (Object) (60 + 15 * random.nextGaussian())));
            int orders = (vip ? 4 : 0) + random.nextInt(4);
            long day = joined;
            for (int o = 0; o < orders; o++) {
                order++;
                day += 1 + random.nextInt(60);
                int lines = 1 + random.nextInt(vip ? 5 : 2);
                database.add(
                        ORDER,
                        row(
                                "id",
                                order,
                                "customer_id",
                                c * 3,
                                "ordered",
                                day,
                                "shipped",
                                random.nextDouble() < 0.1 ? null : (Object) (day + 1 + random.nextInt(7)),
                                "total",
                                1000L * lines + random.nextInt(500)));
                for (long l = 1; l <= lines; l++) {
                    // Plain customers buy books, whose numbers are even.
                    long product = 2 * (1 + random.nextInt(200)) - (vip && random.nextDouble() < 0.8 ? 1 : 0);
                    database.add(
                            LINE,
                            row(
                                    "order_id",
                                    order,
                                    "line_no",
                                    l,
                                    "product_id",
                                    product,
                                    "quantity",
                                    1L + random.nextInt(product % 2 == 0 ? 9 : 2),
                                    "price",
                                    (Long) database.rows(PRODUCT)
                                            .get((int) product - 1)
                                            .get("price")));
                }
            }
        }
        for (long s = 1; s <= 500; s++) {
            database.add(
                    STAFF,
                    row(
                            "id",
                            s,
                            "boss_id",
                            s == 1 ? null : (Object) (s <= 21 ? 1L : 2 + s % 20),
                            "salary",
                            s == 1 ? 9000L : s <= 21 ? 6000L + random.nextInt(500) : 3000L + random.nextInt(800)));
        }
        return database;
    }

    static LearnRequest request(LearnSettings settings) {
        Map<TableName, TableFacts> tables = new HashMap<>();
        tables.put(COUNTRY, new TableFacts(30, true, false, false));
        tables.put(CUSTOMER, new TableFacts(2000, false, true, false));
        tables.put(ORDER, new TableFacts(5000, false, false, false));
        tables.put(LINE, new TableFacts(10000, false, false, false));
        tables.put(PRODUCT, new TableFacts(400, false, false, false));
        tables.put(STAFF, new TableFacts(500, false, false, false));
        Map<String, LinkFacts> links = new HashMap<>();
        Map<TableName, TableMode> modes = new HashMap<>();
        schema().tables().forEach(table -> modes.put(table.name(), TableMode.SYNTHESIZE));
        modes.put(COUNTRY, TableMode.LOOKUP);
        SchemaGraph graph = SchemaGraph.of(schema(), new GraphFacts(tables, links), List.of());
        return new LearnRequest(schema(), graph, modes, Map.of(), Map.of(), Map.of(), settings);
    }

    private static Table table(TableName name, List<String> key, Column... columns) {
        return Table.of(name, List.of(columns), List.of(UniqueKey.of(name.name() + "_pk", true, key)));
    }

    private static Column not(String name, ColumnType type) {
        return Column.of(name, type, false);
    }

    private static Column may(String name, ColumnType type) {
        return Column.of(name, type, true);
    }
}
