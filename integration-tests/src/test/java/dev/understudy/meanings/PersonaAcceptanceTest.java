package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.demo.DemoShop;
import dev.understudy.semantic.Change;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.ISBNValidator;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tester expects of the persons in a target: an address after the name, a postcode of the city, numbers that pass. */
@Tag("acceptance")
class PersonaAcceptanceTest {
    private static final int[] PESEL = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};

    @TempDir
    private Path folder;

    private void cloned(String source, String target) {
        CommandLineRun run = CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--yes",
                "--model",
                folder.resolve("persons.understudy").toString());
        assertThat(run.status()).as(run.err()).isIn(0, 6);
    }

    private String file(String name) {
        return "jdbc:h2:file:" + folder.resolve(name);
    }

    private static List<List<String>> rows(String url, String query) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                    row.add(rows.getString(c));
                }
                all.add(row);
            }
        }
        return all;
    }

    /** Prints the share, so that a run leaves its figures. */
    private static double share(String what, List<List<String>> rows, Predicate<List<String>> holds) {
        long held = rows.stream().filter(holds).count();
        System.out.printf("%s: %d of %d rows%n", what, held, rows.size());
        return (double) held / rows.size();
    }

    /** @param row first name, last name, e-mail address */
    private static boolean agrees(List<String> row) {
        String email = Change.FOLDED.apply(row.get(2).substring(0, row.get(2).indexOf('@')));
        return email.contains(Change.FOLDED.apply(row.get(0))) && email.contains(Change.FOLDED.apply(row.get(1)));
    }

    @Test
    void customersOfTheDemoAreOnePersonEach() throws Exception {
        String source = file("demo");
        try (Connection connection = DriverManager.getConnection(source)) {
            DemoShop.build(connection, 42);
        }
        String target = file("target");
        cloned(source, target);
        for (String table : List.of("customers", "employees")) {
            List<List<String>> people = rows(target, "SELECT first_name, last_name, email FROM " + table);
            assertThat(people).hasSizeGreaterThan(100);
            assertThat(share("demo, " + table + ", e-mail after the name", people, PersonaAcceptanceTest::agrees))
                    .isGreaterThanOrEqualTo(0.99);
        }
        Places places = Places.read();
        List<List<String>> addresses = rows(target, "SELECT city, postcode, state FROM addresses");
        assertThat(addresses).hasSizeGreaterThan(10_000);
        assertThat(share("demo, city known", addresses, row -> places.knows(row.get(0))))
                .isEqualTo(1);
        assertThat(share("demo, postcode of the city", addresses, row -> places.hasPostcode(row.get(0), row.get(1))))
                .isEqualTo(1);
        assertThat(share("demo, state of the city", addresses, row -> places.isIn(row.get(0), row.get(2))))
                .isEqualTo(1);
    }

    @Test
    void customersOfPagilaAreOnePersonEach() throws Exception {
        String source = DataSets.postgres("pagila", "persons_pagila");
        String target = PostgresServer.shared().createDatabase("persons_copy_pagila");
        cloned(source, target);
        for (String table : List.of("customer", "staff")) {
            List<List<String>> people = rows(target, "SELECT first_name, last_name, email FROM " + table);
            assertThat(people).isNotEmpty();
            assertThat(share("pagila, " + table + ", e-mail after the name", people, PersonaAcceptanceTest::agrees))
                    .isGreaterThanOrEqualTo(0.99);
        }
        Places places = Places.read();
        List<List<String>> addresses = rows(
                target,
                "SELECT c.city, a.postal_code FROM address a JOIN city c USING (city_id)"
                        + " WHERE a.postal_code IS NOT NULL AND a.postal_code <> ''");
        assertThat(addresses).hasSizeGreaterThan(500);
        assertThat(share("pagila, city known", addresses, row -> places.knows(row.get(0))))
                .isEqualTo(1);
        assertThat(share("pagila, postcode of the city", addresses, row -> places.hasPostcode(row.get(0), row.get(1))))
                .isEqualTo(1);
    }

    @Test
    void numbersPassTheChecksOfThoseWhoIssueThem() throws Exception {
        String source = file("numbers");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE account (id int PRIMARY KEY, holder varchar(60) NOT NULL, card varchar(19)"
                    + " NOT NULL UNIQUE, iban varchar(34) NOT NULL UNIQUE, pesel char(11) NOT NULL)");
            statement.execute(
                    "CREATE TABLE book (isbn varchar(13) PRIMARY KEY, ean char(13) NOT NULL, price int NOT NULL)");
            for (int i = 0; i < 800; i++) {
                String card = "4000%011d".formatted(i * 7919L);
                String account = "%018d".formatted(370_400_440_000_000_000L + i * 104_729L);
                statement.execute("INSERT INTO account VALUES (%d, 'Anna Berg', '%s', '%s', '%s')"
                        .formatted(i, card + LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(card), iban(account), pesel(i)));
                String isbn = "978%09d".formatted(i * 6_101L);
                String ean = "40%010d".formatted(i * 5_003L);
                statement.execute("INSERT INTO book VALUES ('%s', '%s', %d)"
                        .formatted(
                                isbn + EAN13CheckDigit.EAN13_CHECK_DIGIT.calculate(isbn),
                                ean + EAN13CheckDigit.EAN13_CHECK_DIGIT.calculate(ean),
                                i % 90));
            }
        }
        String target = file("numbers_target");
        cloned(source, target);
        List<List<String>> accounts = rows(target, "SELECT card, iban, pesel FROM account");
        List<List<String>> books = rows(target, "SELECT isbn, ean FROM book");
        assertThat(accounts).hasSize(800);
        assertThat(books).hasSize(800);
        assertThat(share("cards", accounts, row -> LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(row.get(0))))
                .isEqualTo(1);
        assertThat(share("IBAN", accounts, row -> IBANValidator.getInstance().isValid(row.get(1))))
                .isEqualTo(1);
        assertThat(share(
                        "PESEL",
                        accounts,
                        row -> row.get(2).equals(withCheck(row.get(2).substring(0, 10)))))
                .isEqualTo(1);
        assertThat(share("ISBN", books, row -> ISBNValidator.getInstance().isValidISBN13(row.get(0))))
                .isEqualTo(1);
        assertThat(share("EAN", books, row -> EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(row.get(1))))
                .isEqualTo(1);
    }

    private static String iban(String account) {
        int rest =
                new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE%02d%s".formatted(98 - rest, account);
    }

    private static String pesel(int i) {
        return withCheck("%02d%02d%02d%04d".formatted(50 + i % 49, 1 + i % 12, 1 + i % 28, i * 13 % 10_000));
    }

    private static String withCheck(String ten) {
        int sum = 0;
        for (int i = 0; i < PESEL.length; i++) {
            sum += PESEL[i] * (ten.charAt(i) - '0');
        }
        return ten + (10 - sum % 10) % 10;
    }
}
