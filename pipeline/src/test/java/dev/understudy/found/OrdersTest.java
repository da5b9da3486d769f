package dev.understudy.found;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.found.Values.Comparable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which orders a sample lets suppose, and which it does not. */
class OrdersTest {
    private final Random random = new Random(3);
    private final long[] base = random.longs(MadeSample.ROWS, 0, 1_000).toArray();

    private static List<String> orders(Values... values) {
        List<Candidate> found = Orders.within(MadeSample.of(values), List.of(values), MadeSample.NAMES);
        return Pruned.of(found).stream().map(Candidate::text).toList();
    }

    @Test
    void anOrderThatChanceWouldBreakIsFoundOnceAndNotWhatFollowsFromIt() {
        Values first = MadeSample.values("opened", Comparable.MOMENT, row -> base[row]);
        Values second = MadeSample.values("shipped", Comparable.MOMENT, row -> base[row] + row % 40);
        Values third = MadeSample.values("closed", Comparable.MOMENT, row -> base[row] + row % 40 + row % 7);

        assertThat(orders(first, second, third))
                .containsExactlyInAnyOrder("t.shipped >= t.opened", "t.closed >= t.shipped");
    }

    @Test
    void rangesThatDoNotMeetAreNoOrder() {
        assertThat(orders(
                        MadeSample.values("birth", Comparable.MOMENT, row -> base[row]),
                        MadeSample.values("visit", Comparable.MOMENT, row -> 2_000 + base[row])))
                .isEmpty();
    }

    @Test
    void numbersThatNeverTouchAndAreNotCalledAlikeAreNoOrder() {
        Values small = MadeSample.values("millis", Comparable.NUMBER, row -> base[row]);

        assertThat(orders(small, MadeSample.values("bytes", Comparable.NUMBER, row -> base[row] + 1 + row % 90)))
                .isEmpty();
        assertThat(orders(small, MadeSample.values("most_millis", Comparable.NUMBER, row -> base[row] + 1 + row % 90)))
                .containsExactly("t.most_millis >= t.millis");
    }

    @Test
    void whatMoreThanOneRowInAThousandBreaksIsNotTold() {
        Values first = MadeSample.values("opened", Comparable.MOMENT, row -> base[row]);

        assertThat(orders(
                        first,
                        MadeSample.values("shut", Comparable.MOMENT, row -> base[row] + (row < 2 ? -1 : row % 40))))
                .isEmpty();
        assertThat(orders(
                        first,
                        MadeSample.values("shut", Comparable.MOMENT, row -> base[row] + (row < 1 ? -1 : row % 40))))
                .containsExactly("t.shut >= t.opened");
    }
}
