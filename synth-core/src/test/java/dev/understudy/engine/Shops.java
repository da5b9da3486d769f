package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.graph.GraphFacts;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.graph.TableFacts;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Shops and their days: an offer is made in all shops on the same days, which follow no rule; a shop is open on all Sundays
 * or on none. What is delivered has places in the van, 1, 2, 3 … in any order. Stock is counted for a region, an article and a week at most once, and a delivery has no article twice; no
 * key says so.
 */
final class Shops {
    static final TableName REGION = new TableName("", "region");
    static final TableName SHOP = new TableName("", "shop");
    static final TableName DAY = new TableName("", "trading_day");
    static final TableName STOCK = new TableName("", "stock");
    static final TableName DELIVERY = new TableName("", "delivery");
    static final TableName ITEM = new TableName("", "item");

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int SHOPS = 400;
    private static final int DAYS = 120;
    private static final int REGIONS = 12;
    private static final int ARTICLES = 20;
    private static final int WEEKS = 20;
    private static final int DELIVERIES = 1500;

    private Shops() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(REGION, "id", INT, "people", INT),
                        table(SHOP, "id", INT, "rooms", INT, "parking", INT),
                        table(DAY, "id", INT, "shop_id", INT, "day", DATE, "open", INT, "offer", INT, "buyers", INT),
                        table(STOCK, "id", INT, "region_id", INT, "article", INT, "week", INT, "season", INT),
                        table(DELIVERY, "id", INT, "van", INT),
                        table(ITEM, "id", INT, "delivery_id", INT, "article", INT, "pieces", INT, "place", INT)),
                List.of(
                        link("day_shop", DAY, "shop_id", SHOP),
                        link("item_delivery", ITEM, "delivery_id", DELIVERY),
                        link("stock_region", STOCK, "region_id", REGION)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        days(database, random);
        stock(database, random);
        deliveries(database, random);
        return database;
    }

    private static void days(MemoryDatabase database, SplittableRandom random) {
        boolean[] offers = new boolean[DAYS];
        for (int d = 0; d < DAYS; d++) {
            offers[d] = random.nextInt(2) == 0;
        }
        long id = 0;
        for (long shop = 1; shop <= SHOPS; shop++) {
            boolean onSundays = random.nextInt(4) == 0;
            long usual = 50 + random.nextInt(400);
            database.add(SHOP, row("id", shop, "rooms", 1L + random.nextInt(9), "parking", (long) random.nextInt(2)));
            for (int d = 0; d < DAYS; d++) {
                LocalDate day = FIRST.plusDays(d);
                boolean open = day.getDayOfWeek().getValue() < 7 || onSundays;
                long buyers = open ? usual + random.nextInt(50) + (offers[d] ? 30 : 0) : 0;
                database.add(
                        DAY,
                        row(
                                "id",
                                ++id,
                                "shop_id",
                                shop,
                                "day",
                                day.toEpochDay(),
                                "open",
                                open ? 1L : 0L,
                                "offer",
                                offers[d] ? 1L : 0L,
                                "buyers",
                                buyers));
            }
        }
    }

    private static void stock(MemoryDatabase database, SplittableRandom random) {
        long id = 0;
        for (long region = 1; region <= REGIONS; region++) {
            database.add(REGION, row("id", region, "people", 1000L * (1 + random.nextInt(90))));
            for (long article = 1; article <= ARTICLES; article++) {
                for (long week = 1; week <= WEEKS; week++) {
                    if (random.nextInt(10) > 0) {
                        database.add(
                                STOCK,
                                row(
                                        "id",
                                        ++id,
                                        "region_id",
                                        region,
                                        "article",
                                        article,
                                        "week",
                                        week,
                                        "season",
                                        week % 3));
                    }
                }
            }
        }
    }

    private static void deliveries(MemoryDatabase database, SplittableRandom random) {
        long id = 0;
        for (long delivery = 1; delivery <= DELIVERIES; delivery++) {
            database.add(DELIVERY, row("id", delivery, "van", 1L + random.nextInt(5)));
            Set<Long> articles = new HashSet<>();
            int items = 1 + random.nextInt(9);
            List<Long> places = places(items, random);
            while (articles.size() < items) {
                long article = 1L + random.nextInt(ARTICLES);
                if (articles.add(article)) {
                    database.add(
                            ITEM,
                            row(
                                    "id",
                                    ++id,
                                    "delivery_id",
                                    delivery,
                                    "article",
                                    article,
                                    "pieces",
                                    1L + random.nextInt(40),
                                    "place",
                                    places.get(articles.size() - 1)));
                }
            }
        }
    }

    private static List<Long> places(int items, SplittableRandom random) {
        List<Long> places = new ArrayList<>();
        for (long place = 1; place <= items; place++) {
            places.add(random.nextInt(places.size() + 1), place);
        }
        return places;
    }

    static LearnRequest request(MemoryDatabase database) {
        Map<TableName, TableFacts> tables = new HashMap<>();
        Map<TableName, TableMode> modes = new HashMap<>();
        schema().tables().forEach(table -> {
            TableName name = table.name();
            tables.put(name, new TableFacts(database.count(name), name.equals(REGION), false, false));
            modes.put(name, name.equals(REGION) ? TableMode.COPY : TableMode.SYNTHESIZE);
        });
        SchemaGraph graph = SchemaGraph.of(schema(), new GraphFacts(tables, Map.of()), List.of());
        return new LearnRequest(schema(), graph, modes, Map.of(), Map.of(), Map.of(), LearnSettings.DEFAULT);
    }
}
