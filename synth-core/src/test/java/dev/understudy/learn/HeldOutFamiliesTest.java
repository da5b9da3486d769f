package dev.understudy.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeldOutFamiliesTest {
    private static final int FAMILIES = 2_000;
    private static final int ROWS = 5 * FAMILIES;

    /** Five rows a family. */
    private static Outcomes outcomes() {
        long[] families = new long[ROWS];
        Arrays.setAll(families, row -> row / 5);
        return new Outcomes(new short[ROWS], 2, 0, families);
    }

    private static Set<Integer> families(int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> row / 5).collect(Collectors.toSet());
    }

    @Test
    void familiesAreWholeAndOnOneSide() {
        HeldOutFamilies parts = HeldOutFamilies.of(outcomes(), Draws.seeded(1), 1);

        assertThat(families(parts.learned())).doesNotContainAnyElementsOf(families(parts.held()));
        assertThat(parts.learned().length + parts.held().length).isEqualTo(ROWS);
    }

    @Test
    void aFifthOfThoseThatAreLookedAtIsKeptAside() {
        HeldOutFamilies parts = HeldOutFamilies.of(outcomes(), Draws.seeded(1), 0.5);

        // 5 standard errors of a share of 2,000 families each; wrong for one seed in a million.
        assertThat(families(parts.learned()).size() / (double) FAMILIES).isBetween(0.345, 0.455);
        assertThat(families(parts.held()).size() / (double) FAMILIES).isBetween(0.066, 0.134);
    }

    @Test
    void fewRowsSayNothing() {
        assertThat(HeldOutFamilies.areTooFew(400)).isTrue();
        assertThat(HeldOutFamilies.areTooFew(600)).isFalse();
        assertThat(new HeldOutFamilies(new int[900], new int[99]).sayNothing()).isTrue();
        assertThat(new HeldOutFamilies(new int[900], new int[100]).sayNothing()).isFalse();
    }
}
