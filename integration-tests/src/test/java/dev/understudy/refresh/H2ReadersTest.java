package dev.understudy.refresh;

import dev.understudy.commandline.DatabaseCase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;

@Tag("acceptance")
class H2ReadersTest extends ReadersContract {
    @Override
    String source() throws SQLException {
        return DatabaseCase.H2.source();
    }

    @Override
    String target() {
        return DatabaseCase.H2.empty("readers");
    }

    @Override
    int readers() {
        return 8;
    }

    @Override
    List<String> looks() {
        return List.of(
                "SELECT concat(count(*), ' ', sum(ora_hash(concat_ws(',', id, name, email, country_id)))) FROM customer",
                "SELECT concat(count(*), ' ', sum(ora_hash(concat_ws(',', id, customer_id, total)))) FROM orders",
                "SELECT concat(count(*), ' ', sum(ora_hash(concat_ws(',', order_id, place, quantity)))) FROM line");
    }

    @Override
    Set<String> retried() {
        return Set.of();
    }
}
