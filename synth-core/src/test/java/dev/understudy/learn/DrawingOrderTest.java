package dev.understudy.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawingOrderTest {
    private static final int ROWS = 100;

    /** A number of some values that nothing tells of any other. */
    private static DrawnColumn number(String name, int values) {
        long[] each = new long[values];
        long[] rows = new long[ROWS];
        for (int i = 0; i < values; i++) {
            each[i] = i;
        }
        NumberCodec codec = new NumberCodec(0, 1, 0, each, each, 0, values);
        return new DrawnColumn(0, name, EncodedColumn.numbers(name, codec, rows, new BitSet(), ""), null);
    }

    private static DrawnColumn label(String name) {
        LabelCodec codec = new LabelCodec(List.of("red", "blue"));
        return new DrawnColumn(0, name, EncodedColumn.of(name, codec, new short[ROWS]), null);
    }

    private static DrawnColumn partOf(DrawnColumn whole, String name) {
        return new DrawnColumn(-1, whole.of(), number(name, 7).column(), null);
    }

    private static List<String> names(List<DrawnColumn> columns) {
        return columns.stream().map(one -> one.column().name()).toList();
    }

    @Test
    void siblingsAreInOrderBeforeRowsAreKeptApartAndFewValuesComeBeforeTotals() {
        DrawingOrder order = new DrawingOrder(List.of("year", "stint"), Set.of("place"), Set.of("total"));

        List<DrawnColumn> drawn = order.of(
                List.of(
                        number("price", 20),
                        number("total", 40),
                        label("colour"),
                        number("place", 30),
                        number("stint", 5),
                        number("year", 50)),
                Map.of());

        assertThat(names(drawn)).containsExactly("year", "stint", "place", "colour", "total", "price");
        assertThat(names(order.beforeApart(drawn))).containsExactly("year", "stint", "place");
    }

    @Test
    void nothingIsHeldBackWhereNothingKeepsRowsApart() {
        DrawingOrder order = new DrawingOrder(List.of("year"), Set.of(), Set.of());

        assertThat(order.beforeApart(List.of(number("year", 9), label("colour"))))
                .isEmpty();
    }

    @Test
    void partsOfADateStandRightBeforeIt() {
        DrawnColumn date = number("date", 50);

        List<DrawnColumn> drawn = new DrawingOrder(List.of("date"), Set.of(), Set.of())
                .of(List.of(label("colour"), date, partOf(date, "weekday"), partOf(date, "month")), Map.of());

        assertThat(names(drawn)).containsExactly("weekday", "month", "date", "colour");
    }

    @Test
    void aColumnWaitsForTheOneThatItComesAfter() {
        List<DrawnColumn> drawn = new DrawingOrder(List.of(), Set.of(), Set.of())
                .of(List.of(number("balance", 20), number("amount", 30)), Map.of("balance", "amount"));

        assertThat(names(drawn)).containsExactly("amount", "balance");
    }
}
