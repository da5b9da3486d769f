package dev.understudy.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.semantic.DocumentRecipe.Numbers;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumberShapeTest {
    private static final int K = 10;

    private static Numbers numbers(int count, int families, java.util.function.IntFunction<String> value) {
        NumberShape shape = new NumberShape();
        for (int i = 0; i < count; i++) {
            shape.add(new BigDecimal(value.apply(i)), i % families);
        }
        return shape.numbers(K);
    }

    @Test
    void largeNumbersAreAsFineAsTheySpread() {
        Numbers days = numbers(5_000, 5_000, i -> String.valueOf(19_000 + i / 10));

        assertThat(days.at(0.5).doubleValue()).isBetween(19_240.0, 19_260.0);
        assertThat(days.at(0).doubleValue()).isBetween(19_000.0, 19_012.0);
        assertThat(days.at(1).doubleValue()).isBetween(19_488.0, 19_500.0);
    }

    @Test
    void whatIsAMultipleStaysOne() {
        Numbers prices = numbers(1_000, 1_000, i -> i % 40 + ".75");
        Numbers quarters = numbers(1_000, 1_000, i -> String.valueOf(900 * i));

        assertThat(quarters.at(0.371).longValueExact() % 900).isZero();
        assertThat(prices.at(0.371).remainder(new BigDecimal("0.25"))).isEqualByComparingTo("0");
        assertThat(prices.at(0.371).scale()).isEqualTo(2);
    }

    @Test
    void whatOneFamilyHasIsNoBound() {
        Numbers one = numbers(1_000, 50, i -> i % 50 == 7 ? "98765" : String.valueOf(i % 90));

        assertThat(one.at(1).doubleValue()).isLessThan(100);
        assertThat(numbers(1_000, K - 1, i -> "5").cuts()).isEmpty();
    }
}
