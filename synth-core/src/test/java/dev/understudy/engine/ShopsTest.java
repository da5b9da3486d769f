package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableModel;
import dev.understudy.schema.TableName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all families have on the same day, what each keeps to from week to week, and what never comes twice. */
class ShopsTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;
    private static DatabaseModel model;

    @BeforeAll
    static void learnAndGenerate() {
        real = Shops.rows(3);
        synthetic = new MemoryDatabase();
        model = new DatabaseLearner(Shops.request(real), LearnProgress.NONE).learn(real);
        new DatabaseGenerator(model, GenerateSettings.DEFAULT, GenerateProgress.NONE).generate(synthetic);
    }

    @Test
    void anOfferIsMadeInAllShopsOnTheSameDays() {
        Map<Object, Double> offers = synthetic.rows(Shops.DAY).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("day"), Collectors.averagingLong(row -> number(row, "offer"))));
        assertThat(offers).hasSize(120);
        assertThat(offers.values()).allMatch(share -> share < 0.02 || share > 0.98);
    }

    @Test
    void aShopIsOpenOnAllSundaysOrOnNone() {
        List<Double> shares = sundays(synthetic);
        long undecided =
                shares.stream().filter(share -> share > 0.1 && share < 0.9).count();
        assertThat(undecided).isLessThan(shares.size() / 40);
        assertThat(shares.stream().mapToDouble(share -> share).average().orElse(0))
                .isCloseTo(
                        sundays(real).stream()
                                .mapToDouble(share -> share)
                                .average()
                                .orElse(0),
                        within(0.04));
    }

    @Test
    void anArticleOfARegionIsCountedOnceAWeek() {
        assertThat(model(Shops.STOCK).combinations().columns())
                .singleElement()
                .satisfies(columns -> assertThat(columns).containsExactlyInAnyOrder("region_id", "article", "week"));
        assertThat(synthetic.rows(Shops.STOCK))
                .hasSameSizeAs(real.rows(Shops.STOCK))
                .extracting(row -> List.of(row.get("region_id"), row.get("article"), row.get("week")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theRestOfARowFollowsTheCombinationThatItWasGiven() {
        long agreeing = synthetic.rows(Shops.STOCK).stream()
                .filter(row -> number(row, "week") % 3 == number(row, "season"))
                .count();
        assertThat((double) agreeing / synthetic.rows(Shops.STOCK).size()).isGreaterThan(0.99);
    }

    @Test
    void whatIsDeliveredHasPlacesInTheVanWithoutGaps() {
        Map<Object, List<Long>> places = synthetic.rows(Shops.ITEM).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("delivery_id"),
                        Collectors.mapping(row -> number(row, "place"), Collectors.toList())));
        assertThat(places.values())
                .allSatisfy(of -> assertThat(of)
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.rangeClosed(1, of.size()).boxed().toList()));
        long inOrder = places.values().stream()
                .filter(of -> of.size() > 4)
                .filter(of -> of.equals(of.stream().sorted().toList()))
                .count();
        assertThat(inOrder).isLessThan(places.size() / 20);
    }

    @Test
    void aDeliveryHasNoArticleTwice() {
        assertThat(synthetic.rows(Shops.ITEM))
                .extracting(row -> List.of(row.get("delivery_id"), row.get("article")))
                .doesNotHaveDuplicates();
    }

    @Test
    void numbersThatAreSmallBesideTheNumberOfChildrenAreNoTotals() {
        assertThat(model(Shops.SHOP).totals()).isEmpty();
    }

    private static List<Double> sundays(MemoryDatabase database) {
        return List.copyOf(database.rows(Shops.DAY).stream()
                .filter(row ->
                        LocalDate.ofEpochDay(number(row, "day")).getDayOfWeek().getValue() == 7)
                .collect(Collectors.groupingBy(
                        row -> row.get("shop_id"), Collectors.averagingLong(row -> number(row, "open"))))
                .values());
    }

    private static TableModel model(TableName table) {
        return model.table(table).orElseThrow();
    }

    private static long number(Map<String, Object> row, String column) {
        return (Long) row.get(column);
    }
}
