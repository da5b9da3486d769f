package dev.understudy.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.random.Draws;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 4,000 families, half of them learned, of which one group of 400 is betrayed by the first attack. */
class ProtectedGroupTest {
    private static final int FAMILIES = 4_000;
    private static final int GROUP = 400;
    private static final Draws DRAWS = Draws.seeded(5);

    private static Attacked attacked() {
        int[] family = IntStream.range(0, FAMILIES).toArray();
        boolean[] member = new boolean[FAMILIES];
        double[][] scores = new double[MembershipAttack.NAMES.size()][FAMILIES];
        for (int i = 0; i < FAMILIES; i++) {
            member[i] = i % 2 == 0;
            for (int attack = 0; attack < scores.length; attack++) {
                scores[attack][i] = DRAWS.at(attack).unit(i);
            }
            scores[0][i] += i < GROUP && member[i] ? 0.5 : 0;
        }
        return new Attacked(family, member, new boolean[FAMILIES], scores);
    }

    private static ProtectedGroup group(String name, int from, int to) {
        boolean[] in = new boolean[FAMILIES];
        for (int i = from; i < to; i++) {
            in[i] = true;
        }
        return new ProtectedGroup(name, in);
    }

    private static Verdict verdict(List<TestResult> results, String group) {
        return results.stream()
                .filter(result -> result.test().equals("P3") && result.name().endsWith(", " + group))
                .map(TestResult::verdict)
                .reduce(Verdict::worse)
                .orElseThrow();
    }

    @Test
    void aGroupThatIsBetrayedFailsThoughAllTogetherHardlyShowIt() {
        List<TestResult> results = MembershipTest.results(
                attacked(),
                List.of(group("ward = a", 0, GROUP), group("ward = b", GROUP, 3_000), group("ward = c", 3_000, 3_040)),
                DRAWS);
        assertThat(verdict(results, "ward = a")).isEqualTo(Verdict.FAIL);
        assertThat(verdict(results, "ward = b")).isEqualTo(Verdict.PASS);
        assertThat(verdict(results, "ward = c")).as("20 held out").isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(results)
                .filteredOn(
                        result -> result.test().equals("P2") && result.name().startsWith("AUC"))
                .allMatch(result -> result.value() < 0.56);
    }

    @Test
    void withoutGroupsOnlyOutliersAreLookedAt() {
        assertThat(MembershipTest.results(attacked(), DRAWS))
                .filteredOn(result -> result.test().equals("P3"))
                .extracting(TestResult::name)
                .containsExactly("membership, outlying");
    }
}
