package dev.understudy.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each learner is best where the data are made as it sees them, and the choice by families kept aside finds that out. */
class LearnersTest {
    private static final int ROWS = 4000;
    private static final int GROUPS = 12;
    private static final LearnSettings SETTINGS = LearnSettings.DEFAULT;

    private record Data(List<Candidate> candidates, Outcomes outcomes) {
        Data part(int from, int to) {
            List<Candidate> some = candidates.stream()
                    .map(one -> new Candidate(
                            one.feature(),
                            one.guided(),
                            Arrays.copyOfRange(one.groups(), from, to),
                            one.count(),
                            one.ordered(),
                            one.single()))
                    .toList();
            return new Data(
                    some,
                    new Outcomes(
                            Arrays.copyOfRange(outcomes.codes(), from, to),
                            outcomes.size(),
                            outcomes.ordered(),
                            Arrays.copyOfRange(outcomes.family(), from, to)));
        }
    }

    private interface Made {
        int code(int[] groups, Random random);
    }

    /** Twice as many rows as are learned from. */
    private static Data data(int features, int codes, boolean ordered, Made made) {
        Random random = new Random(4);
        byte[][] groups = new byte[features][2 * ROWS];
        short[] outcome = new short[2 * ROWS];
        long[] family = new long[2 * ROWS];
        for (int row = 0; row < outcome.length; row++) {
            int[] of = new int[features];
            for (int f = 0; f < features; f++) {
                of[f] = 1 + random.nextInt(GROUPS);
                groups[f][row] = (byte) of[f];
            }
            outcome[row] = (short) made.code(of, random);
            family[row] = row;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            candidates.add(new Candidate(Feature.own(f), Groups.COMMON, groups[f], GROUPS + 1, true, true));
        }
        return new Data(candidates, new Outcomes(outcome, codes, ordered ? codes : 0, family));
    }

    private static Forest learned(Learner learner, Data data) {
        return OutcomeLearner.of(learner).learn(data.candidates, data.outcomes, SETTINGS, "column");
    }

    /** Mean loss of rows that were not learned from. */
    private static double loss(Learner learner, Data data) {
        Data held = data.part(ROWS, 2 * ROWS);
        return HeldOutChoice.loss(learned(learner, data.part(0, ROWS)), held.candidates, held.outcomes);
    }

    private static Learner chosen(Data data) {
        Data learned = data.part(0, ROWS);
        return HeldOutChoice.choose(learned.candidates, learned.outcomes, SETTINGS, "column");
    }

    /** Eight numbers that tell a little each. */
    private static Data sum() {
        return data(8, 41, true, (groups, random) -> {
            double sum = 0;
            for (int group : groups) {
                sum += group - (GROUPS + 1) / 2.0;
            }
            return (int) Math.max(1, Math.min(40, Math.round(20 + sum / 2 + 3 * random.nextGaussian())));
        });
    }

    /** Two columns whose combination decides, and neither alone. */
    private static Data combinations() {
        int[][] label = new int[GROUPS + 1][GROUPS + 1];
        Random cells = new Random(1);
        for (int[] line : label) {
            Arrays.setAll(line, i -> 1 + cells.nextInt(4));
        }
        return data(
                4,
                5,
                false,
                (groups, random) -> random.nextInt(10) == 0 ? 1 + random.nextInt(4) : label[groups[0]][groups[1]]);
    }

    @Test
    void aCopulaSeesWhatManyColumnsTellTogether() {
        Data data = sum();

        assertThat(loss(Learner.COPULA, data)).isLessThan(loss(Learner.TREES, data) - 0.05);
        assertThat(loss(Learner.COPULA, data)).isLessThan(loss(Learner.NETWORK, data) - 0.05);
        assertThat(chosen(data)).isEqualTo(Learner.COPULA);
    }

    @Test
    void aNetworkSeesCombinations() {
        Data data = combinations();

        assertThat(loss(Learner.NETWORK, data)).isLessThan(loss(Learner.COPULA, data) - 0.3);
        assertThat(chosen(data)).isNotEqualTo(Learner.COPULA);
        assertThat(learned(Learner.NETWORK, data).features()).containsExactlyInAnyOrder(Feature.own(0), Feature.own(1));
    }

    @Test
    void treesAreTakenWhereNothingIsBetter() {
        Data data = data(
                3,
                5,
                false,
                (groups, random) -> groups[0] > 6 ? (groups[1] > 3 ? 1 : 2) : random.nextInt(5) == 0 ? 3 : 4);

        assertThat(chosen(data)).isEqualTo(Learner.TREES);
    }

    @Test
    void nothingIsLearnedOfAFewFamilies() {
        Data data = sum().part(0, 40);

        for (Learner learner : Learner.values()) {
            assertThat(learned(learner, data).features()).as(learner.name()).isEmpty();
        }
    }
}
