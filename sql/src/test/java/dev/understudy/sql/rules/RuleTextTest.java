package dev.understudy.sql.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.RowView;
import dev.understudy.schema.rule.Rule;
import dev.understudy.schema.rule.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as servers print them. */
class RuleTextTest {
    private static final Table TABLE = Table.of(
            new TableName("", "t"),
            List.of(
                    column("a", TypeFamily.INTEGER),
                    column("b", TypeFamily.INTEGER),
                    column("status", TypeFamily.TEXT),
                    column("d", TypeFamily.DATE),
                    column("e", TypeFamily.DATE),
                    column("active", TypeFamily.BOOLEAN),
                    column("doc", TypeFamily.JSON),
                    column("mood", TypeFamily.ENUM),
                    column("price", TypeFamily.DECIMAL),
                    column("span", TypeFamily.INTERVAL),
                    column("level", TypeFamily.INTEGER),
                    column("year", TypeFamily.INTEGER)),
            List.of());

    private static Column column(String name, TypeFamily family) {
        return Column.of(name, ColumnType.of(family, family.name()), true);
    }

    private static Verdict verdict(Vendor vendor, String text, Map<String, Object> row) {
        Condition condition = RuleText.parse(vendor, TABLE, text).orElseThrow(() -> new AssertionError(text));
        return condition.verdict(new RowView() {
            @Override
            public boolean isNull(int column) {
                return value(column) == null;
            }

            @Override
            public Object value(int column) {
                return row.get(TABLE.columns().get(column).name());
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) | TRUE",
                "((status)::text = ANY (ARRAY['x'::text, 'b'::text])) | FALSE",
                "((status)::text <> ALL (ARRAY['x'::text, 'b'::text])) | TRUE",
                "(status = ANY ('{a,b}'::text[])) | TRUE",
                "(mood = ANY (ARRAY['happy'::mood, 'sad'::mood])) | TRUE",
                "(price >= (0)::numeric) | TRUE",
                "((a >= ('-90'::integer)) AND ((a)::double precision <= (4)::double precision)) | FALSE",
                "((status)::text ~ '^[a-z]+$'::text) | TRUE",
                "((status)::text ~ '^[[:digit:]]+$'::text) | FALSE",
                "((status)::text !~ 'a'::text) | FALSE",
                "((status)::text ~~ '%a%'::text) | TRUE",
                "((status)::text !~~* 'A%'::text) | FALSE",
                "((status)::citext ~* '^[A-Z]+$'::citext) | TRUE",
                "(status OPERATOR(public.!~) 'A'::public.citext) | FALSE",
                "((d)::timestamp with time zone <= (d)::timestamp with time zone) | TRUE",
                "((b IS NULL) = (e IS NULL)) | FALSE",
                "(num_nonnulls(a, b) = 1) | TRUE",
                "(num_nulls(a, b) = 2) | FALSE",
                "(((a IS NOT NULL)::integer + (b IS NOT NULL)::integer) = 1) | TRUE",
                "(d > '2020-01-01'::date) | TRUE",
                "(d >= '2021-01-01 00:00:00+00'::timestamp with time zone) | FALSE",
                "((e - d) <= 30) | FALSE",
                "((d + 31) = e) | TRUE",
                "(EXTRACT(year FROM d) >= (2000)::numeric) | TRUE",
                "(date_part('year'::text, d) > (2020)::double precision) | FALSE",
                "(btrim((status)::text) <> ''::text) | TRUE",
                "(NOT active) | FALSE",
                "((a % 2) = 1) | TRUE",
                "(COALESCE(b, 0) > 0) | FALSE",
                "(b > 0) | UNKNOWN",
                "(span >= '1 day 23:00:00'::interval) | TRUE",
                "(span > '2 days 01:00:00.5'::interval) | FALSE",
                "((level >= 0) AND (year > 2000)) | UNKNOWN",
            })
    void postgresTextsAreUnderstood(String text, Verdict expected) {
        assertThat(verdict(Vendor.POSTGRESQL, text, ROW)).isEqualTo(expected);
    }

    /** b is missing. */
    private static final Map<String, Object> ROW = Map.of(
            "a",
            5L,
            "status",
            "a",
            "d",
            micros("2020-02-01"),
            "e",
            micros("2020-03-03"),
            "active",
            true,
            "span",
            "2 days 00:30:00",
            "doc",
            "{}",
            "mood",
            "sad",
            "price",
            new BigDecimal("1.50"));

    private static long micros(String date) {
        return java.time.LocalDate.parse(date).toEpochDay() * 86_400_000_000L;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "`a` > 0 and `status` in ('x','a') | TRUE",
                "`b` is null = (`e` is null) | FALSE",
                "`status` in (_utf8mb4'a',_utf8mb4'it\\'s') | TRUE",
                "`status` <> 'it\\'s' | TRUE",
                "json_valid(`doc`) | TRUE",
                "`a` between 1 and 4 | FALSE",
                "length(`status`) > 1 | FALSE",
                "`status` like '%\\_%' | FALSE",
                "year(`d`) > 2000 | TRUE",
                "`d` >= '2020-02-02' | FALSE",
                "`a` / 2 = 2 | FALSE",
                "`active` = 1 | TRUE",
                "!`active` | FALSE",
                "`b` is not null xor `a` is not null | TRUE",
                "`status` regexp '^[ab]$' | TRUE",
            })
    void mariaDbTextsAreUnderstood(String text, Verdict expected) {
        assertThat(verdict(Vendor.MARIADB, text, ROW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "(d <= CURRENT_DATE)",
                "(my_function(a) > 0)",
                "(doc > '{}')",
                "(mood > 'sad'::mood)",
                "((price)::integer > 0)",
                "(status > 5)",
                "(gone > 0)",
                "nonsense (",
                "((status)::text ~ '\\mword'::text)"
            })
    void whatIsNotUnderstoodStaysOpaque(String text) {
        assertThat(RuleText.parse(Vendor.POSTGRESQL, TABLE, text)).isEmpty();
    }

    @Test
    void rulesCarryTheNamesOfTheirChecks() {
        Table checked = new Table(
                TABLE.name(),
                TABLE.kind(),
                TABLE.columns(),
                List.of(),
                List.of(new Check("a_positive", "(a > 0)", true, ""), new Check("odd", "odd(a)", true, "")),
                List.of(),
                List.of(),
                "",
                -1,
                "",
                "");
        assertThat(RuleText.rules(Vendor.POSTGRESQL, checked))
                .extracting(Rule::name, rule -> List.copyOf(rule.columns()))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a_positive", List.of("a")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "((status)::text = ANY (ARRAY['a'::text, 'b'::text])) | {status=[a, b]}",
                "((status IS NULL) OR (status = ANY (ARRAY['a'::text, 'b'::text]))) | {status=[a, b]}",
                "((a > 0) AND (status = 'x'::text)) | {status=[x]}",
                "((status = 'x'::text) OR (status = 'y'::text)) | {status=[x, y]}",
                "((a > 0) OR (status = 'x'::text)) | {}",
                "(status <> ALL (ARRAY['a'::text])) | {}",
                "(a = ANY (ARRAY[1, 2])) | {}"
            })
    void labelsAreThoseThatEveryRowMustHave(String text, String labels) {
        Condition condition = RuleText.parse(Vendor.POSTGRESQL, TABLE, text).orElseThrow();
        assertThat(RuleLabels.of(condition)).hasToString(labels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a = ANY (ARRAY[1, 2])) | [a]",
                "((a = 1) AND (status IS NOT NULL)) | [a]",
                "((a IS NULL) OR (a = 3)) | [a]",
                "((a <> 3) OR (status = 'x'::text)) | []",
                "(a = b) | []",
                "(a > 0) | []"
            })
    void listedAreColumnsThatHoldOneOfSomeValues(String text, String columns) {
        Condition condition = RuleText.parse(Vendor.POSTGRESQL, TABLE, text).orElseThrow();
        assertThat(RuleLabels.listed(condition)).hasToString(columns);
    }
}
