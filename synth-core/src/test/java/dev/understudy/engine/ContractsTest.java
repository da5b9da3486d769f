package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.ReferenceModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Siblings whose targets differ, but hang on one row: who stays with a club has another season each year. */
class ContractsTest {
    private static MemoryDatabase real;
    private static DatabaseModel model;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Contracts.rows(5);
        model = new DatabaseLearner(Contracts.request(real), LearnProgress.NONE).learn(real);
        synthetic = rows(GenerateSettings.DEFAULT);
    }

    private static MemoryDatabase rows(GenerateSettings settings) {
        MemoryDatabase made = new MemoryDatabase();
        new DatabaseGenerator(model, settings, GenerateProgress.NONE).generate(made);
        return made;
    }

    @Test
    void playersStayWithTheirClubAsOften() {
        double stay = stay(real);
        assertThat(stay).isGreaterThan(0.65);
        assertThat(stay(synthetic)).isCloseTo(stay, within(0.08));
    }

    @Test
    void seasonsHaveAsManyContracts() {
        int[] expected = degrees(real);
        int[] made = degrees(synthetic);
        int apart = 0;
        for (int i = 0; i < expected.length; i++) {
            apart += Math.abs(expected[i] - made[i * made.length / expected.length]);
        }
        assertThat((double) apart / Arrays.stream(expected).sum()).isLessThan(0.1);
    }

    @Test
    void theSameWithOneThreadAndTwo() {
        assertThat(rows(new GenerateSettings(1, Map.of(), 42, 1)).rows(Contracts.CONTRACT))
                .isEqualTo(rows(new GenerateSettings(1, Map.of(), 42, 2)).rows(Contracts.CONTRACT));
    }

    @Test
    void theModelSaysSo() {
        assertThat(model.table(Contracts.CONTRACT).orElseThrow().references())
                .filteredOn(link -> link.link().equals("contract_season"))
                .singleElement()
                .extracting(link -> link.repeats().kin())
                .isEqualTo(List.of(new ReferenceModel.Kin(List.of(), List.of("season_club"), false)));
    }

    /** Of contracts that follow one of the same player, how many are with the same club. */
    private static double stay(MemoryDatabase database) {
        Map<Object, Object> clubs = new HashMap<>();
        database.rows(Contracts.SEASON).forEach(season -> clubs.put(season.get("id"), season.get("club_id")));
        Map<Object, Object> last = new HashMap<>();
        int all = 0;
        int same = 0;
        for (Map<String, Object> contract : database.rows(Contracts.CONTRACT)) {
            Object club = clubs.get(contract.get("season_id"));
            Object before = last.put(contract.get("player_id"), club);
            all += before == null ? 0 : 1;
            same += club.equals(before) ? 1 : 0;
        }
        return (double) same / all;
    }

    /** Contracts of each season, fewest first. */
    private static int[] degrees(MemoryDatabase database) {
        Map<Object, Integer> counts = new HashMap<>();
        database.rows(Contracts.SEASON).forEach(season -> counts.put(season.get("id"), 0));
        database.rows(Contracts.CONTRACT).forEach(row -> counts.merge(row.get("season_id"), 1, Integer::sum));
        return counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
