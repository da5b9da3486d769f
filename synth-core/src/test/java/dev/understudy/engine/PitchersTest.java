package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers that begin again with each year, and times between two dates that have months. */
class PitchersTest {
    private static MemoryDatabase real;
    private static MemoryDatabase made;

    @BeforeAll
    static void learnAndGenerate() {
        real = Pitchers.rows(8000, 7);
        DatabaseModel model = new DatabaseLearner(
                        Definitions.request(Pitchers.schema(), real, Pitchers.PITCHER), LearnProgress.NONE)
                .learn(real);
        made = new MemoryDatabase();
        new DatabaseGenerator(model, GenerateSettings.DEFAULT, GenerateProgress.NONE).generate(made);
    }

    @Test
    void stintsBeginAgainWithEachYear() {
        Map<List<Object>, Long> least = new HashMap<>();
        for (Map<String, Object> season : made.rows(Pitchers.SEASON)) {
            least.merge(List.of(season.get("pitcher_id"), season.get("year")), (Long) season.get("stint"), Math::min);
        }

        assertThat(least).hasSizeGreaterThan(30_000);
        assertThat((double) least.values().stream().filter(stint -> stint > 1).count() / least.size())
                .isLessThan(0.01);
    }

    @Test
    void careersOfSomeDaysAreAsFrequent() {
        assertThat(careersOfSomeDays(made)).isBetween(0.9 * careersOfSomeDays(real), 1.1 * careersOfSomeDays(real));
    }

    private static double careersOfSomeDays(MemoryDatabase database) {
        List<Map<String, Object>> pitchers = database.rows(Pitchers.PITCHER);
        return (double) pitchers.stream()
                        .filter(p -> (Long) p.get("last_game") - (Long) p.get("first_game") < 40)
                        .count()
                / pitchers.size();
    }
}
