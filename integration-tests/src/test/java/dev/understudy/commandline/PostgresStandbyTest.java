package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primary and its hot standby are one database: neither may be filled from the other. */
@Tag("acceptance")
class PostgresStandbyTest {
    @TempDir
    Path folder;

    @Test
    void aReplicaAndItsPrimaryAreOneDatabase() throws Exception {
        Path copy = folder.resolve("standby");
        try (EmbeddedPostgres primary = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("primary"))
                .setPGStartupWait(Duration.ofSeconds(60))
                .start()) {
            String first = primary.getJdbcUrl("postgres", "postgres");
            SmallOrders.fill(first);
            backUp(first, folder.resolve("primary"), copy);
            Files.createFile(copy.resolve("standby.signal"));
            try (EmbeddedPostgres standby = EmbeddedPostgres.builder()
                    .setDataDirectory(copy)
                    .setCleanDataDirectory(false)
                    .setServerConfig(
                            "primary_conninfo", "'host=localhost user=postgres port=" + primary.getPort() + "'")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start()) {
                String second = standby.getJdbcUrl("postgres", "postgres");
                String bare = DatabaseCase.POSTGRESQL.empty("standby");
                String model = folder.resolve("model.understudy").toString();
                CommandLineRun.of("clone", "--source", second, "--target", first, "--model", model)
                        .refused(2, "The source is a replica of the target");
                CommandLineRun.of("clone", "--source", first, "--target", second, "--model", model)
                        .refused(2, "same origin");
                CommandLineRun.of("clone", "--source", DatabaseCase.POSTGRESQL.source(), "--target", second)
                        .refused(3, "read-only, or a replica");
                // A standby is a good source for any other target.
                CommandLineRun.of("clone", "--source", second, "--target", bare, "--model", model)
                        .done();
                assertThat(Contents.of(bare).get("customer")).hasSize(SmallOrders.CUSTOMERS);
            }
        }
    }

    /** What pg_basebackup does, which the embedded server does not bring. */
    private static void backUp(String url, Path from, Path to) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', true)");
            copy(from, to);
            try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                label.next();
                Files.writeString(to.resolve("backup_label"), label.getString(1));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(from)) {
            files = found.filter(file -> !file.endsWith("postmaster.pid") && !file.endsWith("epg-lock"))
                    .toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }
}
