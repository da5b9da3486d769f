package dev.understudy.audit;

import dev.understudy.benchmark.BenchmarkSet;
import dev.understudy.demo.DemoShop;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeAll;

/** Customers of the demo's shop. */
class ShopFamiliesTest extends PlantedFamiliesContract {
    private static Families customers;

    @BeforeAll
    static void buildTheShop() throws Exception {
        String url = "jdbc:h2:mem:audited;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url)) {
            DemoShop.build(connection, 42);
        }
        customers = Families.of(BenchmarkSet.read("shop", url, 2), "customers");
    }

    @Override
    Families families() {
        return customers;
    }
}
