package dev.understudy.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.model.Feature;
import dev.understudy.model.SeenRows;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a classifier says of rows that were drawn. */
class RefinementTest {
    private static final int ROWS = 6000;
    private static final int K = 10;

    /** Two features of which the second follows the first in a share of the rows. */
    private static SeenRows rows(double follows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] groups = new byte[2][ROWS];
        long[] family = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            groups[0][row] = (byte) (1 + random.nextInt(8));
            groups[1][row] = random.nextDouble() < follows ? groups[0][row] : (byte) (1 + random.nextInt(8));
            family[row] = row / 3;
        }
        return new SeenRows(List.of(Feature.own(0), Feature.own(1)), groups, family);
    }

    private static double told(Labelled rows, double[] margin) {
        int[] all = {0, 1};
        int[] train = rows.part("test", 0, 0.5);
        int[] check = rows.part("test", 0.5, 1);
        new OddsLearner(rows, train, margin, K).grow(all, 60, 0.15, check, "test");
        return OddsLearner.accuracy(rows, margin, check);
    }

    @Test
    void rowsThatLackADependencyAreTold() {
        Labelled rows = Labelled.of(rows(0.8, 1), rows(0.2, 2));
        double[] margin = new double[rows.rows()];
        // By the best rule, 1 - (0.2 * 7/8 + 0.2 + 0.8/8) / 2.
        assertThat(told(rows, margin)).isGreaterThan(0.72);
        double odds = IntStream.range(0, ROWS)
                .filter(row -> rows.groups()[0][row] == rows.groups()[1][row])
                .mapToDouble(row -> margin[row])
                .average()
                .orElseThrow();
        assertThat(odds).isGreaterThan(0.3);
    }

    @Test
    void equalRowsAreNotTold() {
        Labelled rows = Labelled.of(rows(0.5, 1), rows(0.5, 2));
        assertThat(told(rows, new double[rows.rows()])).isBetween(0.47, 0.53);
    }

    @Test
    void noLeafSpeaksOfFewerFamiliesThanK() {
        // Two families of real rows have what nobody else has.
        SeenRows real = rows(0.5, 1);
        for (int row = 0; row < 6; row++) {
            real.groups()[1][row] = 60;
        }
        Labelled rows = Labelled.of(real, rows(0.5, 2));
        double[] margin = new double[rows.rows()];
        told(rows, margin);
        // They fall to a leaf with others, which cannot know them.
        assertThat(IntStream.range(0, 6).mapToDouble(row -> margin[row]).max().orElseThrow())
                .isLessThan(0.5);
    }
}
