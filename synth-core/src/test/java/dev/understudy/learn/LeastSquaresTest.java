package dev.understudy.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.learn.LinearCandidates.Candidate;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    private static final int ROWS = 1_000;
    private static final Draws DRAWS = Draws.seeded(11);

    private final Candidate wages = candidate(row -> 100 * DRAWS.at("wages").unit(row));
    private final Candidate rent = candidate(row -> 100 * DRAWS.at("rent").unit(row));
    private final Candidate noise = candidate(row -> 100 * DRAWS.at("noise").unit(row));

    private static double[] rows(IntToDoubleFunction value) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, value);
        return values;
    }

    private static Candidate candidate(IntToDoubleFunction value) {
        double[] values = rows(value);
        return new Candidate(null, values, Vectors.variation(values), 0);
    }

    /** Twice the wages, three times the rent, and a constant. */
    private LeastSquares costs() {
        return new LeastSquares(rows(row -> 2 * wages.values()[row] + 3 * rent.values()[row] + 5));
    }

    @Test
    void weightsAreThoseOfTheSum() {
        double[] weights = costs().weights(List.of(wages, rent));

        assertThat(weights[0]).isCloseTo(2, within(1e-9));
        assertThat(weights[1]).isCloseTo(3, within(1e-9));
    }

    @Test
    void numbersThatDependOnEachOtherHaveNoWeights() {
        Candidate cents = candidate(row -> 100 * wages.values()[row]);

        assertThat(costs().weights(List.of(wages, cents))).containsExactly(0, 0);
    }

    @Test
    void aSumTakesWhatTellsAndNothingElse() {
        LeastSquares.Sum sum = costs().sum(List.of(noise, wages, rent), List.of());

        assertThat(sum.terms()).containsExactlyInAnyOrder(wages, rent);
        assertThat(sum.left()).isLessThan(1e-6 * costs().variation());
    }

    @Test
    void whatIsTakenFirstGoesAgainIfTheOthersMakeUpForIt() {
        LeastSquares.Sum sum = costs().sum(List.of(noise, wages, rent), List.of(noise));

        assertThat(sum.terms()).doesNotContain(noise);
    }

    @Test
    void whatAConstantCannotTellIsLeft() {
        LeastSquares costs = costs();

        assertThat(costs.rest(List.of(wages, rent), new double[] {2, 3})).isLessThan(1e-6 * costs.variation());
        assertThat(costs.rest(List.of(), new double[0])).isCloseTo(costs.variation(), within(1e-6));
    }
}
