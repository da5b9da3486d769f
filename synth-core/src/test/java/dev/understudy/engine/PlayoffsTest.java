package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Siblings that follow each other and point at the same row: where one stands among them decides what it is. */
class PlayoffsTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Playoffs.rows(8);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Playoffs.request(real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
    }

    @Test
    void roundsComeAsOften() {
        for (String round : Playoffs.ROUNDS) {
            assertThat(share(synthetic, round)).as(round).isCloseTo(share(real, round), within(0.03));
        }
    }

    @Test
    void oneRoundFollowsTheOther() {
        assertThat(inOrder(real)).isGreaterThan(0.999);
        assertThat(inOrder(synthetic)).isGreaterThan(0.95);
    }

    @Test
    void noRoundComesTwice() {
        assertThat(synthetic.rows(Playoffs.GAME).stream()
                        .map(row -> List.of(row.get("player_id"), row.get("team_id"), row.get("round"))))
                .doesNotHaveDuplicates();
    }

    private static double share(MemoryDatabase database, String round) {
        List<Map<String, Object>> games = database.rows(Playoffs.GAME);
        return (double) games.stream()
                        .filter(row -> row.get("round").equals(round))
                        .count()
                / games.size();
    }

    /** Of games that follow another one of the same player and team, how many are of the round after that. */
    private static double inOrder(MemoryDatabase database) {
        List<Map<String, Object>> games = database.rows(Playoffs.GAME);
        int next = 0;
        int all = 0;
        for (int i = 1; i < games.size(); i++) {
            Map<String, Object> before = games.get(i - 1);
            Map<String, Object> game = games.get(i);
            if (before.get("player_id").equals(game.get("player_id"))
                    && before.get("team_id").equals(game.get("team_id"))) {
                all++;
                next += round(game) == round(before) + 1 ? 1 : 0;
            }
        }
        return (double) next / all;
    }

    private static int round(Map<String, Object> game) {
        return Playoffs.ROUNDS.indexOf((String) game.get("round"));
    }
}
