package dev.understudy.target;

import dev.understudy.connect.Access;
import dev.understudy.schema.Vendor;
import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.MariaDbServer;
import java.util.List;

class MariaDbTargetTest extends TargetContract {
    @Override
    Access create(String name) {
        return Access.of(MariaDbServer.shared().createDatabase(name), "", "");
    }

    @Override
    Vendor vendor() {
        return Vendor.MARIADB;
    }

    @Override
    String schema(String name) {
        return DatabaseServer.PREFIX + name;
    }

    @Override
    List<String> refusingTrigger(SmallShop shop, String table) {
        return List.of(
                "CREATE TRIGGER refuse BEFORE INSERT ON %s FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no inserts'"
                        .formatted(shop.quote(table)));
    }
}
