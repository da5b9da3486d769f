package dev.understudy.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "6, 4, false, 4, 999999, -999999",
        "6, 4, false, 2, 9999, -9999",
        "6, 4, true, 0, 99, 0",
        "5, 2, false, -1, 99, -99",
    })
    void digitsThatAreDeclaredBoundFloatingPoint(
            int precision, int scale, boolean unsigned, int decimals, long high, long low) {
        ColumnType type =
                new ColumnType(TypeFamily.REAL, "float", "float", 0, precision, scale, unsigned, java.util.List.of());

        TypeLimits limits = TypeLimits.of(type, decimals);

        assertThat(limits.high()).isEqualTo(high);
        assertThat(limits.low()).isEqualTo(low);
    }
}
