package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables without rows beside tables that have some: one run, one model, links between them. */
class FillBesideLearnedTest {
    private static final int BRANCHES = 3;
    private static final int CUSTOMERS = 400;

    @TempDir
    private Path folder;

    private String source;

    @BeforeEach
    void shop() throws SQLException {
        source = "jdbc:h2:file:" + folder.resolve("shop");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE branch (id INT PRIMARY KEY, city VARCHAR(40) NOT NULL)");
            statement.execute("CREATE TABLE customer (id INT PRIMARY KEY, branch_id INT NOT NULL REFERENCES branch,"
                    + " name VARCHAR(60) NOT NULL)");
            statement.execute("CREATE TABLE voucher (code VARCHAR(12) PRIMARY KEY,"
                    + " customer_id INT NOT NULL REFERENCES customer, amount NUMERIC(6,2) NOT NULL,"
                    + " CHECK (amount BETWEEN 5 AND 50))");
            statement.execute("CREATE TABLE redemption (id INT PRIMARY KEY,"
                    + " voucher_code VARCHAR(12) NOT NULL REFERENCES voucher, valid_from DATE NOT NULL,"
                    + " valid_to DATE, CHECK (valid_to > valid_from))");
            statement.execute(
                    "CREATE TABLE branch_detail (branch_id INT PRIMARY KEY REFERENCES branch," + " phone VARCHAR(20))");
            statement.execute("CREATE TABLE size (name VARCHAR(10) PRIMARY KEY, CHECK (name IN ('S', 'M', 'L')))");
            for (int i = 1; i <= BRANCHES; i++) {
                statement.execute("INSERT INTO branch VALUES (%d, 'Town %d')".formatted(i, i));
            }
            for (int i = 1; i <= CUSTOMERS; i++) {
                statement.execute(
                        "INSERT INTO customer VALUES (%d, %d, 'Person %d')".formatted(i, 1 + i % BRANCHES, i));
            }
        }
    }

    private static JsonNode run(int status, String... arguments) throws Exception {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(status);
        return run.json();
    }

    private static JsonNode table(JsonNode result, String name) {
        for (JsonNode table : result.path("tables")) {
            if (table.path("name").asText().equals("PUBLIC." + name)) {
                return table;
            }
        }
        throw new AssertionError("No table " + name);
    }

    private static List<String> rows(String url, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                    row.add(rows.getString(c));
                }
                all.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return all;
        }
    }

    @Test
    void aFilledTableDependsOnLearnedOnesAndStaysTheSameFromItsModel() throws Exception {
        String clone = "jdbc:h2:file:" + folder.resolve("clone");
        String again = "jdbc:h2:file:" + folder.resolve("again");
        String model = folder.resolve("shop.understudy").toString();

        JsonNode result = run(
                0,
                "clone",
                "--source",
                source,
                "--target",
                clone,
                "--model",
                model,
                "--rows-per-empty-table",
                "100",
                "--scale",
                "0.5",
                "--output",
                "json");
        run(0, "generate", "--model", model, "--target", again, "--scale", "0.5", "--output", "json");

        assertThat(result.path("constraints").path("violations")).isEmpty();
        assertThat(table(result, "CUSTOMER").path("targetRows").asLong()).isEqualTo(CUSTOMERS / 2);
        for (String filled : List.of("VOUCHER", "REDEMPTION")) {
            assertThat(table(result, filled).path("mode").asText()).isEqualTo("fill");
            assertThat(table(result, filled).path("sourceRows").asLong()).isZero();
            assertThat(rows(clone, filled)).hasSize(100);
        }
        for (String table : List.of("CUSTOMER", "VOUCHER", "REDEMPTION", "BRANCH_DETAIL", "SIZE")) {
            assertThat(rows(again, table)).as(table).isEqualTo(rows(clone, table));
        }
    }

    @Test
    void whatAKeyCapsIsPlannedAndTold() throws Exception {
        String clone = "jdbc:h2:file:" + folder.resolve("clone");

        JsonNode plan = run(0, "plan", "--source", source, "--rows-per-empty-table", "100", "--output", "json");
        JsonNode result = run(
                0,
                "clone",
                "--source",
                source,
                "--target",
                clone,
                "--model",
                folder.resolve("capped.understudy").toString(),
                "--rows-per-empty-table",
                "100",
                "--output",
                "json");

        assertThat(rows(clone, "BRANCH_DETAIL")).hasSize(BRANCHES);
        assertThat(rows(clone, "SIZE")).containsExactly("L", "M", "S");
        assertThat(plan.toString())
                .contains("empty in the source: 100 rows from types and constraints")
                .contains("empty in the source: 3 rows from types and constraints");
        for (JsonNode told : List.of(plan, result)) {
            TreeMap<String, String> warnings = new TreeMap<>();
            told.path("warnings")
                    .forEach(warning -> warnings.put(
                            warning.path("object").asText(), warning.path("id").asText()));
            assertThat(warnings)
                    .containsEntry("PUBLIC.BRANCH_DETAIL", "fewer-rows")
                    .containsEntry("PUBLIC.SIZE", "fewer-rows")
                    .doesNotContainKey("PUBLIC.VOUCHER");
        }
    }

    @Test
    void theConfigurationFillsSingleTables() throws Exception {
        String clone = "jdbc:h2:file:" + folder.resolve("clone");
        Path configuration = folder.resolve("understudy.yaml");
        Files.writeString(configuration, "version: 1\ntables:\n  voucher: {rows: 7}\n  customer: {rows: 7}\n");

        JsonNode result = run(
                0,
                "clone",
                "--source",
                source,
                "--target",
                clone,
                "--config",
                configuration.toString(),
                "--model",
                folder.resolve("single.understudy").toString(),
                "--output",
                "json");

        assertThat(rows(clone, "VOUCHER")).hasSize(7);
        assertThat(rows(clone, "REDEMPTION")).isEmpty();
        assertThat(rows(clone, "CUSTOMER")).hasSize(CUSTOMERS);
        assertThat(result.path("warnings").toString()).contains("rows-not-used");
    }

    @Test
    @Tag("acceptance")
    void netboxWithItsRows() throws Exception {
        String url = DataSets.postgres("netbox", "beside_netbox");
        String clone = PostgresServer.shared().createDatabase("beside_netbox_copy");

        JsonNode result = run(
                0, "clone", "--source", url, "--target", clone, "--rows-per-empty-table", "100", "--output", "json");

        assertThat(result.path("constraints").path("violations")).isEmpty();
        try (Connection connection = DriverManager.getConnection(clone)) {
            PlainCheck check = new PlainCheck(connection);
            check.noOrphans();
            check.noDuplicates();
            assertThat(check.counts())
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());
        }
    }
}
