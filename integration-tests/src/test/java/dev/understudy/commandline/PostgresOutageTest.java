package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.servers.PostgresServer;
import dev.understudy.servers.SmallDisk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes away in the middle of a run, and comes back: the run says so, and ends as if nothing had happened. */
@Tag("acceptance")
class PostgresOutageTest {
    private static final int INTERRUPTED = 7;

    @TempDir
    static Path folder;

    private static Map<String, List<String>> undisturbed;

    @BeforeAll
    static void learnAndGenerateOnce() throws Exception {
        CommandLineRun.of("learn", "--source", DatabaseCase.POSTGRESQL.source(), "--model", model())
                .done();
        String target = DatabaseCase.POSTGRESQL.empty("outage_none");
        CommandLineRun.of(generate(target)).done();
        undisturbed = Contents.ofUsers(target);
    }

    private static String model() {
        return folder.resolve("model.understudy").toString();
    }

    private static String[] generate(String target) {
        return new String[] {"generate", "--model", model(), "--target", target, "--scale", "60", "--seed", "3"};
    }

    private static void goOn(String target) throws Exception {
        String run = CommandLineRun.of("runs", "--target", target, "--output", "json")
                .done()
                .json()
                .path("runs")
                .path(0)
                .path("runId")
                .asText();
        CommandLineRun.of("resume", run, "--target", target, "--model", model()).done();
        assertThat(Contents.ofUsers(target)).isEqualTo(undisturbed);
    }

    private static void interrupted(CommandLineRun run) {
        assertThat(run.status()).as(run.err()).isEqualTo(INTERRUPTED);
        assertThat(run.err()).contains("understudy resume ").doesNotContain("Exception");
    }

    @Test
    void connectionsThatBreak() throws Exception {
        String target = DatabaseCase.POSTGRESQL.empty("outage_broken");
        try (CommandProcess run = CommandProcess.start(folder, Map.of(), generate(target))) {
            run.awaitLine("  wrote public.orders");
            Contents.execute(
                    target,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            interrupted(run.await());
        }
        assertThat(Contents.ofUsers(target)).isNotEqualTo(undisturbed);

        goOn(target);
    }

    @Test
    void aServerThatIsRestarted() throws Exception {
        Path data = folder.resolve("server");
        EmbeddedPostgres first = server(data, 0);
        int port = first.getPort();
        String target = first.getJdbcUrl("postgres", "postgres") + "&password=postgres";
        try (CommandProcess run = CommandProcess.start(folder, Map.of(), generate(target))) {
            run.awaitLine("  wrote public.orders");
            first.close();
            interrupted(run.await());
        } finally {
            first.close();
        }
        try (EmbeddedPostgres second = server(data, port)) {
            assertThat(second.getPort()).isEqualTo(port);
            goOn(target);
        }
    }

    private static EmbeddedPostgres server(Path data, int port) throws Exception {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("timezone", "UTC");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        String target = PostgresServer.shared().createDatabase("outage_full");
        String admin = target.replace("understudy_test_outage_full", "postgres");
        try (SmallDisk disk = SmallDisk.mount(64)) {
            Path data = disk.folder("data", ask(admin, "SELECT current_setting('data_directory')"));
            Contents.execute(
                    admin,
                    "CREATE TABLESPACE understudy_outage LOCATION '" + data + "'",
                    "ALTER DATABASE understudy_test_outage_full SET TABLESPACE understudy_outage");
            try {
                Path ballast = Files.write(disk.place().resolve("ballast"), new byte[46 << 20]);

                interrupted(CommandLineRun.of(generate(target)));

                Files.delete(ballast);
                goOn(target);
            } finally {
                Contents.execute(
                        admin,
                        "DROP DATABASE understudy_test_outage_full WITH (FORCE)",
                        "DROP TABLESPACE understudy_outage");
            }
        }
    }

    private static String ask(String url, String query) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(url);
                var answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
