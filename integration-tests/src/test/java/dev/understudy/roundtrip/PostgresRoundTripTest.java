package dev.understudy.roundtrip;

import static dev.understudy.schema.TypeFamily.ARRAY;
import static dev.understudy.schema.TypeFamily.BINARY;
import static dev.understudy.schema.TypeFamily.BIT;
import static dev.understudy.schema.TypeFamily.BOOLEAN;
import static dev.understudy.schema.TypeFamily.COMPOSITE;
import static dev.understudy.schema.TypeFamily.DATE;
import static dev.understudy.schema.TypeFamily.DECIMAL;
import static dev.understudy.schema.TypeFamily.ENUM;
import static dev.understudy.schema.TypeFamily.GEOMETRY;
import static dev.understudy.schema.TypeFamily.INTEGER;
import static dev.understudy.schema.TypeFamily.INTERVAL;
import static dev.understudy.schema.TypeFamily.JSON;
import static dev.understudy.schema.TypeFamily.NETWORK;
import static dev.understudy.schema.TypeFamily.OTHER;
import static dev.understudy.schema.TypeFamily.RANGE;
import static dev.understudy.schema.TypeFamily.REAL;
import static dev.understudy.schema.TypeFamily.TEXT;
import static dev.understudy.schema.TypeFamily.TIME;
import static dev.understudy.schema.TypeFamily.TIMESTAMP;
import static dev.understudy.schema.TypeFamily.TIMESTAMP_ZONED;
import static dev.understudy.schema.TypeFamily.UUID;
import static dev.understudy.schema.TypeFamily.XML;

import dev.understudy.connect.Access;
import dev.understudy.servers.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

class PostgresRoundTripTest extends RoundTripContract {
    @Override
    Access access() {
        String url = PostgresServer.shared().createDatabase("roundtrip");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TYPE mood AS ENUM ('glad', 'a \"b'); CREATE DOMAIN price AS numeric(8,2)");
            statement.execute("CREATE TYPE pair AS (a int, b text)");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return Access.of(url, "", "");
    }

    @Override
    String schema() {
        return "public";
    }

    @Override
    String same(TypeCase type, String one, String other) {
        return "%s::text IS NOT DISTINCT FROM %s::text".formatted(one, other);
    }

