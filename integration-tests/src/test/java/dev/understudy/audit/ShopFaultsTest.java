package dev.understudy.audit;

import dev.understudy.benchmark.BenchmarkSet;
import dev.understudy.demo.DemoShop;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Faults in the orders of the demo's shop. */
@Tag("acceptance")
class ShopFaultsTest extends RealFaultsContract {
    private static BenchmarkSet set;
    private static Families customers;

    @BeforeAll
    static void buildTheShop() throws Exception {
        String url = "jdbc:h2:mem:faulty;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url)) {
            DemoShop.build(connection, 42);
        }
        set = BenchmarkSet.read("shop", url, 2);
        customers = Families.of(set, "customers");
    }

    @Override
    BenchmarkSet set() {
        return set;
    }

    @Override
    Families families() {
        return customers;
    }

    @Override
    List<String> tables() {
        return List.of("customers", "orders");
    }

    @Override
    String category() {
        return "segment";
    }
}
