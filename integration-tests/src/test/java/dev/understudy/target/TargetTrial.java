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
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.TargetDefinition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small shop and an empty database to put it into. */
abstract class TargetTrial {
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

    final Access access() {
        return access;
    }

    final SmallShop shop() {
        return shop;
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
    final void kill(Target target) {
        endWithProcess(target);
        database.close();
        database = Database.open(access);
    }

    final void makeSchemaByHand(Phase... phases) {
        for (Phase phase : phases) {
            shop.definition().in(phase).forEach(statement -> execute(statement.sql()));
        }
    }

    final void insertOneMoreOfEach() {
        execute("INSERT INTO %s (%s) VALUES ('new')".formatted(shop.quoted("customer"), shop.quote("email")));
        execute("INSERT INTO %s (%s, %s) VALUES (1, 0)"
                .formatted(shop.quoted("orders"), shop.quote("customer_id"), shop.quote("total")));
        execute("INSERT INTO %s (%s, %s) VALUES (777, 1)"
                .formatted(shop.quoted("item"), shop.quote("id"), shop.quote("order_id")));
    }

    final long highest(String table, String column) {
        return count("SELECT max(%s) FROM %s".formatted(shop.quote(column), shop.quoted(table)));
    }

    final List<PastRun> runs() {
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
