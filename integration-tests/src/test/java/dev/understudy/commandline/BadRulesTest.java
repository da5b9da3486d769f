package dev.understudy.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a configuration that make no sense: told in one line that names the rule and what to do. */
class BadRulesTest {
    private static String source;

    @TempDir
    Path folder;

    @BeforeAll
    static void warehouse() throws SQLException {
        source = DatabaseCase.H2.empty("bad_rules");
        Warehouse.make(source);
        Contents.execute(source, "CREATE TABLE island (id INT PRIMARY KEY, size INT)");
    }

    private CommandLineRun planned(String rule) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), "version: 1\nrules:\n  - \"" + rule + "\"\n");
        return CommandLineRun.of("plan", "--source", source, "--config", file.toString());
    }

    @Test
    void unknownNamesAreToldWithTheNearest() throws IOException {
        planned("order.total > 0").refused(2, "rules[0]", "did you mean ORDERS?");
        planned("orders.totl > 0").refused(2, "rules[0]", "did you mean TOTAL?");
        planned("total > 0").refused(2, "rules[0]", "write every column as table.column");
    }

    @Test
    void whatIsNoConditionIsRefused() throws IOException {
        planned("orders.total").refused(2, "rules[0]", "no condition");
        planned("orders.total > > 1").refused(2, "rules[0]", "no condition");
        planned("orders.total > (SELECT 1)").refused(2, "rules[0]", "no condition");
        planned("orders.total > orders.state").refused(2, "rules[0]", "no condition");
        planned("orders.total = sum(order_line.quantity + order_line.price)").refused(2, "rules[0]", "no total");
    }

    @Test
    void tablesMustBeLinked() throws IOException {
        planned("orders.total > island.size").refused(2, "rules[0]", "links", "PUBLIC.ISLAND");
        planned("product.weight > customer.grade").refused(2, "rules[0]", "links");
        planned("customer.grade = sum(order_line.quantity)").refused(2, "rules[0]", "no link leads");
    }
}
