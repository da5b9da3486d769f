package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Test
    void seasonsLieWithinTheCareer() {
        Map<Object, Map<String, Object>> pitchers = pitchers(made);

        assertThat(made.rows(Pitchers.SEASON).stream()
                        .filter(season -> {
                            Map<String, Object> pitcher = pitchers.get(season.get("pitcher_id"));
                            long year = (Long) season.get("year");
                            return year < year(pitcher, "first_game") || year > year(pitcher, "last_game");
                        })
                        .count())
                .isLessThan(made.count(Pitchers.SEASON) / 500);
    }

    @Test
    void theFirstAndTheLastYearHaveSeasons() {
        Map<Object, Set<Object>> years = new HashMap<>();
        for (Map<String, Object> season : made.rows(Pitchers.SEASON)) {
            years.computeIfAbsent(season.get("pitcher_id"), id -> new HashSet<>())
                    .add(season.get("year"));
        }
        long whole = pitchers(made).values().stream()
                .filter(pitcher -> years.getOrDefault(pitcher.get("id"), Set.of())
                        .containsAll(List.of((long) year(pitcher, "first_game"), (long) year(pitcher, "last_game"))))
                .count();

        assertThat((double) whole / made.count(Pitchers.PITCHER)).isGreaterThan(0.995);
    }

    private static Map<Object, Map<String, Object>> pitchers(MemoryDatabase database) {
        return database.rows(Pitchers.PITCHER).stream()
                .collect(Collectors.toMap(pitcher -> pitcher.get("id"), pitcher -> pitcher));
    }

    private static int year(Map<String, Object> pitcher, String date) {
        return LocalDate.ofEpochDay((Long) pitcher.get(date)).getYear();
    }

    private static double careersOfSomeDays(MemoryDatabase database) {
        List<Map<String, Object>> pitchers = database.rows(Pitchers.PITCHER);
        return (double) pitchers.stream()
                        .filter(p -> (Long) p.get("last_game") - (Long) p.get("first_game") < 40)
                        .count()
                / pitchers.size();
    }
}
