package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.connect.Access;
import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.data.RowSink;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Vendor;
import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.TargetDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresTargetTest extends TargetContract {
    @Override
    Access create(String name) {
        return Access.of(PostgresServer.shared().createDatabase(name), "", "");
    }

    @Override
    Vendor vendor() {
        return Vendor.POSTGRESQL;
    }

    @Override
    String schema(String name) {
        return "public";
    }

    @Override
    List<String> refusingTrigger(SmallShop shop, String table) {
        return List.of(
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no inserts''; END'",
                "CREATE TRIGGER refuse BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION refuse()"
                        .formatted(shop.quoted(table)));
    }

    @Test
    void aReadOnlyDatabaseIsRefused() {
        execute("ALTER DATABASE " + DatabaseServer.PREFIX + "target SET default_transaction_read_only = on");
        try (Database readOnly = Database.open(database().access())) {
            assertRefused(() -> inspect(readOnly), Problem.CONNECTION, "read-only");
        }
    }

    @Test
    void settingsOfDefinitionsDoNotOutliveThem() throws SQLException {
        List<DdlStatement> statements = new ArrayList<>();
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, "settings", "SET search_path = ''"));
        statements.addAll(shop().definition().statements());
        statements.add(new DdlStatement(Phase.AFTER_LOAD_OBJECTS, "settings", "SET search_path = ''"));

        fill(inspect(TargetSettings.DEFAULT, new TargetDefinition(statements, List.of())), "one");

        // Every connection of the pool, since nobody knows which one ran the definitions.
        List<Connection> pool = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                pool.add(database().connect());
                assertThat(Answers.text(pool.get(i), "SHOW search_path")).contains("\"$user\", public");
                assertThat(Answers.text(pool.get(i), "SHOW timezone")).contains("UTC");
            }
        } finally {
            for (Connection connection : pool) {
                connection.close();
            }
        }
        assertThat(inspect(TargetSettings.DEFAULT).situation()).isEqualTo(Situation.REPLACED);
    }

    @Test
    void indexesOfAnExistingSchemaAreBuiltWhenTheRowsAreIn() {
        makeSchemaByHand(Phase.values());
        execute("CREATE INDEX plain ON orders (customer_id) WITH (fillfactor = 70)");
        execute("CREATE INDEX remarked ON orders (id, customer_id)");
        execute("COMMENT ON INDEX remarked IS 'asked for by accounting'");
        List<String> before = indexes();

        Target target = inspect(existing());
        target.begin(record());
        assertThat(indexes())
                .as("out of the way, but for those that a definition does not tell whole")
                .noneMatch(index -> index.contains("plain"))
                .anyMatch(index -> index.contains("remarked"));
        target.abandon("cancelled");
        assertThat(indexes()).isEqualTo(before);

        assertThat(fill(inspect(existing()), "one").failures()).isEmpty();
        assertThat(indexes()).isEqualTo(before);
    }

    @Test
    void theServerKnowsHowTheRowsAreSpread() {
        fill(inspect(TargetSettings.DEFAULT), "one");

        // Building an index tells the server the number of rows, but not this.
        assertThat(count("SELECT count(DISTINCT tablename) FROM pg_stats"
                        + " WHERE tablename IN ('customer', 'orders', 'item')"))
                .isEqualTo(3);
    }

    @Test
    void rowsStandThoughTheServerCannotGatherHowTheyAreSpread() {
        makeSchemaByHand(Phase.values());
        execute("CREATE FUNCTION shy(bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS 'BEGIN"
                + " IF current_query() ILIKE ''ANALYZE%'' THEN RAISE EXCEPTION ''not 4711''; END IF; RETURN $1; END'");
        execute("CREATE INDEX shy ON orders (shy(customer_id))");

        for (Situation situation : List.of(Situation.EMPTY, Situation.REPLACED)) {
            Target target = inspect(existing());
            assertThat(target.situation()).isEqualTo(situation);
            TargetOutcome outcome = fill(target, "one");

            assertThat(outcome.kept()).isTrue();
            assertThat(outcome.verification().violations()).isEmpty();
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.toString())
                            .contains("public.orders", "spread")
                            .doesNotContain("4711", "understudy_next"));
            assertThat(count("SELECT count(*) FROM orders")).isPositive();
        }
    }

    private List<String> indexes() {
        return database()
                .with(
                        "Listing",
                        connection -> Answers.rows(
                                connection,
                                "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
                                1))
                .stream()
                .map(row -> row.get(0))
                .filter(index -> !index.contains("understudy"))
                .toList();
    }

    @Test
    void rowsOfATableOutsideTheRunThatPointAtItAreNotOrphaned() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        execute("CREATE TABLE note (id int, customer_id bigint REFERENCES customer)");
        assertThat(inspect(TargetSettings.DEFAULT).situation()).isEqualTo(Situation.REPLACED);
        execute("INSERT INTO note VALUES (1, 1)");

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.UNSAFE, "note");
    }

    @Test
    void givingUpDoesNotWaitForeverBehindAWriterThatNobodyClosed() {
        Target first = inspect(TargetSettings.DEFAULT);
        first.begin(record());
        try (RowSink.TableWriter open = first.sink().open(shop().customer(), shop().customerColumns())) {
            assertThat(open).isNotNull();
            assertThatThrownBy(() -> first.abandon("cancelled"))
                    .isInstanceOf(UnderstudyException.class)
                    .hasMessageContaining("lock");
        }

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.CONTINUED);
        assertThat(fill(second, "two").failures()).isEmpty();
    }

    @Test
    void aUserWhoMayNotCreateTablesIsToldSo() {
        execute("DROP ROLE IF EXISTS understudy_test_reader");
        execute("CREATE ROLE understudy_test_reader LOGIN PASSWORD 'reader'");
        execute("REVOKE CREATE ON SCHEMA public FROM public");
        String url = database().access().place();
        try (Database poor = Database.open(Access.of(url, "understudy_test_reader", "reader"))) {
            assertRefused(() -> inspect(poor), Problem.CONNECTION, "create tables");
        }
    }

    private Target inspect(Database other) {
        return Target.inspect(
                other, shop().schema(), shop().definition(), shop().names(), shop().tables(), TargetSettings.DEFAULT);
    }
}
