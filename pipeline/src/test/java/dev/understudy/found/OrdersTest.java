package dev.understudy.found;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.found.Values.Comparable;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Which orders a sample lets suppose, and which it does not. */
class OrdersTest {
    private static final int ROWS = 1_000;

    private final Random random = new Random(3);
    private final long[] base = random.longs(ROWS, 0, 1_000).toArray();

    private static Values values(String name, Comparable comparable, IntToLongFunction of) {
        long[] values = new long[ROWS];
        Arrays.setAll(values, of);
        TypeFamily family = comparable == Comparable.MOMENT ? TypeFamily.DATE : TypeFamily.INTEGER;
        return new Values(
                Column.of(name, ColumnType.of(family, family.name()), true), comparable, 0, values, new BitSet());
    }

    private static List<String> orders(Values... values) {
        Map<String, Values> columns = new LinkedHashMap<>();
        Arrays.stream(values).forEach(one -> columns.put(one.column().name(), one));
        Table table = Table.of(
                new TableName("s", "t"),
                columns.values().stream().map(Values::column).toList(),
                List.of(UniqueKey.of("k", true, List.of("id"))));
        Sample sample = new Sample(table, ROWS, true, columns);
        List<Candidate> found = Orders.within(
                sample,
                List.of(values),
                new RuleNames(new Schema(Vendor.H2, "2", "s", List.of(table), List.of(), List.of(), List.of())));
        return Pruned.of(found).stream().map(Candidate::text).toList();
    }

    @Test
    void anOrderThatChanceWouldBreakIsFoundOnceAndNotWhatFollowsFromIt() {
        Values first = values("opened", Comparable.MOMENT, row -> base[row]);
        Values second = values("shipped", Comparable.MOMENT, row -> base[row] + row % 40);
        Values third = values("closed", Comparable.MOMENT, row -> base[row] + row % 40 + row % 7);

        assertThat(orders(first, second, third))
                .containsExactlyInAnyOrder("t.shipped >= t.opened", "t.closed >= t.shipped");
    }

    @Test
    void rangesThatDoNotMeetAreNoOrder() {
        assertThat(orders(
                        values("birth", Comparable.MOMENT, row -> base[row]),
                        values("visit", Comparable.MOMENT, row -> 2_000 + base[row])))
                .isEmpty();
    }

    @Test
    void numbersThatNeverTouchAndAreNotCalledAlikeAreNoOrder() {
        Values small = values("millis", Comparable.NUMBER, row -> base[row]);

        assertThat(orders(small, values("bytes", Comparable.NUMBER, row -> base[row] + 1 + row % 90)))
                .isEmpty();
        assertThat(orders(small, values("most_millis", Comparable.NUMBER, row -> base[row] + 1 + row % 90)))
                .containsExactly("t.most_millis >= t.millis");
    }

    @Test
    void whatMoreThanOneRowInAThousandBreaksIsNotTold() {
        Values first = values("opened", Comparable.MOMENT, row -> base[row]);

        assertThat(orders(first, values("shut", Comparable.MOMENT, row -> base[row] + (row < 2 ? -1 : row % 40))))
                .isEmpty();
        assertThat(orders(first, values("shut", Comparable.MOMENT, row -> base[row] + (row < 1 ? -1 : row % 40))))
                .containsExactly("t.shut >= t.opened");
    }
}
