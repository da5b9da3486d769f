package dev.understudy.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static int[] once(int n) {
        int[] weights = new int[n];
        Arrays.fill(weights, 1);
        return weights;
    }

    @Test
    void aPerfectAttackFindsAllBeforeItAccusesAnybody() {
        Ranking ranking = new Ranking(new double[] {4, 3, 2, 1}, new boolean[] {true, true, false, false});
        assertThat(ranking.rates(once(4)).area()).isEqualTo(1);
        assertThat(ranking.rates(once(4)).atHundred()).isEqualTo(1);
        assertThat(ranking.curve(4)[0]).containsExactly(0, 1);
    }

    /** By hand: of 2 × 2 pairs, 3 are in the right order. */
    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        Ranking ranking = new Ranking(new double[] {4, 2, 3, 1}, new boolean[] {true, true, false, false});
        assertThat(ranking.rates(once(4)).area()).isEqualTo(0.75);
    }

    @Test
    void equalScoresAreGuessing() {
        Ranking ranking = new Ranking(new double[6], new boolean[] {true, true, true, false, false, false});
        assertThat(ranking.rates(once(6)).area()).isEqualTo(0.5);
        assertThat(ranking.rates(once(6)).atTen()).isZero();
        for (double[] point : ranking.curve(10)) {
            assertThat(point[1]).isCloseTo(point[0], within(1e-9));
        }
    }

    @Test
    void fishersTestAgreesWithATableWorkedByHand() {
        // 3 of 4 against 1 of 4: (C(4,3) C(4,1) + C(4,4) C(4,0)) / C(8,4) = 17 / 70.
        assertThat(Odds.fisher(3, 4, 1, 4)).isCloseTo(17.0 / 70, within(1e-12));
    }
}
