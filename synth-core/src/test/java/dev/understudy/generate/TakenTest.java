package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.Taken.Gap;
import org.junit.jupiter.api.Test;

class TakenTest {
    private final Taken taken = new Taken.Spans();

    @Test
    void spansOfOneHashLieApart() {
        assertThat(taken.add(1, 10, 20)).isTrue();
        assertThat(taken.add(1, 20, 30)).isTrue();
        assertThat(taken.add(1, 5, 10)).isTrue();
        assertThat(taken.add(2, 12, 18)).isTrue();
        assertThat(taken.isFree(1, 19, 20)).isFalse();
        assertThat(taken.isFree(1, Long.MIN_VALUE, 6)).isFalse();
        assertThat(taken.isFree(1, 0, Long.MAX_VALUE)).isFalse();
        assertThat(taken.isFree(1, 30, Long.MAX_VALUE)).isTrue();
    }

    @Test
    void whatIsGivenBackIsFree() {
        taken.add(1, 10, 20);
        taken.remove(1, 10);
        assertThat(taken.isFree(1, 0, 100)).isTrue();
    }

    @Test
    void gapsAreToldFromTheNearestOn() {
        taken.add(1, 10, 20);
        taken.add(1, 30, 40);
        taken.add(1, 40, 50);
        taken.add(1, 70, Long.MAX_VALUE);
        assertThat(taken.gaps(1, 35, 10))
                .containsExactly(new Gap(50, 70), new Gap(20, 30), new Gap(Long.MIN_VALUE, 10));
        assertThat(taken.gaps(3, 35, 10)).containsExactly(new Gap(Long.MIN_VALUE, Long.MAX_VALUE));
    }
}
