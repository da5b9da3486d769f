package dev.understudy.roundtrip;

import static dev.understudy.schema.TypeFamily.ARRAY;
import static dev.understudy.schema.TypeFamily.BINARY;
import static dev.understudy.schema.TypeFamily.BOOLEAN;
import static dev.understudy.schema.TypeFamily.DATE;
import static dev.understudy.schema.TypeFamily.DECIMAL;
import static dev.understudy.schema.TypeFamily.ENUM;
import static dev.understudy.schema.TypeFamily.GEOMETRY;
import static dev.understudy.schema.TypeFamily.INTEGER;
import static dev.understudy.schema.TypeFamily.INTERVAL;
import static dev.understudy.schema.TypeFamily.JSON;
import static dev.understudy.schema.TypeFamily.REAL;
import static dev.understudy.schema.TypeFamily.TEXT;
import static dev.understudy.schema.TypeFamily.TIME;
import static dev.understudy.schema.TypeFamily.TIMESTAMP;
import static dev.understudy.schema.TypeFamily.TIMESTAMP_ZONED;
import static dev.understudy.schema.TypeFamily.UUID;

import dev.understudy.connect.Access;
import java.util.List;

class H2RoundTripTest extends RoundTripContract {
    @Override
    Access access() {
        return Access.of("jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Override
    String schema() {
        return "PUBLIC";
    }

    @Override
    String same(TypeCase type, String one, String other) {
        return "%s IS NOT DISTINCT FROM %s".formatted(one, other);
    }

    @Override
    List<TypeCase> cases() {
        return List.of(
                TypeCase.of("boolean", type(BOOLEAN, "BOOLEAN"), "true", 1L, "false", 0L),
                TypeCase.of("tinyint", type(INTEGER, "TINYINT", 8, 0), "-128", -128L),
                TypeCase.of("bigint", type(INTEGER, "BIGINT", 64, 0), "9223372036854775807", Long.MAX_VALUE),
                TypeCase.of(
                        "decimal(18,4)",
                        type(DECIMAL, "DECIMAL(18, 4)", 18, 4),
                        "-12345678901234.5678",
                        -123456789012345678L),
                TypeCase.of("decimal(30,5)", type(DECIMAL, "DECIMAL(30, 5)", 30, 5), "12345.67891", 12345.67891),
                TypeCase.of("double precision", type(REAL, "DOUBLE PRECISION"), "0.1", 0.1, "'NaN'", Double.NaN),
                TypeCase.of(
                        "varchar",
                        type(TEXT, "CHARACTER VARYING"),
                        "'a\tb\nc\\d''e\"f'",
                        "a\tb\nc\\d'e\"f",
                        "''",
                        "",
                        "'žluť 👍 ñ'",
                        "žluť 👍 ñ"),
                TypeCase.of("char(5)", type(TEXT, "CHARACTER(5)").withLength(5), "'abc'", "abc"),
                TypeCase.of("clob", type(TEXT, "CHARACTER LARGE OBJECT"), "'long'", "long"),
                TypeCase.of(
                        "date",
                        type(DATE, "DATE"),
                        "DATE '2024-02-29'",
                        day("2024-02-29"),
                        "DATE '1969-12-31'",
                        -1L,
                        "DATE '-0043-03-15'",
                        day("-0043-03-15")),
                TypeCase.of("time(6)", type(TIME, "TIME(6)", 6, 0), "TIME '23:59:59.999999'", 86_399_999_999L),
                TypeCase.of(
                        "timestamp(6)",
                        type(TIMESTAMP, "TIMESTAMP(6)", 6, 0),
                        "TIMESTAMP '2024-02-29 12:34:56.789012'",
                        micros("2024-02-29T12:34:56.789012"),
                        "TIMESTAMP '1969-12-31 23:59:59.5'",
                        -500_000L),
                TypeCase.of(
                        "timestamp(6) with time zone",
                        type(TIMESTAMP_ZONED, "TIMESTAMP(6) WITH TIME ZONE", 6, 0),
                        "TIMESTAMP WITH TIME ZONE '2024-02-29 12:34:56.789012+02'",
                        micros("2024-02-29T10:34:56.789012")),
                TypeCase.of(
                        "uuid",
                        type(UUID, "UUID"),
                        "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
                TypeCase.of("varbinary(10)", type(BINARY, "BINARY VARYING(10)"), "X'deadbeef00'", "deadbeef00"),
                TypeCase.of("json", type(JSON, "JSON"), "JSON '{\"a\":[1,null]}'", "{\"a\":[1,null]}"),
                TypeCase.of("enum('glad', 'a b')", type(ENUM, "ENUM('glad', 'a b')"), "'a b'", "a b"),
                TypeCase.of("integer array", type(ARRAY, "INTEGER ARRAY"), "ARRAY[1, NULL, 3]", "[1,null,3]"),
                TypeCase.of("varchar array", type(ARRAY, "CHARACTER VARYING ARRAY"), "ARRAY['a,\"b']", "[\"a,\\\"b\"]"),
                TypeCase.of(
                        "interval day to second",
                        type(INTERVAL, "INTERVAL DAY TO SECOND"),
                        "INTERVAL '1 2:03:04.5' DAY TO SECOND",
                        "INTERVAL '1 02:03:04.5' DAY TO SECOND"),
                TypeCase.of("geometry", type(GEOMETRY, "GEOMETRY"), "'POINT (1 2)'", "POINT (1 2)"));
    }
}
