package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.problem.Problem;
import dev.understudy.safety.SameDatabase;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a target does not let a run do. */
abstract class TargetRefusals extends TargetTrial {
    @Test
    void rowsThatOthersChangedAreRefused() {
        fill(inspect(TargetSettings.DEFAULT), "one");
        execute("UPDATE " + shop().quoted("customer") + " SET " + shop().quote("email") + " = 'mine' WHERE "
                + shop().quote("id") + " = 3");
        List<String> before = contents();

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.UNSAFE, "customer");

        assertThat(contents()).isEqualTo(before);
        assertThat(inspect(replacing()).situation()).isEqualTo(Situation.REPLACED);
    }

    @Test
    void rowsOfOthersAreRefusedUnlessTheyMayBeReplaced() {
        makeSchemaByHand(Phase.values());
        execute("INSERT INTO %s (%s, %s) VALUES (1, 'theirs')"
                .formatted(shop().quoted("customer"), shop().quote("id"), shop().quote("email")));

        assertRefused(() -> inspect(existing()), Problem.UNSAFE, "customer");

        assertThat(fill(inspect(replacing()), "mine").verification().violations())
                .isEmpty();
        assertThat(contents()).hasSize(3 * SIZE);
    }

    @Test
    void rowsThatOthersAddedToAKilledRunAreRefused() {
        Target first = inspect(TargetSettings.DEFAULT);
        first.begin(record());
        new ShopRows(shop(), SIZE, "one").writeCustomers(first.sink());
        kill(first);
        execute("INSERT INTO %s (%s, %s, %s) VALUES (1, 1, 1)"
                .formatted(
                        shop().quoted("item"), shop().quote("id"), shop().quote("order_id"), shop().quote("ticket")));

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.UNSAFE, "item");
    }

    @Test
    void whatIsNotThereCannotBeVerified() {
        assertRefused(
                () -> Verification.of(database(), shop().schema(), shop().names(), shop().tables()),
                Problem.DRIFT,
                "customer");
    }

    @Test
    void halfASchemaIsRefused() {
        DdlStatement customer = shop().definition().in(Phase.BEFORE_LOAD).get(1);
        execute(customer.sql());

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.USAGE, "item");
        assertRefused(() -> inspect(existing()), Problem.USAGE, "item");
    }

    @Test
    void aColumnThatIsMissingOrForbidsNullIsRefused() {
        makeSchemaByHand(Phase.BEFORE_LOAD);
        execute("ALTER TABLE " + shop().quoted("customer") + " DROP COLUMN " + shop().quote("referrer_id"));
        assertRefused(() -> inspect(existing()), Problem.USAGE, "referrer_id");

        execute("ALTER TABLE " + shop().quoted("customer") + " ADD COLUMN " + shop().quote("referrer_id")
                + " bigint NOT NULL");
        assertRefused(() -> inspect(existing()), Problem.USAGE, "referrer_id");
    }

    @Test
    void aProtectedTargetIsRefused() {
        String database = access().place().replaceFirst(".*[/:]", "");
        for (String pattern : List.of("*" + database.substring(2), database, access().place())) {
            TargetSettings settings =
                    new TargetSettings(SchemaSource.CREATE, Optional.empty(), true, List.of("other", pattern), false);
            assertRefused(() -> inspect(settings), Problem.UNSAFE, "protected");
        }
        TargetSettings others =
                new TargetSettings(SchemaSource.CREATE, Optional.empty(), false, List.of("other*"), false);
        assertThat(inspect(others).situation()).isEqualTo(Situation.FRESH);
    }

    @Test
    void theSourceItselfIsRefusedAsATarget() {
        try (Database source = Database.open(access().asSource())) {
            assertRefused(() -> SameDatabase.refuse(source, database(), true), Problem.UNSAFE, "one database");
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
            SameDatabase.refuse(source, database(), false);
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
}
