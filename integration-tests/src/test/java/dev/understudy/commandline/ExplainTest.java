package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `explain` tells of a table whose dependencies are known. */
class ExplainTest {
    @TempDir
    static Path folder;

    private static String model;

    @BeforeAll
    static void learn() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("source");
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .execute("create table LOAN (ID int primary key, GRADE int not null, PRICE int not null,"
                            + " FEE int not null, TOTAL int not null, LENT date not null, DUE date not null)");
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into LOAN values (?, ?, ?, ?, ?, ?, ?)")) {
                SplittableRandom random = new SplittableRandom(7);
                for (int i = 0; i < 4000; i++) {
                    int grade = random.nextInt(5);
                    int price = 100 + grade * 200 + random.nextInt(90);
                    int fee = 5 + random.nextInt(40);
                    java.time.LocalDate lent =
                            java.time.LocalDate.of(2020, 1, 1).plusDays(random.nextInt(900));
                    Object[] row = {i, grade, price, fee, price + fee, lent, lent.plusDays(3 + random.nextInt(60))};
                    for (int c = 0; c < row.length; c++) {
                        insert.setObject(c + 1, row[c]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        model = folder.resolve("loan.understudy").toString();
        CommandLineRun.of("learn", "--source", url, "--model", model).done();
    }

    @Test
    void theOrderTheSumAndTheDifferenceAreTold() throws Exception {
        JsonNode loan = new ObjectMapper()
                .readTree(CommandLineRun.of("explain", model, "--table", "loan", "--output", "json")
                        .done()
                        .out())
                .path("tables")
                .path(0);
        assertThat(column(loan, "DUE").path("kept").toString()
                        + column(loan, "LENT").path("kept"))
                .containsAnyOf("> LENT", "< DUE");
        assertThat(loan.findValues("kept").toString()).containsAnyOf("PRICE + FEE", "FEE + PRICE", "TOTAL - ");
        assertThat(loan.findValuesAsText("name")).containsAnyOf("<time from LENT to DUE>", "<time from DUE to LENT>");
        JsonNode grade = column(loan, "GRADE");
        JsonNode price = column(loan, "PRICE");
        assertThat(grade.path("dependsOn").toString() + price.path("dependsOn"))
                .containsAnyOf("\"on\":\"PRICE\"", "\"on\":\"GRADE\"", "\"on\":\"TOTAL\"");
    }

    @Test
    void thePlanOfAModelShowsWhatEveryNewRowKeeps() throws Exception {
        String out = CommandLineRun.of("plan", "--model", model).done().out();
        assertThat(out)
                .contains("Found in the source, and kept by new rows")
                .containsAnyOf("always > LENT", "always < DUE")
                .containsAnyOf("PRICE + FEE", "FEE + PRICE", "TOTAL - ");
        JsonNode kept = new ObjectMapper()
                .readTree(CommandLineRun.of("plan", "--model", model, "--output", "json")
                        .done()
                        .out())
                .path("kept");
        assertThat(kept.findValuesAsText("always").toString()).containsAnyOf("> LENT", "< DUE");
    }

    private static JsonNode column(JsonNode table, String name) {
        for (JsonNode column : table.path("columns")) {
            if (column.path("name").asText().equals(name)) {
                return column;
            }
        }
        throw new AssertionError("no column " + name);
    }

    @Test
    void linesAreForPeopleAndHoldNoValue() {
        String out = CommandLineRun.of("explain", "--model", model).done().out();
        assertThat(out)
                .contains("PUBLIC.LOAN: synthesize, 4,000 rows in the source")
                .contains("drawn in this order");
        assertThat(out).doesNotContain("2020-");
    }

    @Test
    void aTableThatIsNotThereAndAFileThatIsNoneAreOneLine() throws Exception {
        CommandLineRun noTable = CommandLineRun.of("explain", model, "--table", "nothing");
        assertThat(noTable.status()).isEqualTo(2);
        assertThat(noTable.err()).contains("has no table nothing").hasLineCount(1);
        Path other = Files.writeString(folder.resolve("other.understudy"), "text");
        CommandLineRun noModel = CommandLineRun.of("explain", other.toString());
        assertThat(noModel.status()).isEqualTo(2);
        assertThat(noModel.err()).contains("is not a model file").hasLineCount(1);
    }
}
