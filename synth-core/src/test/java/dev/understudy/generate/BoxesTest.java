package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.Taken.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxesTest {
    private final Taken boxes = new Boxes();

    private static long[] ends(long... ends) {
        return ends;
    }

    @Test
    void rowsCollideWhereAllSpansOverlap() {
        assertThat(boxes.add(1, ends(10, 20, 100, 200))).isTrue();
        assertThat(boxes.add(1, ends(10, 20, 200, 300)))
                .as("apart in the second")
                .isTrue();
        assertThat(boxes.add(1, ends(20, 30, 100, 200)))
                .as("apart in the first")
                .isTrue();
        assertThat(boxes.add(2, ends(10, 20, 100, 200))).as("another hash").isTrue();
        assertThat(boxes.add(1, ends(19, 21, 150, 151))).isFalse();
        assertThat(boxes.isFree(1, ends(Long.MIN_VALUE, Long.MAX_VALUE, 300, Long.MAX_VALUE)))
                .isTrue();
        assertThat(boxes.isFree(1, ends(Long.MIN_VALUE, Long.MAX_VALUE, 299, Long.MAX_VALUE)))
                .isFalse();
    }

    @Test
    void gapsOfOneSpanLookAtWhatOverlapsInTheOthers() {
        boxes.add(1, ends(10, 20, 0, 5));
        boxes.add(1, ends(30, 40, 0, 5));
        boxes.add(1, ends(22, 28, 5, 9));
        assertThat(boxes.gaps(1, ends(37, 38, 1, 2), 0, 10))
                .containsExactly(new Gap(40, Long.MAX_VALUE), new Gap(20, 30), new Gap(Long.MIN_VALUE, 10));
        assertThat(boxes.gaps(1, ends(35, 36, 1, 2), 1, 10))
                .containsExactly(new Gap(Long.MIN_VALUE, 0), new Gap(5, Long.MAX_VALUE));
        assertThat(boxes.gaps(3, ends(35, 36, 1, 2), 0, 10)).containsExactly(new Gap(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    @Test
    void answersAreThoseOfALookAtAll() {
        Random random = new Random(1);
        List<long[]> all = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            long[] box = ends(0, 0, 0, 0);
            for (int s = 0; s < 4; s += 2) {
                box[s] = random.nextInt(20) == 0 ? Long.MIN_VALUE : random.nextInt(3_000);
                box[s + 1] = random.nextInt(20) == 0
                        ? Long.MAX_VALUE
                        : Math.max(0, box[s]) + 1 + random.nextInt(1 << random.nextInt(10));
            }
            boolean free = all.stream()
                    .noneMatch(
                            other -> other[0] < box[1] && box[0] < other[1] && other[2] < box[3] && box[2] < other[3]);
            assertThat(boxes.add(1, box)).isEqualTo(free);
            if (free) {
                all.add(box);
            }
            if (random.nextInt(10) == 0 && !all.isEmpty()) {
                long[] gone = all.remove(random.nextInt(all.size()));
                boxes.remove(1, gone.clone());
            }
        }
        assertThat(all).hasSizeGreaterThan(100);
    }
}
