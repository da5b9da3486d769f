package dev.understudy.refresh;

import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;

@Tag("acceptance")
class MariaDbReadersTest extends ReadersContract {
    static final List<String> LOOKS = List.of(
            "SELECT concat(count(*), ' ', sum(crc32(concat_ws(',', id, name, email, country_id)))) FROM customer",
            "SELECT concat(count(*), ' ', sum(crc32(concat_ws(',', id, customer_id, total)))) FROM orders",
            "SELECT concat(count(*), ' ', sum(crc32(concat_ws(',', order_id, place, quantity)))) FROM line");

    @Override
    String source() throws SQLException {
        return DatabaseCase.MARIADB.source();
    }

    @Override
    String target() {
        return DatabaseCase.MARIADB.empty("readers");
    }

    @Override
    int readers() {
        return 20;
    }

    @Override
    void prepare(String target) throws SQLException {
        Contents.execute(target, "CREATE VIEW much AS SELECT * FROM orders WHERE total > 100");
    }

    @Override
    List<String> looks() {
        return LOOKS;
    }

    /** HY000: the definition changed since the snapshot; 40001: chosen as a victim of a deadlock. */
    @Override
    Set<String> retried() {
        return Set.of("HY000", "40001");
    }
}
