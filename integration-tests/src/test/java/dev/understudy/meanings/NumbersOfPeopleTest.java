package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phone numbers and cards in columns of whole numbers are made anew, not drawn from the distribution of the real ones. */
class NumbersOfPeopleTest {
    private static final int PEOPLE = 2_000;

    @TempDir
    private Path folder;

    private static void plant(Connection connection) throws SQLException {
        Random random = new Random(4);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE client (id int PRIMARY KEY, phone bigint NOT NULL UNIQUE,"
                    + " card_number decimal(16, 0), points int NOT NULL)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO client VALUES (?, ?, ?, ?)")) {
            for (int id = 1; id <= PEOPLE; id++) {
                String card = "4000%011d".formatted(random.nextInt(1_000_000_000));
                insert.setInt(1, id);
                // So close together that draws from their range would meet them.
                insert.setLong(2, 2_025_000_000L + 3L * id);
                insert.setObject(3, id % 4 == 0 ? null : Long.valueOf(card + luhn(card)));
                insert.setInt(4, random.nextInt(50));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String luhn(String digits) {
        try {
            return LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(digits);
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> values(String url, String column) throws SQLException {
        Set<String> values = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT %s FROM client WHERE %s IS NOT NULL".formatted(column, column))) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Test
    void theyAreNewAndPassTheirChecks() throws Exception {
        String source = "jdbc:h2:file:" + folder.resolve("source");
        String target = "jdbc:h2:file:" + folder.resolve("target");
        try (Connection connection = DriverManager.getConnection(source)) {
            plant(connection);
        }
        CommandLineRun run = CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--model",
                folder.resolve("numbers.understudy").toString(),
                "--yes");
        assertThat(run.status()).as(run.err()).isIn(0, 6);
        assertThat(values(target, "phone"))
                .hasSize(PEOPLE)
                .allMatch(phone -> phone.length() >= 9)
                .doesNotContainAnyElementsOf(values(source, "phone"));
        Set<String> cards = values(target, "card_number");
        assertThat(cards)
                .hasSizeBetween(PEOPLE * 7 / 10, PEOPLE * 8 / 10)
                .allMatch(LuhnCheckDigit.LUHN_CHECK_DIGIT::isValid)
                .doesNotContainAnyElementsOf(values(source, "card_number"));
    }
}
