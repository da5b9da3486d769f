package dev.understudy.refresh;

import dev.understudy.commandline.Contents;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** A trigger cannot move with its table, so rows are replaced in place, and no reader has to begin again. */
@Tag("acceptance")
class MariaDbInPlaceReadersTest extends MariaDbReadersTest {
    @Override
    void prepare(String target) throws SQLException {
        Contents.execute(target, "CREATE TRIGGER never BEFORE INSERT ON orders FOR EACH ROW SIGNAL SQLSTATE '45000'");
    }

    @Override
    Set<String> retried() {
        return Set.of();
    }

    @Override
    int refreshes() {
        return 3;
    }
}
