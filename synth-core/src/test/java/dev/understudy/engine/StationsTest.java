package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What decides one row in a hundred: the same month without rows, and one closed day more or less. */
class StationsTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Stations.rows(3);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Stations.request(real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
    }

    @Test
    void whoWasRebuiltHasNoRowsForTheSameDays() {
        Map<String, Integer> expected = gaps(real);
        assertThat(expected).hasSize(2);
        Map<String, Integer> made = gaps(synthetic);
        int others = made.entrySet().stream()
                .filter(gap -> !expected.containsKey(gap.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        assertThat(others).isLessThan(5);
    }

    @Test
    void asManyStationsKeepOneDayMoreAndTwo() {
        Map<Integer, Integer> expected = closed(real);
        Map<Integer, Integer> made = closed(synthetic);
        int all = expected.values().stream().mapToInt(Integer::intValue).sum();
        int apart = expected.keySet().stream()
                .mapToInt(days -> Math.abs(expected.get(days) - made.getOrDefault(days, 0)))
                .sum();
        assertThat((double) apart / all).isLessThan(0.15);
    }

    /** How many stations have which gaps: rows, the last day before each and its length. */
    private static Map<String, Integer> gaps(MemoryDatabase database) {
        Map<String, Integer> gaps = new HashMap<>();
        days(database).forEach((station, days) -> {
            StringBuilder gap = new StringBuilder().append(days.size());
            for (int i = 1; i < days.size(); i++) {
                if (days.get(i) > days.get(i - 1) + 1) {
                    gap.append(' ').append(days.get(i - 1)).append('+').append(days.get(i) - days.get(i - 1));
                }
            }
            gaps.merge(gap.toString(), 1, Integer::sum);
        });
        return gaps;
    }

    private static Map<Object, List<Long>> days(MemoryDatabase database) {
        return database.rows(Stations.DAY).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("station_id"),
                        Collectors.mapping(
                                row -> (Long) row.get("day"),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        days -> days.stream().sorted().toList()))));
    }

    /** How many stations are closed on how many days. */
    private static Map<Integer, Integer> closed(MemoryDatabase database) {
        Map<Object, Integer> closed = new HashMap<>();
        database.rows(Stations.DAY)
                .forEach(row -> closed.merge(row.get("station_id"), (Long) row.get("open") == 0 ? 1 : 0, Integer::sum));
        Map<Integer, Integer> stations = new TreeMap<>();
        closed.values().forEach(days -> stations.merge(days, 1, Integer::sum));
        return stations;
    }
}
