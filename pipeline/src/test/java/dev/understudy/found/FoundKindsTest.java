package dev.understudy.found;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.found.Values.Comparable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which sums, products, equal columns and columns of which one has a value a sample lets suppose. */
class FoundKindsTest {
    private final Random random = new Random(5);
    private final long[] net = random.longs(MadeSample.ROWS, 1, 900).toArray();
    private final long[] tax = random.longs(MadeSample.ROWS, 1, 90).toArray();

    private static List<String> texts(List<Candidate> found) {
        return found.stream().map(Candidate::text).toList();
    }

    private static List<String> arithmetic(Values... values) {
        return texts(Arithmetic.within(MadeSample.of(values), List.of(values), MadeSample.NAMES));
    }

    @Test
    void aSumIsFoundUnlessMoreThanOneRowInAThousandBreaksIt() {
        Values a = MadeSample.values("net", Comparable.NUMBER, row -> net[row]);
        Values b = MadeSample.values("tax", Comparable.NUMBER, row -> tax[row]);

        assertThat(arithmetic(a, b, MadeSample.values("gross", Comparable.NUMBER, row -> net[row] + tax[row])))
                .containsExactly("t.gross = t.net + t.tax");
        assertThat(arithmetic(
                        a,
                        b,
                        MadeSample.values("gross", Comparable.NUMBER, row -> net[row] + tax[row] + (row < 2 ? 1 : 0))))
                .isEmpty();
    }

    @Test
    void aSumWithNothingIsNoSum() {
        Values a = MadeSample.values("net", Comparable.NUMBER, row -> net[row]);
        Values rare = MadeSample.values("tip", Comparable.NUMBER, row -> row % 20 == 0 ? 5 : 0);

        assertThat(arithmetic(
                        a,
                        rare,
                        MadeSample.values("gross", Comparable.NUMBER, row -> net[row] + (row % 20 == 0 ? 5 : 0))))
                .isEmpty();
    }

    @Test
    void aProductIsFound() {
        Values a = MadeSample.values("price", Comparable.NUMBER, row -> net[row]);
        Values b = MadeSample.values("pieces", Comparable.NUMBER, row -> 2 + tax[row]);

        assertThat(arithmetic(a, b, MadeSample.values("amount", Comparable.NUMBER, row -> net[row] * (2 + tax[row]))))
                .containsExactly("t.amount = t.price * t.pieces");
    }

    @Test
    void columnsOfWhichOneHasAValueAreFound() {
        Values card = MadeSample.values("card", Comparable.NUMBER, row -> row % 3 == 0 ? net[row] : MadeSample.NONE);
        Values cash = MadeSample.values("cash", Comparable.NUMBER, row -> row % 3 == 0 ? MadeSample.NONE : tax[row]);
        Values both = MadeSample.values("cheque", Comparable.NUMBER, row -> row % 3 == 1 ? tax[row] : MadeSample.NONE);

        assertThat(OneOf.within(MadeSample.of(card, cash), List.of(card, cash), MadeSample.NAMES))
                .hasSize(1);
        assertThat(OneOf.within(MadeSample.of(card, both), List.of(card, both), MadeSample.NAMES))
                .isEmpty();
    }

    @Test
    void equalColumnsAreFoundAndConstantOnesAreNot() {
        Values a = MadeSample.values("shown", Comparable.NUMBER, row -> net[row]);
        Values b = MadeSample.values("billed", Comparable.NUMBER, row -> net[row]);
        Values one = MadeSample.values("open", Comparable.NUMBER, row -> 1);
        Values other = MadeSample.values("valid", Comparable.NUMBER, row -> 1);

        assertThat(Equalities.within(MadeSample.of(a, b), List.of(a, b), MadeSample.NAMES))
                .hasSize(1);
        assertThat(Equalities.within(MadeSample.of(one, other), List.of(one, other), MadeSample.NAMES))
                .isEmpty();
    }
}
