package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Siblings that follow each other until an end, and what strangers do not share. */
class CoachesTest {
    private static MemoryDatabase made;

    @BeforeAll
    static void learnAndGenerate() {
        MemoryDatabase real = Coaches.rows(400, 3);
        DatabaseModel model = new DatabaseLearner(
                        Definitions.request(Coaches.schema(), real, Coaches.COACH), LearnProgress.NONE)
                .learn(real);
        made = new MemoryDatabase();
        new DatabaseGenerator(model, GenerateSettings.DEFAULT, GenerateProgress.NONE).generate(made);
    }

    @Test
    void yearsDoNotCrowdBeforeTheEnd() {
        List<Map<String, Object>> terms = made.rows(Coaches.TERM);
        int pairs = 0;
        int same = 0;
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i).get("coach_id").equals(terms.get(i - 1).get("coach_id"))) {
                pairs++;
                same += terms.get(i).get("year").equals(terms.get(i - 1).get("year")) ? 1 : 0;
            }
        }

        assertThat(pairs).isGreaterThan(1000);
        assertThat((double) same / pairs).isLessThan(0.02);
    }

    @Test
    void noTwoCoachesHaveOneTurnOfATeam() {
        Set<List<Object>> seen = new HashSet<>();
        List<Map<String, Object>> terms = made.rows(Coaches.TERM);

        assertThat(terms).hasSizeGreaterThan(1500);
        assertThat(terms).allMatch(term -> seen.add(List.of(term.get("team_id"), term.get("turn"))));
    }

    @Test
    void secondTurnsAreAsFrequent() {
        assertThat(secondTurns(made))
                .isBetween(0.8 * secondTurns(Coaches.rows(400, 3)), 1.3 * secondTurns(Coaches.rows(400, 3)));
    }

    private static double secondTurns(MemoryDatabase database) {
        List<Map<String, Object>> terms = database.rows(Coaches.TERM);
        return (double) terms.stream()
                        .filter(term -> (Long) term.get("turn") > 1)
                        .count()
                / terms.size();
    }
}