    static final List<TypeCase> BINARY_CASES = List.of(
            TypeCase.of("boolean", type(BOOLEAN, "boolean"), "true", 1L, "false", 0L),
            TypeCase.of("smallint", type(INTEGER, "smallint", 16, 0), "-32768", -32768L, "32767", 32767L),
            TypeCase.of("integer", type(INTEGER, "integer", 32, 0), "-2147483648", -2147483648L, "7", 7L),
            TypeCase.of(
                    "bigint",
                    type(INTEGER, "bigint", 64, 0),
                    "9223372036854775807",
                    Long.MAX_VALUE,
                    "-9223372036854775808",
                    Long.MIN_VALUE),
            TypeCase.of(
                    "numeric(10,2)",
                    type(DECIMAL, "numeric(10,2)", 10, 2),
                    "12345678.90",
                    1234567890L,
                    "-0.01",
                    -1L,
                    "0",
                    0L,
                    "10000",
                    1000000L,
                    "-99999999.99",
                    -9999999999L),
            TypeCase.of(
                    "numeric(18,18)",
                    type(DECIMAL, "numeric(18,18)", 18, 18),
                    "0.999999999999999999",
                    999999999999999999L,
                    "0.000000000000000001",
                    1L,
                    "-0.00012",
                    -120000000000000L),
            TypeCase.of(
                    "numeric(18,1)",
                    type(DECIMAL, "numeric(18,1)", 18, 1),
                    "-99999999999999999.9",
                    -999999999999999999L,
                    "100000000",
                    1000000000L),
            TypeCase.of("numeric(5,5)", type(DECIMAL, "numeric(5,5)", 5, 5), "0.00001", 1L, "0.12345", 12345L),
            TypeCase.of(
                    "numeric",
                    type(DECIMAL, "numeric"),
                    "1.5",
                    1.5,
                    "'NaN'",
                    Double.NaN,
                    "12345678901234567000",
                    1.2345678901234567e19,
                    "-0.00000000000012345",
                    -1.2345e-13,
                    "100000",
                    1e5,
                    "0",
                    0.0,
                    "-123456.789012",
                    -123456.789012,
                    "0.1",
                    0.1),
            TypeCase.of("price", type(DECIMAL, "\"price\"", 8, 2), "999999.99", 99999999L),
            TypeCase.of("real", type(REAL, "real"), "0.1", 0.1, "-2.5e20", -2.5e20, "'NaN'", Double.NaN),
            TypeCase.of(
                    "double precision",
                    type(REAL, "double precision"),
                    "0.1",
                    0.1,
                    "1e308",
                    1e308,
                    "'-Infinity'",
                    Double.NEGATIVE_INFINITY),
            TypeCase.of(
                    "text",
                    type(TEXT, "text"),
                    "'a\tb\nc\\d''e\"f'",
                    "a\tb\nc\\d'e\"f",
                    "''",
                    "",
                    "'žluť 👍 ñ'",
                    "žluť 👍 ñ",
                    "'\\N'",
                    "\\N",
                    "E'\\r\\\\.'",
                    "\r\\."),
            TypeCase.of("varchar(5)", type(TEXT, "character varying(5)").withLength(5), "'abc  '", "abc  "),
            TypeCase.of("char(5)", type(TEXT, "character(5)").withLength(5), "'abc'", "abc"),
            TypeCase.of(
                    "date",
                    type(DATE, "date"),
                    "'2024-02-29'",
                    day("2024-02-29"),
                    "'0044-03-15 BC'",
                    day("-0043-03-15"),
                    "'infinity'",
                    Long.MAX_VALUE,
                    "'-infinity'",
                    Long.MIN_VALUE,
                    "'1969-12-31'",
                    -1L),
            TypeCase.of(
                    "time",
                    type(TIME, "time without time zone", 6, 0),
                    "'23:59:59.999999'",
                    86_399_999_999L,
                    "'24:00'",
                    86_400_000_000L),
            TypeCase.of(
                    "timestamp",
                    type(TIMESTAMP, "timestamp without time zone", 6, 0),
                    "'2024-02-29 12:34:56.789012'",
                    micros("2024-02-29T12:34:56.789012"),
                    "'0044-03-15 12:00:00 BC'",
                    micros("-0043-03-15T12:00:00"),
                    "'infinity'",
                    Long.MAX_VALUE,
                    "'1969-12-31 23:59:59.5'",
                    -500_000L),
            TypeCase.of(
                    "timestamptz",
                    type(TIMESTAMP_ZONED, "timestamp with time zone", 6, 0),
                    "'2024-02-29 12:34:56.789012+02'",
                    micros("2024-02-29T10:34:56.789012"),
                    "'-infinity'",
                    Long.MIN_VALUE),
            TypeCase.of(
                    "uuid",
                    type(UUID, "uuid"),
                    "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
                    "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
            TypeCase.of("bytea", type(BINARY, "bytea"), "'\\xdeadbeef00'", "deadbeef00", "''", ""),
            TypeCase.of("json", type(JSON, "json"), "'{\"a\": [1,  null]}'", "{\"a\": [1,  null]}"),
            TypeCase.of("jsonb", type(JSON, "jsonb"), "'{\"a\":[1, null]}'", "{\"a\": [1, null]}"),
            TypeCase.of("mood", type(ENUM, "\"mood\""), "'glad'", "glad", "'a \"b'", "a \"b"),
            TypeCase.of("xml", type(XML, "xml"), "'<a>1</a>'", "<a>1</a>"));

    static final List<TypeCase> TEXT_CASES = List.of(
            TypeCase.of("int[]", type(ARRAY, "integer[]"), "'{1,NULL,3}'", "{1,NULL,3}"),
            TypeCase.of(
                    "text[]",
                    type(ARRAY, "text[]"),
                    "'{a,\"b \\\\\\\" c\",\"NULL\"}'",
                    "{a,\"b \\\\\\\" c\",\"NULL\"}"),
            TypeCase.of("inet", type(NETWORK, "inet"), "'10.0.0.1'", "10.0.0.1", "'10.0.0.0/8'", "10.0.0.0/8"),
            TypeCase.of("cidr", type(NETWORK, "cidr"), "'10.0.0.0/8'", "10.0.0.0/8"),
            TypeCase.of("macaddr", type(NETWORK, "macaddr"), "'08:00:2b:01:02:03'", "08:00:2b:01:02:03"),
            TypeCase.of(
                    "interval", type(INTERVAL, "interval"), "'1 year 2 days 03:04:05.6'", "1 year 2 days 03:04:05.6"),
            TypeCase.of("bit(4)", type(BIT, "bit(4)").withLength(4), "'0101'", "0101"),
            TypeCase.of("varbit", type(BIT, "bit varying"), "'01011'", "01011"),
            TypeCase.of("int4range", type(RANGE, "int4range"), "'[1,5)'", "[1,5)"),
            TypeCase.of(
                    "tstzrange", type(RANGE, "tstzrange"), "'[2024-01-01 00:00+00,)'", "[\"2024-01-01 00:00:00+00\",)"),
            TypeCase.of("point", type(GEOMETRY, "point"), "'(1,2.5)'", "(1,2.5)"),
            TypeCase.of("pair", type(COMPOSITE, "\"pair\""), "ROW(1, 'x,y')", "(1,\"x,y\")"),
            TypeCase.of("tsvector", type(OTHER, "tsvector"), "'fat:2 cat:1'", "'cat':1 'fat':2"),
            TypeCase.of("money", type(DECIMAL, "money", 18, 2), "'12.34'", 1234L),
            TypeCase.of(
                    "time(6) with time zone",
                    type(TIME, "time with time zone", 6, 0),
                    "'12:00:00+00'",
                    43_200_000_000L),
            TypeCase.of("oid", type(INTEGER, "oid", 32, 0), "4294967295", 4294967295L));

    @Override
    List<TypeCase> cases() {
        return BINARY_CASES;
    }
}
