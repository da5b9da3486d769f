package dev.understudy.sql.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.RowView;
import dev.understudy.schema.rule.Span;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constructors of ranges as PostgreSQL prints them. */
class ComputedRangesTest {
    private static final long DAY = 86_400_000_000L;
    private static final Table TABLE = Table.of(
            new TableName("", "t"),
            List.of(
                    Column.of("low", ColumnType.of(TypeFamily.INTEGER, "integer"), true),
                    Column.of("high", ColumnType.of(TypeFamily.INTEGER, "integer"), true),
                    Column.of("first", ColumnType.of(TypeFamily.DATE, "date"), true),
                    Column.of("last", ColumnType.of(TypeFamily.DATE, "date"), true),
                    Column.of("least", ColumnType.of(TypeFamily.DECIMAL, "numeric(20,8)"), true)),
            List.of());

    private static Optional<Span> span(String text) {
        return RangeText.span(Vendor.POSTGRESQL, TABLE, text);
    }

    private static List<Long> ends(String text, Object... values) {
        RowView row = new RowView() {
            @Override
            public boolean isNull(int column) {
                return value(column) == null;
            }

            @Override
            public Object value(int column) {
                return values[column];
            }
        };
        Span span = span(text).orElseThrow(() -> new AssertionError(text));
        return Arrays.asList(span.from(row), span.until(row));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int4range(low, high)                    | 3 | 8",
                "int4range(low, high, '[]'::text)        | 3 | 9",
                "(int8range((low)::bigint, (high)::bigint, '(]'::text)) | 4 | 9",
                "pg_catalog.int4range(low, high, '()')   | 4 | 8",
                "int4range(low, (low + 2))               | 3 | 5"
            })
    void boundsBelongToTheRangeOrNot(String text, long from, long until) {
        assertThat(ends(text, 3L, 8L, null, null, null)).containsExactly(from, until);
    }

    @Test
    void daysAreWholeDays() {
        assertThat(ends("daterange(first, last, '[]'::text)", null, null, 10 * DAY, 12 * DAY, null))
                .containsExactly(10 * DAY, 13 * DAY);
    }

    @Test
    void whatHasNoBoundHasNoEnd() {
        assertThat(ends("daterange(first, last)", null, null, 10 * DAY, null, null))
                .containsExactly(10 * DAY, Long.MAX_VALUE);
        assertThat(ends("daterange(first, last)", null, null, null, 12 * DAY, null))
                .containsExactly(Long.MIN_VALUE, 12 * DAY);
    }

    @Test
    void finerBoundsAreWidened() {
        assertThat(ends(
                        "numrange(least, (least + 1), '(]'::text)",
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("1.00000055")))
                .containsExactly(1_000_000L, 2_000_001L);
        assertThat(ends("numrange(least, (least + 1), '(]'::text)", null, null, null, null, new BigDecimal("1.5")))
                .containsExactly(1_500_001L, 2_500_001L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "low",
                "int4range(low, high) * int4range(1, 5)",
                "int4range(low, high, kind)",
                "box(point(low, high), point(low, high))",
                "int4range(low)"
            })
    void whatIsNoConstructorIsNoSpan(String text) {
        assertThat(span(text)).isEmpty();
    }
}
