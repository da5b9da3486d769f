package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

/** A number that many columns tell, each a little. */
class HousesTest {
    @Test
    void aPriceIsMadeOfManyTraits() {
        MemoryDatabase real = Houses.rows(11);
        MemoryDatabase synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Houses.request(real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
        assertThat(told(real)).isGreaterThan(0.99);
        assertThat(told(synthetic)).isGreaterThan(0.75);
    }

    /** How much of the price the traits tell, by what each is worth in the source. */
    private static double told(MemoryDatabase database) {
        SimpleRegression prices = new SimpleRegression();
        for (Map<String, Object> house : database.rows(Houses.HOUSE)) {
            double worth = 0;
            for (int trait = 0; trait < Houses.TRAITS; trait++) {
                worth += Houses.worth((Long) house.get("trait_" + trait));
            }
            prices.addData(worth, (Long) house.get("price"));
        }
        return prices.getRSquare();
    }
}
