package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.TargetDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target promises whatever the vendor: it looks before it writes, and whatever happens can be repeated. */
abstract class TargetContract extends TargetRecovery {
    @Test
    void anEmptyDatabaseIsFilledAndVerified() {
        Target target = inspect(TargetSettings.DEFAULT);
        assertThat(target.situation()).isEqualTo(Situation.FRESH);
        assertThat(count(
                        "SELECT count(*) FROM information_schema.tables WHERE lower(table_name) LIKE 'understudy%' AND table_schema = '"
                                + shop().schemaName() + "'"))
                .as("a look writes nothing")
                .isZero();

        TargetOutcome outcome = fill(target, "one");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.verification().checked()).isGreaterThan(15);
        assertThat(count("SELECT n FROM " + shop().quoted("totals"))).isEqualTo(SIZE);
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.DONE);
    }

    @Test
    void theDatabaseRefusesBadRowsAfterwards() {
        fill(inspect(TargetSettings.DEFAULT), "one");

        assertThatThrownBy(() ->
                        execute("UPDATE " + shop().quoted("orders") + " SET " + shop().quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop().quoted("customer") + " SET " + shop().quote("email") + " = 'x'"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void countersGoOnAfterTheHighestKey() {
        fill(inspect(TargetSettings.DEFAULT), "one");

        insertOneMoreOfEach();

        assertThat(highest("customer", "id")).isEqualTo(SIZE + 1);
        assertThat(highest("orders", "id")).isEqualTo(SIZE + 1);
        assertThat(highest("item", "ticket")).isEqualTo(2 * (SIZE - 1) + 10 + 1);
    }

    @Test
    void aCounterThatIsBehindIsAViolation() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        execute("UPDATE " + shop().quoted("item") + " SET " + shop().quote("ticket") + " = 4000 WHERE "
                + shop().quote("id") + " = 7");

        Verification verification = Verification.of(database(), shop().schema(), shop().names(), shop().tables());

        assertThat(verification.violations())
                .containsExactly(new Violation(
                        Violation.Kind.COUNTER, shop().target("ticket_seq").toString(), 1));
    }

    @Test
    void aSecondRunReplacesTheRowsOfTheFirst() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        List<String> first = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.REPLACED);
        TargetOutcome outcome = fill(second, "two");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.kept()).isTrue();
        assertThat(contents()).hasSameSizeAs(first).isNotEqualTo(first);
        assertThat(inspect(TargetSettings.DEFAULT).situation()).isEqualTo(Situation.REPLACED);
        insertOneMoreOfEach();
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop().quoted("orders") + " SET " + shop().quote("customer_id") + " = 999"))
                .as("links are back")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anExistingSchemaGetsItsLinksAndTriggersBack() {
        makeSchemaByHand(Phase.values());
        refusingTrigger(shop(), "customer").forEach(this::execute);

        Target target = inspect(existing());
        assertThat(target.situation()).isEqualTo(Situation.EMPTY);
        TargetOutcome outcome = fill(target, "one");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertTriggerRefuses();
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop().quoted("orders") + " SET " + shop().quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void verificationDoesNotTrustTheTarget() {
        execute("CREATE TABLE %s (%s bigint, %s varchar(60), %s varchar(10), %s bigint)"
                .formatted(
                        shop().quoted("customer"),
                        shop().quote("id"),
                        shop().quote("email"),
                        shop().quote("kind"),
                        shop().quote("referrer_id")));
        execute("INSERT INTO %s VALUES (1, 'x', 'a', 1), (1, 'y', 'a', 1), (2, NULL, 'long', 3)"
                .formatted(shop().quoted("customer")));

        Verification verification =
                Verification.of(database(), shop().schema(), shop().names(), Set.of(shop().customer()));

        String customer = shop().target("customer") + ".";
        assertThat(verification.violations())
                .containsExactlyInAnyOrder(
                        new Violation(Violation.Kind.NULL, customer + "email", 1),
                        new Violation(Violation.Kind.KEY, customer + "customer_pk", 1),
                        new Violation(Violation.Kind.CHECK, customer + "kind_known", 1),
                        new Violation(Violation.Kind.LINK, customer + "customer_referrer", 1));
    }

    @Test
    void violationsAreToldWithoutValues() {
        Target target = inspect(TargetSettings.DEFAULT);
        target.begin(record());
        ShopRows rows = new ShopRows(shop(), SIZE, "secret");
        rows.writeCustomersWithTwins(target.sink());
        rows.writeOrdersWithOrphan(target.sink());
        rows.writeItems(target.sink());

        TargetOutcome outcome = target.complete(() -> {});

        assertThat(outcome.verification().violations())
                .containsExactlyInAnyOrder(
                        new Violation(Violation.Kind.KEY, shop().target("customer") + ".email_once", 1),
                        new Violation(Violation.Kind.LINK, shop().target("orders") + ".order_customer", 1));
        assertThat(outcome.toString()).doesNotContain("secret").doesNotContain("4711");
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.VIOLATED);
    }

    @Test
    void anObjectThatCannotBeMadeIsToldByName() {
        List<DdlStatement> statements = new ArrayList<>(shop().definition().statements());
        statements.add(new DdlStatement(
                Phase.AFTER_LOAD_OBJECTS,
                "public.broken_view",
                "CREATE VIEW broken_view AS SELECT no_such FROM nowhere"));

        TargetOutcome outcome =
                fill(inspect(TargetSettings.DEFAULT, new TargetDefinition(statements, List.of())), "one");

        assertThat(outcome.failures()).extracting(TargetOutcome.Failure::object).containsExactly("public.broken_view");
        assertThat(outcome.verification().violations()).isEmpty();
    }

    @Test
    void theUsersMigrationsMakeTheTables(@TempDir Path folder) throws IOException {
        String script = shop().definition().statements().stream()
                .map(DdlStatement::sql)
                .collect(Collectors.joining(";\n", "", ";\n"));
        Files.writeString(
                folder.resolve("V1__shop.sql"),
                script
                        + "INSERT INTO %s (%s, %s) VALUES (1, 'seed');"
                                .formatted(shop().quoted("customer"), shop().quote("id"), shop().quote("email")));
        TargetSettings migrations =
                new TargetSettings(SchemaSource.MIGRATIONS, Optional.of(folder), false, List.of(), false);

        Target first = inspect(migrations);
        assertThat(first.situation()).isEqualTo(Situation.FRESH);
        assertThat(fill(first, "one").verification().violations()).isEmpty();

        Target second = inspect(migrations);
        assertThat(second.situation()).isEqualTo(Situation.REPLACED);
        assertThat(fill(second, "two").verification().violations()).isEmpty();
    }

    @Test
    void understudysOwnTablesAreKnown() {
        fill(inspect(TargetSettings.DEFAULT), "one");

        List<String> strangers = database()
                .with(
                        "Listing",
                        connection ->
                                Standing.read(connection, vendor(), List.of(shop().target("customer")))
                                        .tables()
                                        .keySet()
                                        .stream()
                                        .filter(table -> !Ledger.isOwn(table))
                                        .map(table -> table.name())
                                        .toList());

        assertThat(strangers).containsExactlyInAnyOrder("customer", "orders", "item");
    }
}
