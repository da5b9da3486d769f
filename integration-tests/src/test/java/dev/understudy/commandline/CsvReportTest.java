package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} over folders of CSV files: rows are judged alike, wherever they are. */
class CsvReportTest {
    private static final String SOURCE = DatabaseCase.H2.source();
    private static final String DESCRIPTION = """
            {"tables": {
              "country": {"columns": {"id": "int", "name": "varchar(40) not null"}, "key": ["id"], "unique": ["name"]},
              "customer": {"columns": {"id": "int", "name": "varchar(60) not null", "email": "varchar(80) not null",
                                       "country_id": "int not null"}, "key": ["id"], "unique": [["email"]]},
              "orders": {"columns": {"id": "int", "customer_id": "int not null", "ordered_at": "timestamp not null",
                                     "total": "decimal(10,2) not null"}, "key": ["id"]},
              "line": {"columns": {"order_id": "int", "place": "int", "quantity": "int not null", "note": "varchar(80)"},
                       "key": ["order_id", "place"]},
              "audit_log": {"columns": {"id": "int", "happening": "varchar(80) not null"}, "key": ["id"]}},
             "links": [{"from": "customer.country_id", "to": "country.id"},
                       {"from": "orders.customer_id", "to": "customer.id"},
                       {"from": "line.order_id", "to": "orders.id"}]}
            """;

    private static String copy;
    private static Path realFolder;

    @TempDir
    static Path folder;

    @BeforeAll
    static void exportBothSides() throws Exception {
        copy = DatabaseCase.H2.empty("csv_judged");
        CommandLineRun.of(
                        "clone",
                        "--source",
                        SOURCE,
                        "--target",
                        copy,
                        "--model",
                        folder.resolve("m").toString())
                .done();
        realFolder = export(SOURCE, "real");
        Files.writeString(realFolder.resolve("schema.json"), DESCRIPTION);
        export(copy, "synthetic");
    }

    private static Path export(String url, String name) throws SQLException, IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : SmallOrders.TABLES) {
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    int width = rows.getMetaData().getColumnCount();
                    lines.add("");
                    for (int c = 1; c <= width; c++) {
                        lines.set(
                                0,
                                lines.get(0)
                                        + (c > 1 ? "," : "")
                                        + rows.getMetaData().getColumnName(c));
                    }
                    while (rows.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int c = 1; c <= width; c++) {
                            String text = rows.getString(c);
                            line.append(c > 1 ? "," : "")
                                    .append(text == null ? "" : "\"" + text.replace("\"", "\"\"") + "\"");
                        }
                        lines.add(line.toString());
                    }
                }
                Files.write(to.resolve(table + ".csv"), lines);
            }
        }
        return to;
    }

    private static CommandLineRun report(String real, String synthetic, String name) {
        return CommandLineRun.of(
                "report",
                "--real",
                real,
                "--synthetic",
                synthetic,
                "--output",
                "json",
                "--report",
                folder.resolve(name).toString());
    }

    /** What was judged, without where it was and how long that took. */
    private static ObjectNode judged(String name) throws IOException {
        ObjectNode report = (ObjectNode) new ObjectMapper()
                .readTree(folder.resolve(name).resolve("report.json").toFile());
        report.remove(List.of("real", "synthetic", "seconds"));
        return report;
    }

    @Test
    void aFolderIsJudgedLikeTheDatabaseThatItCameFrom() throws Exception {
        report(SOURCE, copy, "databases").done();
        JsonNode shown = report(SOURCE, folder.resolve("synthetic").toString(), "mixed")
                .done()
                .json();
        assertThat(shown.path("status").asText()).isEqualTo("done");
        assertThat(judged("mixed")).isEqualTo(judged("databases"));
    }

    @Test
    void twoFoldersAreJudgedByTheirDescription() throws Exception {
        JsonNode shown = report(
                        realFolder.toString(), folder.resolve("synthetic").toString(), "folders")
                .done()
                .json();
        assertThat(shown.path("tables").findValuesAsText("name"))
                .containsExactlyInAnyOrder("country", "customer", "orders", "line", "audit_log");
        assertThat(shown.path("scores").path("cardinality").asDouble()).isGreaterThan(0.8);
        JsonNode report = judged("folders");
        assertThat(report.path("links")).hasSize(3);
        assertThat(report.path("privacy").get(0).path("verdict").asText()).isEqualTo("INCONCLUSIVE");
    }

    @Test
    void badFoldersAreRefused() throws Exception {
        Path bare = export(SOURCE, "bare");
        report(bare.toString(), copy, "none").refused(2, "holds no schema.json");
        report(SOURCE, folder.resolve("nowhere").toString(), "none").refused(2, "--synthetic is neither a JDBC URL");
        report(SOURCE, Files.createDirectories(folder.resolve("empty")).toString(), "none")
                .refused(2, "is named after a table");
        Files.writeString(bare.resolve("orders.csv"), "ID,ORDERED_AT\n1," + SmallOrders.SECRET + "\n");
        report(SOURCE, bare.toString(), "none").refused(2, "Line 2", "ORDERED_AT");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aFileWithoutRowsIsATableWithoutRows() throws Exception {
        Path part = Files.createDirectories(folder.resolve("part"));
        Files.writeString(part.resolve("line.csv"), "ORDER_ID,QUANTITY\n");
        Files.copy(realFolder.resolve("country.csv"), part.resolve("country.csv"));
        JsonNode shown = report(SOURCE, part.toString(), "part_report").json();
        assertThat(shown.path("warnings").findValuesAsText("id")).contains("table-missing", "column-missing");
        assertThat(judged("part_report").path("tables").findValuesAsText("name"))
                .contains("PUBLIC.COUNTRY", "PUBLIC.LINE")
                .doesNotContain("PUBLIC.ORDERS");
    }
}
