package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that the configuration makes by a template, or by a generator on the class path. */
class DeclaredTextsTest {
    @TempDir
    private Path folder;

    private String source;

    @BeforeEach
    void fill() throws SQLException {
        source = "jdbc:h2:file:" + folder.resolve("source");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE ticket (id int PRIMARY KEY, opened date NOT NULL, topic varchar(40) NOT NULL,"
                            + " number varchar(40) NOT NULL UNIQUE, desk varchar(40))");
            statement.execute("INSERT INTO ticket SELECT x, DATE '2021-01-01' + MOD(x * 7, 900), 'topic ' || MOD(x, 5),"
                    + " 'n' || x, 'd' || x FROM SYSTEM_RANGE(1, 400)");
        }
    }

    private CommandLineRun cloned(String columns) throws IOException {
        Path configuration = folder.resolve("understudy.yaml");
        Files.writeString(configuration, "version: 1\ncolumns:\n" + columns);
        return CommandLineRun.of(
                "clone",
                "--config",
                configuration.toString(),
                "--source",
                source,
                "--target",
                "jdbc:h2:file:" + folder.resolve("target"),
                "--model",
                folder.resolve("m.understudy").toString(),
                "--yes");
    }

    @Test
    void templatesAndGeneratorsMakeWhatTheySay() throws Exception {
        CommandLineRun run = cloned("""
                  ticket.number: {template: "T-{opened:year}-{topic:slug}-{serial:5}"}
                  ticket.desk: {generator: ticket}
                """);
        assertThat(run.status()).as(run.err() + run.out()).isIn(0, 6);
        Set<String> numbers = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("target"));
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT number, EXTRACT(YEAR FROM opened), topic, desk FROM ticket")) {
            while (rows.next()) {
                String topic = rows.getString(3).replace(' ', '-').toLowerCase(Locale.ROOT);
                assertThat(rows.getString(1)).matches("T-%d-%s-\\d{5}".formatted(rows.getInt(2), topic));
                assertThat(rows.getString(4)).matches("[A-F]-1\\d{5}-\\d");
                numbers.add(rows.getString(1));
            }
        }
        assertThat(numbers).hasSize(400);
    }

    @Test
    void whatCannotBeFollowedIsRefused() throws IOException {
        cloned("  ticket.number: {template: \"T-{opend:year}\"}\n")
                .refused(2, "columns.ticket.number.template", "{opend}");
        cloned("  ticket.number: {template: \"T-{opened:yaer}\"}\n")
                .refused(2, "columns.ticket.number.template", "yaer");
        cloned("  ticket.number: {generator: tikket}\n").refused(2, "columns.ticket.number.generator", "tikket");
        cloned("  ticket.number: {generator: ticket, template: x}\n").refused(2, "columns.ticket.number", "not both");
    }
}
