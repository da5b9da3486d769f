package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.connect.Answers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of MariaDB are exchanged by one RENAME TABLE. */
class MariaDbSwapTest {
    @TempDir
    static Path folder;

    private String target;

    @BeforeAll
    static void learn() throws SQLException {
        String source = DatabaseCase.MARIADB.freshSource("swap");
        Contents.execute(
                source,
                "CREATE TABLE counted (id bigint AUTO_INCREMENT PRIMARY KEY, customer_id int, word varchar(20) COMMENT 'a word',"
                        + " twice varchar(40) AS (concat(word, word)) STORED, KEY by_word (word(5)),"
                        + " CONSTRAINT `of ``whom``` FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL)"
                        + " COMMENT 'counts'",
                "INSERT INTO counted (customer_id, word) SELECT id, concat('word', id % 7) FROM customer");
        CommandLineRun.of(
                        "learn",
                        "--source",
                        source,
                        "--model",
                        folder.resolve("model.understudy").toString())
                .done();
    }

    @BeforeEach
    void makeTarget() throws SQLException {
        target = DatabaseCase.MARIADB.empty("swap");
        generate(1).done();
        Contents.execute(target, "CREATE VIEW much AS SELECT * FROM orders WHERE total > 100");
    }

    private CommandLineRun generate(int seed) {
        return CommandLineRun.of(
                "generate",
                "--model",
                folder.resolve("model.understudy").toString(),
                "--target",
                target,
                "--seed",
                "" + seed,
                "--output",
                "json");
    }

    /** Definitions of all tables, views and triggers, in the server's words, without where counters stand. */
    static List<String> catalog(String url) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (List<String> table : Answers.rows(
                    connection,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = database() ORDER BY 1",
                    1)) {
                lines.add(Answers.rows(connection, "SHOW CREATE TABLE `" + table.get(0) + "`", 2)
                        .get(0)
                        .get(1)
                        .replaceAll(" AUTO_INCREMENT=\\d+", ""));
            }
            Answers.rows(connection, "SHOW TRIGGERS", 5).forEach(row -> lines.add(row.toString()));
        }
        return lines;
    }

    @Test
    void definitionsStayAndRowsAreNew() throws SQLException {
        List<String> before = catalog(target);
        String rows = DecoratedShop.ask(target, MariaDbReadersTest.LOOKS.get(1));

        CommandLineRun run = generate(2).done();

        assertThat(run.out()).doesNotContain("replaced-in-place");
        assertThat(catalog(target)).isEqualTo(before);
        assertThat(DecoratedShop.ask(target, MariaDbReadersTest.LOOKS.get(1))).isNotEqualTo(rows);
        assertThat(DecoratedShop.ask(target, "SELECT count(*) FROM much"))
                .isEqualTo(DecoratedShop.ask(target, "SELECT count(*) FROM orders WHERE total > 100"));
        Contents.execute(target, "INSERT INTO counted (word) VALUES ('next')");
        assertThatThrownBy(() -> Contents.execute(target, "INSERT INTO counted (customer_id) VALUES (-1)"))
                .hasMessageContaining("of ``whom``");
        assertThatThrownBy(() -> Contents.execute(target, "INSERT INTO orders VALUES (-1, 1, now(), -5)"))
                .hasMessageContaining("orders_total");
    }

    @Test
    void aTransactionThatIsOlderThanTheRunSeesNoEmptyTable() throws SQLException {
        try (Connection older = DriverManager.getConnection(target)) {
            Answers.execute(older, "START TRANSACTION WITH CONSISTENT SNAPSHOT");

            generate(2).done();

            assertThatThrownBy(() -> Answers.number(older, "SELECT count(*) FROM customer"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("definition has changed");
        }
    }

    @Test
    void aTriggerKeepsTheTablesInTheirPlaces() throws SQLException {
        Contents.execute(target, "CREATE TRIGGER never BEFORE INSERT ON orders FOR EACH ROW SIGNAL SQLSTATE '45000'");
        List<String> before = catalog(target);
        String rows = DecoratedShop.ask(target, MariaDbReadersTest.LOOKS.get(1));

        assertThat(generate(2).done().out()).contains("replaced-in-place", "has a trigger");

        assertThat(catalog(target)).isEqualTo(before);
        assertThat(DecoratedShop.ask(target, MariaDbReadersTest.LOOKS.get(1))).isNotEqualTo(rows);
    }
}
