package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.Taken.Gap;
import org.junit.jupiter.api.Test;

class TakenTest {
    private final Taken taken = new Taken.Spans();

    private static long[] ends(long... ends) {
        return ends;
    }

    @Test
    void spansOfOneHashLieApart() {
        assertThat(taken.add(1, ends(10, 20))).isTrue();
        assertThat(taken.add(1, ends(20, 30))).isTrue();
        assertThat(taken.add(1, ends(5, 10))).isTrue();
        assertThat(taken.add(2, ends(12, 18))).isTrue();
        assertThat(taken.isFree(1, ends(19, 20))).isFalse();
        assertThat(taken.isFree(1, ends(Long.MIN_VALUE, 6))).isFalse();
        assertThat(taken.isFree(1, ends(0, Long.MAX_VALUE))).isFalse();
        assertThat(taken.isFree(1, ends(30, Long.MAX_VALUE))).isTrue();
    }

    @Test
    void whatIsGivenBackIsFree() {
        taken.add(1, ends(10, 20));
        taken.remove(1, ends(10, 20));
        assertThat(taken.isFree(1, ends(0, 100))).isTrue();
    }

    @Test
    void gapsAreToldFromTheNearestOn() {
        taken.add(1, ends(10, 20));
        taken.add(1, ends(30, 40));
        taken.add(1, ends(40, 50));
        taken.add(1, ends(70, Long.MAX_VALUE));
        assertThat(taken.gaps(1, ends(35, 36), 0, 10))
                .containsExactly(new Gap(50, 70), new Gap(20, 30), new Gap(Long.MIN_VALUE, 10));
        assertThat(taken.gaps(3, ends(35, 36), 0, 10)).containsExactly(new Gap(Long.MIN_VALUE, Long.MAX_VALUE));
    }
}
