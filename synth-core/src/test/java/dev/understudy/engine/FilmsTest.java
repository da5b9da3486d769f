package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What rows have in common that refer to the same row without belonging to it. */
class FilmsTest {
    private static final int FEWEST_RATINGS = 10;

    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Films.rows(5);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Films.request(real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
    }

    @Test
    void someFilmsAreBetterThanOthers() {
        double spread = spread(real, row -> (Long) row.get("stars"));
        assertThat(spread(synthetic, row -> (Long) row.get("stars"))).isCloseTo(spread, within(0.12 * spread));
    }

    @Test
    void someFilmsAreWatchedOnTheTelephone() {
        double spread = spread(real, FilmsTest::isOnTelephone);
        assertThat(spread(synthetic, FilmsTest::isOnTelephone)).isCloseTo(spread, within(0.12 * spread));
    }

    @Test
    void starsAreAsManyAsEver() {
        assertThat(mean(synthetic.rows(Films.RATING), row -> (Long) row.get("stars")))
                .isCloseTo(mean(real.rows(Films.RATING), row -> (Long) row.get("stars")), within(0.12));
    }

    private static double isOnTelephone(Map<String, Object> row) {
        return row.get("device").equals("telephone") ? 1 : 0;
    }

    /** Standard deviation of the means of films that many have rated. */
    private static double spread(MemoryDatabase database, ToDoubleFunction<Map<String, Object>> number) {
        Collection<List<Map<String, Object>>> films = database.rows(Films.RATING).stream()
                .collect(Collectors.groupingBy(row -> row.get("film_id")))
                .values();
        List<Double> means = films.stream()
                .filter(ratings -> ratings.size() >= FEWEST_RATINGS)
                .map(ratings -> mean(ratings, number))
                .toList();
        double middle = means.stream().mapToDouble(mean -> mean).average().orElse(0);
        return Math.sqrt(means.stream()
                .mapToDouble(mean -> (mean - middle) * (mean - middle))
                .average()
                .orElse(0));
    }

    private static double mean(List<Map<String, Object>> rows, ToDoubleFunction<Map<String, Object>> number) {
        return rows.stream().mapToDouble(number).average().orElse(0);
    }
}
