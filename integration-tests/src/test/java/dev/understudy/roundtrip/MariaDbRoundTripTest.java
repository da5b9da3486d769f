package dev.understudy.roundtrip;

import static dev.understudy.schema.TypeFamily.BINARY;
import static dev.understudy.schema.TypeFamily.BIT;
import static dev.understudy.schema.TypeFamily.BOOLEAN;
import static dev.understudy.schema.TypeFamily.DATE;
import static dev.understudy.schema.TypeFamily.DECIMAL;
import static dev.understudy.schema.TypeFamily.ENUM;
import static dev.understudy.schema.TypeFamily.GEOMETRY;
import static dev.understudy.schema.TypeFamily.INTEGER;
import static dev.understudy.schema.TypeFamily.JSON;
import static dev.understudy.schema.TypeFamily.NETWORK;
import static dev.understudy.schema.TypeFamily.REAL;
import static dev.understudy.schema.TypeFamily.SET;
import static dev.understudy.schema.TypeFamily.TEXT;
import static dev.understudy.schema.TypeFamily.TIME;
import static dev.understudy.schema.TypeFamily.TIMESTAMP;
import static dev.understudy.schema.TypeFamily.TIMESTAMP_ZONED;
import static dev.understudy.schema.TypeFamily.UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.connect.Access;
import dev.understudy.data.RowBatch;
import dev.understudy.data.Storage;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.MariaDbServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbRoundTripTest extends RoundTripContract {
    private static final String NAME = "roundtrip";

    @Override
    Access access() {
        return Access.of(MariaDbServer.shared().createDatabase(NAME), "", "");
    }

    @Override
    String schema() {
        return DatabaseServer.PREFIX + NAME;
    }

    @Override
    String same(TypeCase type, String one, String other) {
        return "(%s <=> %s)".formatted(one, other);
    }

    @Override
    List<TypeCase> cases() {
        ColumnType unsigned =
                new ColumnType(INTEGER, "bigint(20) unsigned", "bigint(20) unsigned", 0, 64, 0, true, List.of());
        return List.of(
                TypeCase.of("tinyint(1)", type(BOOLEAN, "tinyint(1)"), "1", 1L, "0", 0L),
                TypeCase.of("bit(1)", type(BOOLEAN, "bit(1)"), "b'1'", 1L, "b'0'", 0L),
                TypeCase.of("tinyint", type(INTEGER, "tinyint(4)", 8, 0), "-128", -128L),
                TypeCase.of("int unsigned", type(INTEGER, "int(10) unsigned", 32, 0), "4294967295", 4294967295L),
                TypeCase.of("bigint", type(INTEGER, "bigint(20)", 64, 0), "-9223372036854775808", Long.MIN_VALUE),
                TypeCase.of("bigint unsigned", unsigned, "18446744073709551615", -1L, "7", 7L),
                TypeCase.of("year", type(INTEGER, "year(4)", 16, 0), "2024", 2024L),
                TypeCase.of(
                        "decimal(10,2)",
                        type(DECIMAL, "decimal(10,2)", 10, 2),
                        "-12345678.90",
                        -1234567890L,
                        "-0.01",
                        -1L),
                TypeCase.of(
                        "decimal(18,18)",
                        type(DECIMAL, "decimal(18,18)", 18, 18),
                        "0.999999999999999999",
                        999999999999999999L),
                TypeCase.of(
                        "decimal(30,5)",
                        type(DECIMAL, "decimal(30,5)", 30, 5),
                        "12345.67891",
                        12345.67891,
                        "1e20",
                        1e20),
                TypeCase.of("float", type(REAL, "float"), "0.1", 0.1, "1234567.9", 1234567.9, "3", 3.0),
                TypeCase.of(
                        "double",
                        type(REAL, "double"),
                        "0.1",
                        0.1,
                        "1e308",
                        1e308,
                        "1.2345678901234567",
                        1.2345678901234567),
                TypeCase.of(
                        "text",
                        type(TEXT, "text"),
                        "'a\\tb\\nc\\\\d''e\"f'",
                        "a\tb\nc\\d'e\"f",
                        "''",
                        "",
                        "'žluť 👍 ñ'",
                        "žluť 👍 ñ",
                        "'\\\\N'",
                        "\\N",
                        "'\\r\\0x'",
                        "\r\0x"),
                TypeCase.of("varchar(5)", type(TEXT, "varchar(5)").withLength(5), "'abc  '", "abc  "),
                TypeCase.of("char(5)", type(TEXT, "char(5)").withLength(5), "'abc'", "abc"),
                TypeCase.of(
                        "date",
                        type(DATE, "date"),
                        "'2024-02-29'",
                        day("2024-02-29"),
                        "'1000-01-01'",
                        day("1000-01-01"),
                        "'9999-12-31'",
                        day("9999-12-31")),
                TypeCase.of(
                        "time(6)",
                        type(TIME, "time(6)", 6, 0),
                        "'23:59:59.999999'",
                        86_399_999_999L,
                        "'-01:00:00.5'",
                        -3_600_500_000L,
                        "'838:59:59'",
                        3_020_399_000_000L),
                TypeCase.of(
                        "datetime(6)",
                        type(TIMESTAMP, "datetime(6)", 6, 0),
                        "'2024-02-29 12:34:56.789012'",
                        micros("2024-02-29T12:34:56.789012"),
                        "'1000-01-01 00:00:00.000001'",
                        micros("1000-01-01T00:00:00.000001")),
                TypeCase.of(
                        "timestamp(6) NULL",
                        type(TIMESTAMP_ZONED, "timestamp(6)", 6, 0),
                        "'2024-02-29 12:34:56.789012'",
                        micros("2024-02-29T12:34:56.789012")),
                TypeCase.of("bit(10)", type(BIT, "bit(10)").withLength(10), "b'0101'", "0000000101"),
                TypeCase.of("bit(64)", type(BIT, "bit(64)").withLength(64), "~0", "1".repeat(64)),
                TypeCase.of("varbinary(10)", type(BINARY, "varbinary(10)"), "x'deadbeef00'", "deadbeef00", "''", ""),
                TypeCase.of("blob", type(BINARY, "blob"), "x'0a095c00'", "0a095c00"),
                TypeCase.of("json", type(JSON, "longtext"), "'{\"a\": [1, \"\\\\n\"]}'", "{\"a\": [1, \"\\n\"]}"),
                TypeCase.of("enum('glad','a b')", type(ENUM, "enum('glad','a b')"), "'a b'", "a b"),
                TypeCase.of("set('x','y','z')", type(SET, "set('x','y','z')"), "'z,x'", "x,z", "''", ""),
                TypeCase.of(
                        "uuid",
                        type(UUID, "uuid"),
                        "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
                TypeCase.of("inet6", type(NETWORK, "inet6"), "'2001:db8::1'", "2001:db8::1"),
                TypeCase.of(
                        "point",
                        type(GEOMETRY, "point"),
                        "ST_GeomFromText('POINT(1 2)')",
                        "000000000101000000000000000000f03f0000000000000040"));
    }

    @Test
    void aZeroDateIsReadAsMissing() {
        execute("CREATE TABLE %s (id int PRIMARY KEY, d date, t datetime)".formatted(quoted("zero")));
        execute(
                "INSERT INTO %s VALUES (1, '0000-00-00', '0000-00-00 00:00:00'), (2, '2024-00-00', '2024-05-00 01:02:03')"
                        .formatted(quoted("zero")));
        List<Column> columns = List.of(
                Column.of("id", type(INTEGER, "int(11)", 32, 0), false),
                Column.of("d", type(DATE, "date"), true),
                Column.of("t", type(TIMESTAMP, "datetime"), true));

        List<List<Object>> rows = read(table("zero"), columns);

        assertThat(rows).extracting(row -> row.get(1)).containsOnlyNulls();
        assertThat(rows).extracting(row -> row.get(2)).containsOnlyNulls();
    }

    @Test
    void aValueThatDoesNotFitIsAnErrorAndNotBentSilently() {
        execute("CREATE TABLE %s (id int PRIMARY KEY, name varchar(3))".formatted(quoted("narrow")));
        List<Column> columns = List.of(
                Column.of("id", type(INTEGER, "int(11)", 32, 0), false), Column.of("name", type(TEXT, "text"), true));
        RowBatch batch = new RowBatch(
                2,
                List.of(
                        Batches.column(Storage.LONG, List.of(1L, 2L)),
                        Batches.column(Storage.TEXT, List.of("abc", "Jane Roe"))));

        assertThatThrownBy(() -> write(table("narrow"), columns, List.of(batch)))
                .isInstanceOf(UnderstudyException.class)
                .hasMessageContaining("column name, row 2")
                .hasMessageNotContaining("Jane");
        assertThat(number("SELECT count(*) FROM " + quoted("narrow"))).isZero();
    }

    @Test
    void aKeyOfZeroStaysZero() {
        execute("CREATE TABLE %s (id int PRIMARY KEY AUTO_INCREMENT)".formatted(quoted("zero_key")));
        List<Column> columns = List.of(Column.of("id", type(INTEGER, "int(11)", 32, 0), false));

        write(table("zero_key"), columns, List.of(new RowBatch(1, List.of(Batches.column(Storage.LONG, List.of(0L))))));

        assertThat(number("SELECT id FROM " + quoted("zero_key"))).isZero();
    }
}
