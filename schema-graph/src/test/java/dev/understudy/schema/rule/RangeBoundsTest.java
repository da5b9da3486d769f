package dev.understudy.schema.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeBoundsTest {
    private static final long DAY = 86_400_000_000L;

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1_000;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "int4range | [3,8)  | 3 | 8",
                "int4range | (3,8]  | 4 | 9",
                "int8range | [3,)   | 3 | -",
                "int8range | empty  | - | -",
                "int4range | (,)    | - | -",
                "int4range | 3 to 8 | - | -"
            })
    void wholeNumbersAreCounted(String type, String text, Long low, Long high) {
        assertThat(RangeBounds.low(type, text)).isEqualTo(low);
        assertThat(RangeBounds.high(type, text)).isEqualTo(high);
    }

    @Test
    void timesAreReadWithAndWithoutAZone() {
        String zoned = "[\"2024-01-01 08:00:00+02\",\"2024-01-01 09:30:00.5+00\"]";
        assertThat(RangeBounds.low("tstzrange", zoned)).isEqualTo(micros("2024-01-01T06:00:00Z"));
        assertThat(RangeBounds.high("tstzrange", zoned)).isEqualTo(micros("2024-01-01T09:30:00.5Z"));
        assertThat(RangeBounds.high("tsrange", "[2024-01-01,infinity)")).isEqualTo(Long.MAX_VALUE);
        assertThat(RangeBounds.high("daterange", "[2024-01-01,1970-01-03]")).isEqualTo(3 * DAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int4range | [3,8)  | 5  | [5,8)   | [3,5)",
                "int4range | [3,8)  | 9  | [9,10)  | [3,9)",
                "int4range | [3,8)  | 3  | [3,8)   | [2,3)",
                "int8range | empty  | 5  | [5,)    | [,5)",
                "numrange  | [3,8)  | 9  | [9,9]   | [3,9)"
            })
    void anotherBoundLeavesTheOtherUnlessTheyWouldCross(
            String type, String text, long bound, String withLow, String withHigh) {
        Object value = type.equals("numrange") ? (Object) BigDecimal.valueOf(bound) : bound;
        assertThat(RangeBounds.withLow(type, text, value)).isEqualTo(withLow);
        assertThat(RangeBounds.withHigh(type, text, value)).isEqualTo(withHigh);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        long time = micros("2024-02-29T23:59:59.250Z");
        for (String type : new String[] {"tsrange", "tstzrange"}) {
            String text = RangeBounds.withLow(type, "empty", time);
            assertThat(RangeBounds.low(type, text)).isEqualTo(time);
        }
        assertThat(RangeBounds.withHigh("daterange", "[2024-01-01,)", 20_000 * DAY))
                .isEqualTo("[2024-01-01,2024-10-04)");
    }
}
