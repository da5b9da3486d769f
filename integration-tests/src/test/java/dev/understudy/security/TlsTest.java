package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.connect.Answers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tls:} means the same whatever the driver calls it. */
class TlsTest {
    @TempDir
    Path folder;

    private CommandLineRun inspecting(String url, String tls) throws Exception {
        Path file = Files.writeString(
                folder.resolve("tls.yaml"), "version: 1\nsource: {url: \"%s\", tls: %s}\n".formatted(url, tls));
        return CommandLineRun.of("inspect", "--config", file.toString());
    }

    @Test
    void postgresIsVerified() throws Exception {
        String source = DatabaseCase.POSTGRESQL.source();
        Path certificate = TestCertificate.make(folder, "server", "localhost");
        Path other = TestCertificate.make(folder, "other", "localhost");
        switchOn(source, certificate, folder.resolve("server.key"));
        try {
            inspecting(source, "{ca: server.crt}").done();
            inspecting(source, "{ca: other.crt}").refused(3, "Connecting to");
            inspecting(source, "{}").refused(3, "Connecting to");
            inspecting(source, "{mode: require}").done();
            String number = source.replace("localhost", "127.0.0.1");
            inspecting(number, "{ca: server.crt}").refused(3, "Connecting to");
            inspecting(number, "{mode: verify-ca, ca: server.crt}").done();
            inspecting(source, "{mode: disable}").done();
            inspecting(source, "{mode: verify-ful}").refused(2, "verify-full");
            inspecting(source, "{ca: nowhere.crt}").refused(2, "nowhere.crt");
            assertThat(other).exists();
        } finally {
            Contents.execute(source, "ALTER SYSTEM RESET ssl");
            Contents.execute(source, "SELECT pg_reload_conf()");
        }
    }

    private static void switchOn(String url, Path certificate, Path key) throws Exception {
        try (Connection admin = DriverManager.getConnection(url)) {
            Path data = Path.of(Answers.text(admin, "SHOW data_directory").orElseThrow());
            for (Path[] pair : new Path[][] {{certificate, data.resolve("us.crt")}, {key, data.resolve("us.key")}}) {
                Files.deleteIfExists(pair[1]);
                Files.copy(pair[0], pair[1]);
                new ProcessBuilder("chown", "--reference=" + data, pair[1].toString())
                        .start()
                        .waitFor();
                new ProcessBuilder("chmod", "600", pair[1].toString()).start().waitFor();
            }
            Answers.execute(admin, "ALTER SYSTEM SET ssl_cert_file = 'us.crt'");
            Answers.execute(admin, "ALTER SYSTEM SET ssl_key_file = 'us.key'");
            Answers.execute(admin, "ALTER SYSTEM SET ssl = on");
            Answers.execute(admin, "SELECT pg_reload_conf()");
            for (int i = 0;
                    i < 100 && !Answers.text(admin, "SHOW ssl").orElse("").equals("on");
                    i++) {
                Thread.sleep(50);
            }
        }
    }

    /** A server that speaks no TLS is not spoken to in clear. */
    @Test
    void mariaDbIsNotSpokenToInClear() throws Exception {
        String source = DatabaseCase.MARIADB.source();
        inspecting(source, "{}").refused(3, "Connecting to");
        inspecting(source, "{mode: require}").refused(3, "Connecting to");
        inspecting(source, "{mode: disable}").done();
    }

    @Test
    void h2HasNone() throws Exception {
        inspecting(DatabaseCase.H2.source(), "{}").refused(2, "tls is for PostgreSQL and MariaDB");
    }
}
