package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Files;
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

/** Tables of PostgreSQL are exchanged with all that hangs on them. */
class PostgresSwapTest {
    @TempDir
    static Path folder;

    private static Path model;
    private String target;

    @BeforeAll
    static void learn() throws SQLException {
        String source = PostgresServer.shared().createDatabase("swap_source");
        DecoratedShop.makeSource(source);
        model = folder.resolve("model.understudy");
        CommandLineRun.of("learn", "--source", source, "--model", model.toString())
                .done();
    }

    @BeforeEach
    void makeTarget() throws SQLException {
        target = PostgresServer.shared().createDatabase("swap_target");
        generate("1").done();
        DecoratedShop.decorate(target);
    }

    private CommandLineRun generate(String seed, String... more) {
        return CommandLineRun.of(java.util.stream.Stream.concat(
                        List.of(
                                "generate",
                                "--model",
                                model.toString(),
                                "--target",
                                target,
                                "--seed",
                                seed,
                                "--output",
                                "json")
                                .stream(),
                        List.of(more).stream())
                .toArray(String[]::new));
    }

    private String names() throws SQLException {
        return DecoratedShop.ask(target, "SELECT md5(string_agg(name || born, ',' ORDER BY id)) FROM customer");
    }

    @Test
    void everythingThatHangsOnTheTablesStays() throws SQLException {
        List<String> before = DecoratedShop.catalog(target);
        String names = names();

        JsonNode result = generate("2").done().json();

        assertThat(result.path("warnings").findValuesAsText("id")).doesNotContain("replaced-in-place");
        assertSame(before);
        assertThat(names()).isNotEqualTo(names);
        assertThat(DecoratedShop.ask(target, "SELECT count(*) FROM ledger_of_others"))
                .as("no trigger fired")
                .isEqualTo("1");
        generate("3").done();
        CommandLineRun.of("verify", "--target", target, "--model", model.toString())
                .done();
    }

    private void assertSame(List<String> before) throws SQLException {
        List<String> after = DecoratedShop.catalog(target);
        List<String> lost = new ArrayList<>(before);
        after.forEach(lost::remove);
        List<String> added = new ArrayList<>(after);
        before.forEach(added::remove);
        // Extended statistics are filled by the first ANALYZE, which the exchange does and nobody did before.
        lost.removeIf(line -> line.startsWith("statistics of"));
        added.removeIf(line -> line.startsWith("statistics of"));
        assertThat(lost).as("what is gone; added is " + added).isEmpty();
        assertThat(added).as("what is new").isEmpty();
    }

    @Test
    void viewsReadTheNewRows() throws SQLException {
        generate("2").done();

        assertThat(DecoratedShop.ask(target, "SELECT count(*) FROM glad"))
                .isEqualTo(DecoratedShop.ask(target, "SELECT count(*) FROM customer WHERE kind = 'glad'"));
        assertThat(DecoratedShop.ask(target, "SELECT sum(total) || '/' || sum(orders) FROM turnover"))
                .isEqualTo(
                        DecoratedShop.ask(target, "SELECT sum(total) || '/' || count(*) FROM \"Sales-2\".\"Order\""));
        assertThat(DecoratedShop.ask(target, "SELECT most || '/' || of_them FROM gladdest"))
                .isEqualTo(DecoratedShop.ask(target, "SELECT max(total) || '/' || count(*) FROM gladder"));
        assertThat(DecoratedShop.ask(target, "SELECT n FROM above"))
                .isEqualTo(DecoratedShop.ask(target, "SELECT count(*) FROM turnover"));
    }

    @Test
    void countersGoOnAndTriggersFire() throws SQLException {
        generate("2").done();

        DecoratedShop.run(
                target,
                List.of(
                        "INSERT INTO customer (email, name) VALUES ('new@example.org', 'New')",
                        "INSERT INTO \"Sales-2\".\"Order\" (customer_id, total, at) SELECT max(id), 7, now() FROM customer"));

        assertThat(DecoratedShop.ask(target, "SELECT note FROM ledger_of_others WHERE note <> 'stays'"))
                .isEqualTo("Order");
        assertThatThrownBy(() -> DecoratedShop.run(
                        target,
                        List.of("INSERT INTO \"Sales-2\".\"Order\" (customer_id, total, at) VALUES (-5, 7, now())")))
                .hasMessageContaining("of whom?");
    }

    @Test
    void aTransactionThatIsOlderThanTheRunSeesNoEmptyTable() throws SQLException {
        try (Connection older = DriverManager.getConnection(target)) {
            older.setAutoCommit(false);
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ask(older, "SELECT count(*) FROM ledger_of_others");

            generate("2").done();

            assertThat(ask(older, "SELECT count(*) FROM customer")).isEqualTo(DecoratedShop.CUSTOMERS);
            assertThat(
                            ask(
                                    older,
                                    "SELECT count(*) FROM \"Sales-2\".\"Order\" o WHERE NOT EXISTS (SELECT FROM customer c WHERE c.id = o.customer_id)"))
                    .isZero();
            assertThat(ask(older, "SELECT sum(orders) FROM turnover"))
                    .isEqualTo(ask(older, "SELECT count(*) FROM \"Sales-2\".\"Order\""));
        }
    }

    private static long ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Test
    void whatCannotBeExchangedIsReplacedInPlaceAndSaid() throws SQLException {
        DecoratedShop.run(
                target,
                List.of(
                        "CREATE FUNCTION youngest() RETURNS customer LANGUAGE sql AS 'SELECT * FROM customer ORDER BY born DESC LIMIT 1'"));
        List<String> before = DecoratedShop.catalog(target);
        String names = names();

        JsonNode result = generate("2").done().json();

        assertThat(result.path("warnings").toString())
                .contains("replaced-in-place", "function youngest() depends on rows of public.customer");
        assertSame(before);
        assertThat(names()).isNotEqualTo(names);
    }

    @Test
    void inPlaceIsWhatTheOperatorSays() throws Exception {
        Path configuration =
                Files.writeString(folder.resolve("in-place.yaml"), "version: 1\ntarget: {refresh: in-place}\n");
        String number = DecoratedShop.ask(target, "SELECT 'customer'::regclass::oid");
        String names = names();

        generate("2", "--config", configuration.toString()).done();

        assertThat(DecoratedShop.ask(target, "SELECT 'customer'::regclass::oid"))
                .isEqualTo(number);
        assertThat(names()).isNotEqualTo(names);
    }

    @Test
    void remainsOfARunThatDiedAreCleared() throws SQLException {
        DecoratedShop.run(
                target,
                List.of(
                        "CREATE SCHEMA understudy_next_4711",
                        "COMMENT ON SCHEMA understudy_next_4711 IS 'Rows of a run of Understudy on their way; dropped when it ends.'",
                        "CREATE TABLE understudy_next_4711.customer (LIKE customer)",
                        "CREATE SCHEMA understudy_next_4712"));

        generate("2").done();

        assertThat(DecoratedShop.ask(
                        target, "SELECT string_agg(nspname, ' ') FROM pg_namespace WHERE nspname LIKE 'understudy%'"))
                .isEqualTo("understudy_next_4712");
    }
}
