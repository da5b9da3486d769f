package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnLimits;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.FanOut;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Less memory and less time than learning would take. */
class LearnLimitsTest {
    private final MemoryDatabase real = Shop.rows(6000, 7);

    @Test
    void rowsThatDoNotFitAreLearnedFromWholeFamilies() {
        Map<TableName, Double> kept = new HashMap<>();
        DatabaseModel whole = learn(LearnLimits.DEFAULT, new HashMap<>());
        DatabaseModel part = learn(LearnLimits.DEFAULT.withMemory(3_000_000), kept);

        assertThat(kept.get(Shop.CUSTOMER)).isBetween(0.2, 0.6);
        // Were families torn, orders would be left out with their customers and fall in again without them.
        assertThat(kept.get(Shop.ORDER)).isCloseTo(kept.get(Shop.CUSTOMER), within(0.04));
        assertThat(kept.get(Shop.LINE)).isCloseTo(kept.get(Shop.CUSTOMER), within(0.04));
        assertThat(orders(part).perParent()).isCloseTo(orders(whole).perParent(), within(0.15));
        assertThat(part.table(Shop.LINE).orElseThrow().sourceRows())
                .isEqualTo(real.rows(Shop.LINE).size());
    }

    @Test
    void whatIsSmallIsLearnedWhole() {
        Map<TableName, Double> kept = new HashMap<>();
        learn(LearnLimits.DEFAULT.withMemory(3_000_000), kept);

        assertThat(kept.get(Shop.COUNTRY)).isEqualTo(1);
        assertThat(kept.get(Shop.STAFF)).isEqualTo(1);
        assertThat(kept.get(Shop.PRODUCT)).isEqualTo(1);
    }

    @Test
    void aSmallBudgetGrowsSmallTrees() {
        int nodes = nodes(learn(LearnLimits.DEFAULT, new HashMap<>()));
        int fewer = nodes(learn(LearnLimits.DEFAULT.withBudget(3_000_000), new HashMap<>()));

        assertThat(fewer).isBetween(nodes / 50, nodes / 2);
    }

    @Test
    void aBudgetThatSufficesChangesNothing() {
        int nodes = nodes(learn(LearnLimits.DEFAULT, new HashMap<>()));

        assertThat(nodes(learn(LearnLimits.DEFAULT.withBudget(1L << 50), new HashMap<>())))
                .isEqualTo(nodes);
    }

    private DatabaseModel learn(LearnLimits limits, Map<TableName, Double> kept) {
        LearnProgress progress = new LearnProgress() {
            @Override
            public void read(TableName table, long rows, long learned) {
                kept.put(table, (double) learned / rows);
            }
        };
        return new DatabaseLearner(Shop.request(LearnSettings.DEFAULT.with(limits)), progress).learn(real);
    }

    private static FanOut orders(DatabaseModel model) {
        return model.table(Shop.CUSTOMER).orElseThrow().fanOuts().get(0);
    }

    private static int nodes(DatabaseModel model) {
        int nodes = 0;
        for (CascadeColumn column : model.table(Shop.LINE).orElseThrow().cascade()) {
            nodes += column.forest().trees().stream()
                    .mapToInt(tree -> tree.feature().length)
                    .sum();
        }
        return nodes;
    }
}
