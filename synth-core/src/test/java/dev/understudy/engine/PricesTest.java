package dev.understudy.engine;

import static dev.understudy.engine.Definitions.DATE;
import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prices are valid until the day before the next one is; the latest price of an article has no end, unless it is sold no more. */
class PricesTest {
    private static final TableName ARTICLE = new TableName("", "article");
    private static final TableName PRICE = new TableName("", "price");
    private static final int ARTICLES = 2500;
    private static final long TODAY = LocalDate.of(2026, 5, 1).toEpochDay();
    private static final Schema SCHEMA = new Schema(
            Vendor.GENERIC,
            "1",
            "",
            List.of(table(ARTICLE, "id", INT, "since", DATE), prices()),
            List.of(link("price_article", PRICE, "article_id", ARTICLE)),
            List.of(),
            List.of());

    private static MemoryDatabase made;

    @BeforeAll
    static void learnAndGenerate() {
        made = Definitions.made(SCHEMA, rows(), ARTICLE);
    }

    @Test
    void aPriceEndsTheDayBeforeTheNextBegins() {
        long all = 0;
        long follow = 0;
        for (List<Map<String, Object>> prices : prices(made).values()) {
            for (int p = 1; p < prices.size(); p++) {
                Long end = (Long) prices.get(p - 1).get("valid_to");
                all++;
                follow += end != null && end + 1 == from(prices.get(p)) ? 1 : 0;
            }
        }

        assertThat(all).isGreaterThan(3L * ARTICLES);
        assertThat((double) follow / all).isGreaterThan(0.99);
    }

    @Test
    void onlyTheLatestPriceHasNoEnd() {
        long open = prices(made).values().stream()
                .filter(prices -> prices.get(prices.size() - 1).get("valid_to") == null)
                .count();
        long all = made.rows(PRICE).stream()
                .filter(price -> price.get("valid_to") == null)
                .count();

        assertThat((double) open / prices(made).size()).isBetween(0.7, 0.8);
        assertThat(all - open).isLessThanOrEqualTo(all / 200);
    }

    private static long from(Map<String, Object> price) {
        return (long) price.get("valid_from");
    }

    private static Map<Object, List<Map<String, Object>>> prices(MemoryDatabase database) {
        Map<Object, List<Map<String, Object>>> prices = new TreeMap<>();
        database.rows(PRICE)
                .forEach(price -> prices.computeIfAbsent(price.get("article_id"), id -> new ArrayList<>())
                        .add(price));
        prices.values().forEach(all -> all.sort(Comparator.comparingLong(PricesTest::from)));
        return prices;
    }

    private static Table prices() {
        return Table.of(
                PRICE,
                List.of(
                        Column.of("id", INT, false),
                        Column.of("article_id", INT, false),
                        Column.of("valid_from", DATE, false),
                        Column.of("valid_to", DATE, true),
                        Column.of("cents", INT, false)),
                List.of(UniqueKey.of("price_pk", true, List.of("id"))));
    }

    private static MemoryDatabase rows() {
        SplittableRandom random = new SplittableRandom(8);
        MemoryDatabase database = new MemoryDatabase();
        long id = 0;
        for (long article = 1; article <= ARTICLES; article++) {
            long from = TODAY - 100 - random.nextInt(3000);
            database.add(ARTICLE, row("id", article, "since", from));
            boolean ended = random.nextInt(4) == 0;
            long cents = 100 + random.nextInt(10_000);
            long most = 1 + random.nextInt(12);
            for (int price = 0; price < most && from < TODAY; price++) {
                long next = from + 10 + random.nextInt(400);
                boolean last = price + 1 == most || next >= TODAY;
                database.add(
                        PRICE,
                        row(
                                "id",
                                ++id,
                                "article_id",
                                article,
                                "valid_from",
                                from,
                                "valid_to",
                                last && !ended ? null : (Object) (next - 1),
                                "cents",
                                cents += random.nextInt(50)));
                from = next;
            }
        }
        return database;
    }
}
