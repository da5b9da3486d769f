package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.calibrate.CalibratedLearner;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.LearnProgress;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers that make up each other, among many that only go along. */
class SeasonsTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Seasons.rows(3);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new CalibratedLearner(Seasons.request(real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static double share(MemoryDatabase of, Predicate<Map<String, Object>> holds) {
        return (double) of.rows(Seasons.SEASON).stream().filter(holds).count()
                / of.rows(Seasons.SEASON).size();
    }

    @Test
    void gamesAreWonLostOrNowAndThenDrawn() {
        Predicate<Map<String, Object>> decided =
                row -> number(row, "games") == number(row, "won") + number(row, "lost");
        Predicate<Map<String, Object>> tooMany = row -> number(row, "games") < number(row, "won") + number(row, "lost");
        assertThat(share(synthetic, decided)).isCloseTo(share(real, decided), within(0.08));
        assertThat(share(synthetic, tooMany)).isZero();
    }

    @Test
    void anAverageFollowsFromItsPartsThoughOthersGoAlongMore() {
        assertThat(share(
                        synthetic,
                        row -> Math.abs(number(row, "average") - 2700.0 * number(row, "earned") / number(row, "outs"))
                                <= 1))
                .isGreaterThan(0.95);
    }
}
