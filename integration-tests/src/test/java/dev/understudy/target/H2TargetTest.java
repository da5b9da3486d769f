package dev.understudy.target;

import dev.understudy.connect.Access;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.api.Trigger;

class H2TargetTest extends TargetContract {
    @Override
    Access create(String name) {
        return Access.of("jdbc:h2:mem:" + name + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Override
    Vendor vendor() {
        return Vendor.H2;
    }

    @Override
    String schema(String name) {
        return "PUBLIC";
    }

    @Override
    List<String> refusingTrigger(SmallShop shop, String table) {
        return List.of("CREATE TRIGGER \"PUBLIC\".\"refuse\" BEFORE INSERT ON %s FOR EACH ROW CALL '%s'"
                .formatted(shop.quoted(table), Refusing.class.getName()));
    }

    /** A database in this process would outlive the run's connections. */
    @Override
    void endWithProcess(Target target) {
        target.close();
    }

    /** H2 calls this. */
    public static final class Refusing implements Trigger {
        @Override
        public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
            throw new SQLException("no inserts");
        }
    }
}
