package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.problem.Problem;
import dev.understudy.schema.Vendor;
import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.SchemaNames;
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
    void aSecondRunAtTheSameTimeIsRefused() {
        Target first = inspect(TargetSettings.DEFAULT);
        Target second = inspect(TargetSettings.DEFAULT);
        first.begin(record());

        assertRefused(() -> inspect(TargetSettings.DEFAULT), Problem.UNSAFE, "Another run");
        assertRefused(() -> second.begin(record()), Problem.UNSAFE, "Another run");

        first.abandon("enough");
        assertThat(inspect(TargetSettings.DEFAULT).situation()).isEqualTo(Situation.FRESH);
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
                other, shop().schema(), shop().definition(), SchemaNames.SAME, shop().tables(), TargetSettings.DEFAULT);
    }
}
