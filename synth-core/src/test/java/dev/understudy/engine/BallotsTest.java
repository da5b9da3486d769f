package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What siblings were read in the order of leads, though no key says so: the rest follows from it. */
class BallotsTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Ballots.rows(2);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Ballots.request(real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
    }

    @Test
    void yearsOfACandidateRise() {
        assertThat(rising(real)).isEqualTo(1);
        assertThat(rising(synthetic)).isGreaterThan(0.9);
    }

    @Test
    void aYearHasOneNumberOfVoters() {
        Map<Object, Set<Object>> voters = new HashMap<>();
        synthetic
                .rows(Ballots.BALLOT)
                .forEach(ballot -> voters.computeIfAbsent(ballot.get("year"), year -> new HashSet<>())
                        .add(ballot.get("voters")));

        assertThat(voters.values()).filteredOn(numbers -> numbers.size() == 1).hasSizeGreaterThan(30);
    }

    /** Of ballots that follow one of the same candidate, how many are of a later year. */
    private static double rising(MemoryDatabase database) {
        Map<Object, Long> last = new HashMap<>();
        int all = 0;
        int rising = 0;
        for (Map<String, Object> ballot : database.rows(Ballots.BALLOT)) {
            Long before = last.put(ballot.get("candidate_id"), (Long) ballot.get("year"));
            all += before == null ? 0 : 1;
            rising += before != null && (Long) ballot.get("year") > before ? 1 : 0;
        }
        return (double) rising / all;
    }
}
