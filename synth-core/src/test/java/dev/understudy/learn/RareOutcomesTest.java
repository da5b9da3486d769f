package dev.understudy.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outcomes of which one leads by far: what is looked at first, and how codes are put together for them. */
class RareOutcomesTest {
    private static final int ROWS = 100_000;
    private static final int MOST = 2_000;

    /** Every so-manieth row has code 2, the others 1. */
    private static Outcomes everyNth(int nth) {
        short[] codes = new short[ROWS];
        for (int row = 0; row < ROWS; row++) {
            codes[row] = (short) (row % nth == 0 ? 2 : 1);
        }
        return new Outcomes(codes, 3, 0, new long[ROWS]);
    }

    private static int[] looked(Outcomes outcomes) {
        int[] counts = new int[3];
        for (int row = 0; row < ROWS; row++) {
            counts[outcomes.code(row)]++;
        }
        return FirstLook.rows(outcomes, IntStream.range(0, ROWS).toArray(), 0, ROWS, counts, MOST);
    }

    private static long rare(Outcomes outcomes, int[] rows) {
        return Arrays.stream(rows).filter(row -> outcomes.code(row) == 2).count();
    }

    @Test
    void allOfVeryFewAreLookedAt() {
        Outcomes outcomes = everyNth(1_000);
        int[] rows = looked(outcomes);
        assertThat(rows).hasSize(MOST).doesNotHaveDuplicates();
        assertThat(rare(outcomes, rows)).isEqualTo(100);
    }

    @Test
    void ofManyThatAreRareAQuarterOfTheRowsIs() {
        Outcomes outcomes = everyNth(20);
        int[] rows = looked(outcomes);
        assertThat(rows).hasSize(MOST).doesNotHaveDuplicates();
        assertThat(rare(outcomes, rows)).isEqualTo(MOST / 4);
    }

    @Test
    void whatIsNotRareIsLookedAtAsOftenAsItIs() {
        Outcomes outcomes = everyNth(3);
        assertThat(rare(outcomes, looked(outcomes))).isBetween(MOST / 3L - 60, MOST / 3L + 60);
    }

    @Test
    void whatIsRareButItsOwnStaysAlone() {
        int[][] counts = new int[200][2];
        for (int place = 0; place < counts.length; place++) {
            counts[place] = place == 77 ? new int[] {600, 100} : new int[] {700, 0};
        }
        int[] groups = AlikeNeighbours.merged(counts, 3);
        assertThat(groups[0]).isEqualTo(groups[76]).isZero();
        assertThat(groups[77]).isEqualTo(1);
        assertThat(groups[78]).isEqualTo(groups[199]).isEqualTo(2);
    }

    @Test
    void fewPlacesStayAsTheyAre() {
        assertThat(AlikeNeighbours.merged(new int[][] {{1, 0}, {1, 0}, {1, 0}}, 3))
                .containsExactly(0, 1, 2);
    }
}
