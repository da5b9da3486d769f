package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.TableComments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments of the target's tables say which rows are synthetic, and keep what they said before. */
abstract class TableCommentsContract {
    private static final String SYNTHETIC = "[Synthetic rows, made by Understudy";
    private static final String TOLD = "Those who 'pay' \\ order";

    @TempDir
    Path folder;

    private final DatabaseCase database;
    private final Vendor vendor;

    TableCommentsContract(DatabaseCase database, Vendor vendor) {
        this.database = database;
        this.vendor = vendor;
    }

    private TableName name(Connection connection, String table) throws SQLException {
        return vendor == Vendor.MARIADB
                ? new TableName(connection.getCatalog(), table)
                : new TableName(
                        connection.getSchema(), vendor == Vendor.H2 ? table.toUpperCase(java.util.Locale.ROOT) : table);
    }

    private String comment(String url, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        new TableComments(vendor).query(name(connection, table)).orElseThrow())) {
            return found.next() ? Objects.requireNonNullElse(found.getString(1), "") : "";
        }
    }

    private void comment(String url, String table, String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    new TableComments(vendor).set(name(connection, table), text).orElseThrow());
        }
    }

    private void clone(String source, String target, String inTarget) throws IOException {
        Path file = Files.writeString(
                folder.resolve("comments.yaml"),
                "version: 1\ntables: {country: {mode: copy}}\ntarget: {%s}\n".formatted(inTarget));
        CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--config",
                        file.toString(),
                        "--model",
                        folder.resolve("model.understudy").toString())
                .done();
    }

    @Test
    void syntheticTablesSaySoBehindTheirComment() throws Exception {
        String source = database.freshSource("commented");
        comment(source, "customer", TOLD);
        String target = database.empty("labelled");
        clone(source, target, "table-comments: keep");
        assertThat(comment(target, "customer")).isEqualTo(TOLD);
        assertThat(comment(target, "orders")).isEmpty();
        clone(source, target, "");
        assertThat(comment(target, "customer"))
                .startsWith(TOLD + " " + SYNTHETIC)
                .endsWith("See understudy_release.]");
        assertThat(comment(target, "orders")).startsWith(SYNTHETIC);
        assertThat(comment(target, "country")).as("rows that were copied").isEmpty();
        assertThat(comment(source, "customer")).isEqualTo(TOLD);
        String once = comment(target, "customer");
        clone(source, target, "table-comments: mark");
        assertThat(comment(target, "customer")).as("after a second run").isEqualTo(once);
    }
}
