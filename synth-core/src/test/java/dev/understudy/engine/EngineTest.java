package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.file.ModelFile;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning and generating together, on rows in memory. */
class EngineTest {
    private static MemoryDatabase real;
    private static DatabaseModel model;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Shop.rows(6000, 7);
        model = learn(LearnSettings.DEFAULT);
        synthetic = generate(model, GenerateSettings.DEFAULT);
    }

    private static DatabaseModel learn(LearnSettings settings) {
        return new DatabaseLearner(Shop.request(settings), LearnProgress.NONE).learn(real);
    }

    private static MemoryDatabase generate(DatabaseModel from, GenerateSettings settings) {
        MemoryDatabase target = new MemoryDatabase();
        new DatabaseGenerator(from, settings, GenerateProgress.NONE).generate(target);
        return target;
    }

    @Test
    void everyTableHasAsManyRowsAsTheSource() {
        for (Table table : Shop.schema().tables()) {
            assertThat(synthetic.rows(table.name()))
                    .as(table.name().name())
                    .hasSize(real.rows(table.name()).size());
        }
    }

    @Test
    void everyLinkPointsAtARow() {
        for (ForeignKey link : Shop.schema().foreignKeys()) {
            Set<Object> keys = values(synthetic, link.parent(), "id");
            assertThat(synthetic.rows(link.child()))
                    .as(link.name())
                    .allMatch(row -> row.get(link.childColumns().get(0)) == null
                            || keys.contains(row.get(link.childColumns().get(0))));
        }
    }

    @Test
    void noKeyComesTwice() {
        for (Table table : Shop.schema().tables()) {
            Set<List<Object>> keys = new HashSet<>();
            assertThat(synthetic.rows(table.name()))
                    .allMatch(row -> keys.add(table.primaryKey().orElseThrow().columns().stream()
                            .map(row::get)
                            .toList()));
        }
    }

    @Test
    void vipsOrderAsOftenAsTheyDid() {
        assertThat(ordersOf(synthetic, "vip")).isCloseTo(ordersOf(real, "vip"), within(0.15));
        assertThat(ordersOf(synthetic, "plain")).isCloseTo(ordersOf(real, "plain"), within(0.1));
    }

    @Test
    void ordersFollowEachOtherAndTheDayOfJoining() {
        Map<Object, Object> joined = new HashMap<>();
        synthetic.rows(Shop.CUSTOMER).forEach(row -> joined.put(row.get("id"), row.get("joined")));
        assertThat(share(
                        synthetic,
                        Shop.ORDER,
                        row -> (Long) row.get("ordered") > (Long) joined.get(row.get("customer_id"))))
                .isEqualTo(1.0);
        assertThat(share(
                        synthetic,
                        Shop.ORDER,
                        row -> row.get("shipped") == null || (Long) row.get("shipped") > (Long) row.get("ordered")))
                .isEqualTo(1.0);
    }

    @Test
    void linePricesAreThoseOfTheProduct() {
        Map<Object, Object> priceOf = new HashMap<>();
        synthetic.rows(Shop.PRODUCT).forEach(row -> priceOf.put(row.get("id"), row.get("price")));
        assertThat(synthetic.rows(Shop.LINE))
                .allMatch(row -> row.get("price").equals(priceOf.get(row.get("product_id"))));
    }

    @Test
    void noPriceFallsIntoTheGapBetweenBooksAndTools() {
        assertThat(share(
                        synthetic,
                        Shop.PRODUCT,
                        row -> "tool".equals(row.get("kind")) == ((Long) row.get("price") >= 4000)))
                .isGreaterThan(0.99);
    }

    @Test
    void salariesFollowTheLevel() {
        Set<Object> bosses = values(synthetic, Shop.STAFF, "boss_id");
        assertThat(share(
                        synthetic,
                        Shop.STAFF,
                        row -> bosses.contains(row.get("id")) == ((Long) row.get("salary") > 5000)))
                .isGreaterThan(0.94);
    }

    @Test
    void vipsPreferToolsAsTheyDid() {
        assertThat(toolShare(synthetic, "vip")).isCloseTo(toolShare(real, "vip"), within(0.06));
        assertThat(toolShare(synthetic, "plain")).isCloseTo(toolShare(real, "plain"), within(0.06));
    }

    @Test
    void noEmailOfTheSourceComesBack() {
        Set<Object> emails = values(real, Shop.CUSTOMER, "email");
        assertThat(synthetic.rows(Shop.CUSTOMER)).noneMatch(row -> emails.contains(row.get("email")));
        assertThat(synthetic.rows(Shop.CUSTOMER))
                .allMatch(row -> ((String) row.get("email")).matches(".*[@.]example\\.(com|org|net)"));
    }

    @Test
    void staffFormATreeWithTheSameNumberOfRoots() {
        Map<Object, Object> boss = new HashMap<>();
        synthetic.rows(Shop.STAFF).forEach(row -> boss.put(row.get("id"), row.get("boss_id")));
        for (Object start : boss.keySet()) {
            int steps = 0;
            for (Object at = start; at != null; at = boss.get(at)) {
                assertThat(steps++).isLessThan(10);
            }
        }
    }

    @Test
    void missingNumbersStayAsFrequent() {
        assertThat(share(synthetic, Shop.CUSTOMER, row -> row.get("weight") == null))
                .isCloseTo(0.1, within(0.03));
    }

    @Test
    void threadsDoNotShowInTheModelOrTheRows() {
        DatabaseModel alone = learn(LearnSettings.DEFAULT.withThreads(1));
        assertThat(ModelFile.digest(alone)).isEqualTo(ModelFile.digest(model));
        MemoryDatabase again = generate(alone, GenerateSettings.DEFAULT.withThreads(1));
        for (Table table : Shop.schema().tables()) {
            assertThat(again.rows(table.name())).isEqualTo(synthetic.rows(table.name()));
        }
    }

    @Test
    void anotherSeedGivesOtherRows() {
        MemoryDatabase other = generate(model, GenerateSettings.DEFAULT.withSeed(43));
        assertThat(other.rows(Shop.CUSTOMER)).isNotEqualTo(synthetic.rows(Shop.CUSTOMER));
    }

    @Test
    void aScaledTargetKeepsProportions() {
        MemoryDatabase half = generate(model, GenerateSettings.DEFAULT.withScale(0.5));
        assertThat(half.rows(Shop.CUSTOMER)).hasSize(3000);
        assertThat(half.rows(Shop.COUNTRY)).hasSize(30);
        assertThat((double) half.rows(Shop.LINE).size())
                .isCloseTo(
                        real.rows(Shop.LINE).size() / 2.0,
                        within(0.02 * real.rows(Shop.LINE).size()));
    }

    @Test
    void aModelReadFromItsFileIsTheSame(@TempDir Path folder) {
        Path file = folder.resolve("shop.understudy");
        String digest = ModelFile.write(model, file);
        DatabaseModel read = ModelFile.read(file);
        assertThat(ModelFile.digest(read)).isEqualTo(digest);
        assertThat(generate(read, GenerateSettings.DEFAULT).rows(Shop.LINE)).isEqualTo(synthetic.rows(Shop.LINE));
    }

    private static double ordersOf(MemoryDatabase database, String segment) {
        Set<Object> customers = database.rows(Shop.CUSTOMER).stream()
                .filter(row -> segment.equals(row.get("segment")))
                .map(row -> row.get("id"))
                .collect(Collectors.toSet());
        long orders = database.rows(Shop.ORDER).stream()
                .filter(row -> customers.contains(row.get("customer_id")))
                .count();
        return (double) orders / customers.size();
    }

    private static double toolShare(MemoryDatabase database, String segment) {
        Map<Object, Object> segmentOf = new HashMap<>();
        database.rows(Shop.CUSTOMER).forEach(row -> segmentOf.put(row.get("id"), row.get("segment")));
        Map<Object, Object> customerOf = new HashMap<>();
        database.rows(Shop.ORDER).forEach(row -> customerOf.put(row.get("id"), row.get("customer_id")));
        Map<Object, Object> kindOf = new HashMap<>();
        database.rows(Shop.PRODUCT).forEach(row -> kindOf.put(row.get("id"), row.get("kind")));
        List<Map<String, Object>> lines = new ArrayList<>(database.rows(Shop.LINE));
        lines.removeIf(row -> !segment.equals(segmentOf.get(customerOf.get(row.get("order_id")))));
        return lines.stream()
                        .filter(row -> "tool".equals(kindOf.get(row.get("product_id"))))
                        .count()
                / (double) lines.size();
    }

    private static double share(MemoryDatabase database, TableName table, Predicate<Map<String, Object>> holds) {
        return database.rows(table).stream().filter(holds).count()
                / (double) database.rows(table).size();
    }

    private static Set<Object> values(MemoryDatabase database, TableName table, String column) {
        return database.rows(table).stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
