package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.connect.Access;
import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.data.RowSink;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.safety.SameDatabase;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.TargetDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target promises whatever the vendor: it looks before it writes, and whatever happens can be repeated. */
abstract class TargetContract {
    static final int SIZE = 50;

    private Access access;
    private Database database;
    private SmallShop shop;

    /** A fresh, empty database. */
    abstract Access create(String name);

    abstract Vendor vendor();

    abstract String schema(String name);

    /** Statements that make a trigger on {@code table} that refuses every insert. */
    abstract List<String> refusingTrigger(SmallShop shop, String table);

    /** Ends what would not end by itself when its client goes, as a server's sessions do. */
    void endWithProcess(Target target) {}

    @BeforeEach
    void openDatabase() {
        access = create("target");
        database = Database.open(access);
        shop = new SmallShop(vendor(), schema("target"));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    final Database database() {
        return database;
    }

    final SmallShop shop() {
        return shop;
    }

    @Test
    void anEmptyDatabaseIsFilledAndVerified() {
        Target target = inspect(TargetSettings.DEFAULT);
        assertThat(target.situation()).isEqualTo(Situation.FRESH);
        assertThat(count(
                        "SELECT count(*) FROM information_schema.tables WHERE lower(table_name) LIKE 'understudy%' AND table_schema = '"
                                + shop.schemaName() + "'"))
                .as("a look writes nothing")
                .isZero();

        TargetOutcome outcome = fill(target, "one");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.verification().checked()).isGreaterThan(15);
        assertThat(count("SELECT n FROM " + shop.quoted("totals"))).isEqualTo(SIZE);
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.DONE);
    }

    @Test
    void theDatabaseRefusesBadRowsAfterwards() {
        fill(inspect(TargetSettings.DEFAULT), "one");

        assertThatThrownBy(() ->
                        execute("UPDATE " + shop.quoted("orders") + " SET " + shop.quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(
                        () -> execute("UPDATE " + shop.quoted("customer") + " SET " + shop.quote("email") + " = 'x'"))
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
        execute("UPDATE " + shop.quoted("item") + " SET " + shop.quote("ticket") + " = 4000 WHERE " + shop.quote("id")
                + " = 7");

        Verification verification = Verification.of(database, shop.schema(), shop.names(), shop.tables());

        assertThat(verification.violations())
                .containsExactly(new Violation(
                        Violation.Kind.COUNTER, shop.target("ticket_seq").toString(), 1));
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
                        execute("UPDATE " + shop.quoted("orders") + " SET " + shop.quote("customer_id") + " = 999"))
                .as("links are back")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rowsThatOthersChangedAreRefused() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        execute("UPDATE " + shop.quoted("customer") + " SET " + shop.quote("email") + " = 'mine' WHERE "
                + shop.quote("id") + " = 3");
        List<String> before = contents();

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.UNSAFE, "customer");

        assertThat(contents()).isEqualTo(before);
        assertThat(inspect(replacing()).situation()).isEqualTo(Situation.REPLACED);
    }

    @Test
    void rowsOfOthersAreRefusedUnlessTheyMayBeReplaced() {
        makeSchemaByHand(Phase.values());
        execute("INSERT INTO %s (%s, %s) VALUES (1, 'theirs')"
                .formatted(shop.quoted("customer"), shop.quote("id"), shop.quote("email")));

        assertRefused(() -> inspect(existing()), Problem.UNSAFE, "customer");

        assertThat(fill(inspect(replacing()), "mine").verification().violations())
                .isEmpty();
        assertThat(contents()).hasSize(3 * SIZE);
    }

    @Test
    void aReplacingLoadThatFailsLeavesTheOldRows() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        ShopRows rows = new ShopRows(shop, SIZE, "two");
        rows.writeCustomers(second.sink());
        assertThatThrownBy(() -> rows.writeCustomers(second.sink())).isInstanceOf(UnderstudyException.class);
        second.abandon("the generator failed");

        assertThat(contents()).isEqualTo(before);
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.FAILED, RunState.DONE);
        assertThat(fill(inspect(TargetSettings.DEFAULT), "three").verification().violations())
                .isEmpty();
    }

    @Test
    void aReplacingLoadThatGaveATableUpCannotBeCompleted() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        try (RowSink.TableWriter writer = second.sink().open(shop.customer(), shop.customerColumns())) {
            assertThat(writer).isNotNull();
        }
        assertThatThrownBy(() -> second.complete(() -> {})).isInstanceOf(UnderstudyException.class);
        second.abandon("a table was given up");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aReplacingLoadWithAnOrphanLeavesTheOldRows() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        ShopRows rows = new ShopRows(shop, SIZE, "two");
        rows.writeCustomers(second.sink());
        rows.writeOrdersWithOrphan(second.sink());
        rows.writeItems(second.sink());
        TargetOutcome outcome = second.complete(() -> {});

        assertThat(outcome.verification().violations())
                .containsExactly(new Violation(Violation.Kind.LINK, shop.target("orders") + ".order_customer", 1));
        assertThat(outcome.kept()).isFalse();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aKilledReplacingRunLeavesTheOldRowsAndCanBeRepeated() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        refusingTrigger(shop, "customer").forEach(this::execute);
        List<String> before = contents();

        Target second = inspect(TargetSettings.DEFAULT);
        second.begin(record());
        new ShopRows(shop, SIZE, "two").writeCustomers(second.sink());
        kill(second);

        assertThat(contents()).isEqualTo(before);
        Target third = inspect(TargetSettings.DEFAULT);
        assertThat(third.situation()).isEqualTo(Situation.REPLACED);
        assertThat(fill(third, "three").verification().violations()).isEmpty();
        assertTriggerRefuses();
    }

    @Test
    void aKilledFirstRunCanBeRepeated() {
        Target first = inspect(TargetSettings.DEFAULT);
        first.begin(record());
        new ShopRows(shop, SIZE, "one").writeCustomers(first.sink());
        kill(first);

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.CONTINUED);
        TargetOutcome outcome = fill(second, "two");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertThat(contents()).hasSize(3 * SIZE);
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.DONE, RunState.FAILED);
    }

    @Test
    void aRunThatIsKilledAmongItsDefinitionsCanBeRepeated() {
        List<DdlStatement> statements = new ArrayList<>(shop.definition().in(Phase.BEFORE_LOAD));
        statements.add(
                statements.size() - 1, new DdlStatement(Phase.BEFORE_LOAD, "odd", "CREATE TABLE odd (a no_such)"));
        Target first = inspect(TargetSettings.DEFAULT, new TargetDefinition(statements, List.of()));
        assertThatThrownBy(() -> first.begin(record())).isInstanceOf(UnderstudyException.class);
        kill(first);

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.CONTINUED);
        TargetOutcome outcome = fill(second, "two");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
    }

    @Test
    void rowsThatOthersAddedToAKilledRunAreRefused() {
        Target first = inspect(TargetSettings.DEFAULT);
        first.begin(record());
        new ShopRows(shop, SIZE, "one").writeCustomers(first.sink());
        kill(first);
        execute("INSERT INTO %s (%s, %s, %s) VALUES (1, 1, 1)"
                .formatted(shop.quoted("item"), shop.quote("id"), shop.quote("order_id"), shop.quote("ticket")));

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.UNSAFE, "item");
    }

    @Test
    void anAbandonedFirstRunLeavesNothingBehind() {
        Target first = inspect(TargetSettings.DEFAULT);
        first.begin(record());
        new ShopRows(shop, SIZE, "one").writeCustomers(first.sink());
        first.abandon("cancelled");

        Target second = inspect(TargetSettings.DEFAULT);
        assertThat(second.situation()).isEqualTo(Situation.FRESH);
        assertThat(fill(second, "two").failures()).isEmpty();
    }

    @Test
    void aRefusedDefinitionTakesBackWhatWasMade() {
        List<DdlStatement> statements = new ArrayList<>(shop.definition().in(Phase.BEFORE_LOAD));
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, "public.odd", "CREATE TABLE odd (a no_such_type)"));
        Target first = inspect(TargetSettings.DEFAULT, new TargetDefinition(statements, List.of()));

        assertThatThrownBy(() -> first.begin(record()))
                .isInstanceOf(UnderstudyException.class)
                .hasMessageContaining("public.odd");
        first.abandon("a definition was refused");

        assertThat(inspect(TargetSettings.DEFAULT).situation()).isEqualTo(Situation.FRESH);
    }

    @Test
    void anExistingSchemaGetsItsLinksAndTriggersBack() {
        makeSchemaByHand(Phase.values());
        refusingTrigger(shop, "customer").forEach(this::execute);

        Target target = inspect(existing());
        assertThat(target.situation()).isEqualTo(Situation.EMPTY);
        TargetOutcome outcome = fill(target, "one");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertTriggerRefuses();
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop.quoted("orders") + " SET " + shop.quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aKilledRunOnAnExistingSchemaGetsEverythingBackAtTheNext() {
        makeSchemaByHand(Phase.values());
        refusingTrigger(shop, "customer").forEach(this::execute);
        Target first = inspect(existing());
        first.begin(record());
        new ShopRows(shop, SIZE, "one").writeCustomers(first.sink());
        kill(first);

        Target second = inspect(existing());
        assertThat(second.situation()).isEqualTo(Situation.CONTINUED);
        TargetOutcome outcome = fill(second, "two");

        assertThat(outcome.verification().violations()).isEmpty();
        assertThat(outcome.failures()).isEmpty();
        assertTriggerRefuses();
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop.quoted("orders") + " SET " + shop.quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anAbandonedRunOnAnExistingSchemaLeavesItEmptyAndWhole() {
        makeSchemaByHand(Phase.values());
        refusingTrigger(shop, "customer").forEach(this::execute);
        Target first = inspect(existing());
        first.begin(record());
        new ShopRows(shop, SIZE, "one").writeOrdersWithOrphan(first.sink());
        first.abandon("cancelled");

        assertThat(contents()).isEmpty();
        assertTriggerRefuses();
        assertThat(inspect(existing()).situation()).isEqualTo(Situation.EMPTY);
    }

    @Test
    void aLinkThatOneRunCouldNotPutBackIsPutBackByTheNext() {
        makeSchemaByHand(Phase.values());
        Target first = inspect(existing());
        first.begin(record());
        ShopRows rows = new ShopRows(shop, SIZE, "one");
        rows.writeCustomers(first.sink());
        rows.writeOrdersWithOrphan(first.sink());
        rows.writeItems(first.sink());
        assertThat(first.complete(() -> {}).verification().violations())
                .containsExactly(new Violation(Violation.Kind.LINK, shop.target("orders") + ".order_customer", 1));

        Target second = inspect(existing());
        assertThat(second.situation()).isEqualTo(Situation.REPLACED);
        assertThat(fill(second, "two").verification().violations()).isEmpty();
        assertThatThrownBy(() ->
                        execute("UPDATE " + shop.quoted("orders") + " SET " + shop.quote("customer_id") + " = 999"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void verificationDoesNotTrustTheTarget() {
        execute("CREATE TABLE %s (%s bigint, %s varchar(60), %s varchar(10), %s bigint)"
                .formatted(
                        shop.quoted("customer"),
                        shop.quote("id"),
                        shop.quote("email"),
                        shop.quote("kind"),
                        shop.quote("referrer_id")));
        execute("INSERT INTO %s VALUES (1, 'x', 'a', 1), (1, 'y', 'a', 1), (2, NULL, 'long', 3)"
                .formatted(shop.quoted("customer")));

        Verification verification = Verification.of(database, shop.schema(), shop.names(), Set.of(shop.customer()));

        String customer = shop.target("customer") + ".";
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
        ShopRows rows = new ShopRows(shop, SIZE, "secret");
        rows.writeCustomersWithTwins(target.sink());
        rows.writeOrdersWithOrphan(target.sink());
        rows.writeItems(target.sink());

        TargetOutcome outcome = target.complete(() -> {});

        assertThat(outcome.verification().violations())
                .containsExactlyInAnyOrder(
                        new Violation(Violation.Kind.KEY, shop.target("customer") + ".email_once", 1),
                        new Violation(Violation.Kind.LINK, shop.target("orders") + ".order_customer", 1));
        assertThat(outcome.toString()).doesNotContain("secret").doesNotContain("4711");
        assertThat(runs()).extracting(PastRun::state).containsExactly(RunState.VIOLATED);
    }

    @Test
    void anObjectThatCannotBeMadeIsToldByName() {
        List<DdlStatement> statements = new ArrayList<>(shop.definition().statements());
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
    void whatIsNotThereCannotBeVerified() {
        assertRefused(
                () -> Verification.of(database, shop.schema(), shop.names(), shop.tables()), Problem.DRIFT, "customer");
    }

    @Test
    void halfASchemaIsRefused() {
        DdlStatement customer = shop.definition().in(Phase.BEFORE_LOAD).get(1);
        execute(customer.sql());

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.USAGE, "item");
        assertRefused(() -> inspect(existing()), Problem.USAGE, "item");
    }

    @Test
    void aColumnThatIsMissingOrForbidsNullIsRefused() {
        makeSchemaByHand(Phase.BEFORE_LOAD);
        execute("ALTER TABLE " + shop.quoted("customer") + " DROP COLUMN " + shop.quote("referrer_id"));
        assertRefused(() -> inspect(existing()), Problem.USAGE, "referrer_id");

        execute("ALTER TABLE " + shop.quoted("customer") + " ADD COLUMN " + shop.quote("referrer_id")
                + " bigint NOT NULL");
        assertRefused(() -> inspect(existing()), Problem.USAGE, "referrer_id");
    }

    @Test
    void aProtectedTargetIsRefused() {
        String database = access.place().replaceFirst(".*[/:]", "");
        for (String pattern : List.of("*" + database.substring(2), database, access.place())) {
            TargetSettings settings =
                    new TargetSettings(SchemaSource.CREATE, Optional.empty(), true, List.of("other", pattern), false);
            assertRefused(() -> inspect(settings), Problem.UNSAFE, "protected");
        }
        TargetSettings others =
                new TargetSettings(SchemaSource.CREATE, Optional.empty(), false, List.of("other*"), false);
        assertThat(inspect(others).situation()).isEqualTo(Situation.FRESH);
    }

    @Test
    void theUsersMigrationsMakeTheTables(@TempDir Path folder) throws IOException {
        String script = shop.definition().statements().stream()
                .map(DdlStatement::sql)
                .collect(Collectors.joining(";\n", "", ";\n"));
        Files.writeString(
                folder.resolve("V1__shop.sql"),
                script
                        + "INSERT INTO %s (%s, %s) VALUES (1, 'seed');"
                                .formatted(shop.quoted("customer"), shop.quote("id"), shop.quote("email")));
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
    void theSourceItselfIsRefusedAsATarget() {
        try (Database source = Database.open(access.asSource())) {
            assertRefused(() -> SameDatabase.refuse(source, database, true), Problem.UNSAFE, "one database");
        }
    }

    @Test
    void anotherDatabaseOfTheSameServerIsNoSource() throws SQLException {
        Access other = create("target_other");
        // H2 makes a database when it is first opened for writing, and drops it from memory with the last connection.
        try (Database made = Database.open(other);
                Connection held = made.connect();
                Database source = Database.open(other.asSource())) {
            assertThat(held).isNotNull();
            SameDatabase.refuse(source, database, false);
        }
    }

    @Test
    void aSecondRunAtTheSameTimeIsRefused() {
        Assumptions.assumeTrue(vendor() != Vendor.H2, "H2 has no locks of this kind");
        Target first = inspect(TargetSettings.DEFAULT);
        Target second = inspect(TargetSettings.DEFAULT);
        first.begin(record());

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.UNSAFE, "Another run");
        assertRefused(() -> second.begin(record()), Problem.UNSAFE, "Another run");

        first.abandon("enough");
        assertThat(inspect(TargetSettings.DEFAULT).situation()).isEqualTo(Situation.FRESH);
    }

    @Test
    void understudysOwnTablesAreKnown() {
        fill(inspect(TargetSettings.DEFAULT), "one");

        List<String> strangers = database.with(
                "Listing",
                connection ->
                        Standing.read(connection, vendor(), List.of(shop.target("customer"))).tables().keySet().stream()
                                .filter(table -> !Ledger.isOwn(table))
                                .map(table -> table.name())
                                .toList());

        assertThat(strangers).containsExactlyInAnyOrder("customer", "orders", "item");
    }

    final void assertTriggerRefuses() {
        assertThatThrownBy(() -> execute("INSERT INTO %s (%s, %s) VALUES (9999, 'new')"
                        .formatted(shop.quoted("customer"), shop.quote("id"), shop.quote("email"))))
                .as("the trigger is back")
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no inserts");
    }

    static void assertRefused(Runnable refused, Problem problem, String words) {
        assertThatThrownBy(refused::run)
                .isInstanceOfSatisfying(
                        UnderstudyException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(words);
    }

    static TargetSettings existing() {
        return new TargetSettings(SchemaSource.EXISTING, Optional.empty(), false, List.of(), false);
    }

    static TargetSettings replacing() {
        return new TargetSettings(SchemaSource.EXISTING, Optional.empty(), true, List.of(), false);
    }

    static RunRecord record() {
        return new RunRecord(UUID.randomUUID().toString(), "test", "digest", 42, "settings");
    }

    final Target inspect(TargetSettings settings) {
        return inspect(settings, shop.definition());
    }

    final Target inspect(TargetSettings settings, TargetDefinition definition) {
        return Target.inspect(database, shop.schema(), definition, shop.names(), shop.tables(), settings);
    }

    final TargetOutcome fill(Target target, String word) {
        target.begin(record());
        try (RowSink sink = target.sink()) {
            new ShopRows(shop, SIZE, word).write(sink);
        }
        return target.complete(() -> {});
    }

    /** As if the process had died: connections end, and nobody completes or abandons. */
    private void kill(Target target) {
        endWithProcess(target);
        database.close();
        database = Database.open(access);
    }

    final void makeSchemaByHand(Phase... phases) {
        for (Phase phase : phases) {
            shop.definition().in(phase).forEach(statement -> execute(statement.sql()));
        }
    }

    private void insertOneMoreOfEach() {
        execute("INSERT INTO %s (%s) VALUES ('new')".formatted(shop.quoted("customer"), shop.quote("email")));
        execute("INSERT INTO %s (%s, %s) VALUES (1, 0)"
                .formatted(shop.quoted("orders"), shop.quote("customer_id"), shop.quote("total")));
        execute("INSERT INTO %s (%s, %s) VALUES (777, 1)"
                .formatted(shop.quoted("item"), shop.quote("id"), shop.quote("order_id")));
    }

    private long highest(String table, String column) {
        return count("SELECT max(%s) FROM %s".formatted(shop.quote(column), shop.quoted(table)));
    }

    private List<PastRun> runs() {
        return database.with(
                "Reading the ledger",
                connection -> Ledger.find(database).orElseThrow().runs(connection));
    }

    /** Every row of every table. */
    final List<String> contents() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("customer", "orders", "item")) {
            String query = "SELECT * FROM %s ORDER BY %s".formatted(shop.quoted(table), shop.quote("id"));
            try (Connection connection = database.connect();
                    var statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(query)) {
                while (found.next()) {
                    StringBuilder row = new StringBuilder(table);
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.append(' ').append(found.getString(i));
                    }
                    rows.add(row.toString());
                }
            } catch (SQLException e) {
                throw new AssertionError(e.getMessage(), e);
            }
        }
        return rows;
    }

    final long count(String query) {
        try (Connection connection = database.connect()) {
            return Answers.number(connection, query).orElseThrow();
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    final void execute(String sql) {
        try (Connection connection = database.connect()) {
            Answers.execute(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
