package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The grants that docs/security.md names suffice, and are read from there. */
class LeastGrantsTest {
    private static final String PASSWORD = "Geheim-9431";

    @TempDir
    Path folder;

    /** The statements of one block of the documentation. */
    private static List<String> documented(String heading) throws Exception {
        String text = Files.readString(Path.of(System.getProperty("project.root"), "docs", "security.md"));
        Matcher block = Pattern.compile("### " + heading + "\n.*?```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as(heading).isTrue();
        return List.of(block.group(1).replaceAll("--.*", "").split(";\\s*\n"));
    }

    private static String database(String url) {
        return url.replaceFirst(".*//[^/]*/([^?]*).*", "$1");
    }

    private static void grant(String heading, String url, String user) throws Exception {
        for (String statement : documented(heading)) {
            if (!statement.isBlank()) {
                Contents.execute(
                        url,
                        statement
                                .replace("'PASSWORD'", "'" + PASSWORD + "'")
                                .replace(
                                        "shop\\_understudy\\_%",
                                        database(url).replace("_", "\\_") + "\\_understudy\\_%")
                                .replace("understudy_reader", user)
                                .replace("understudy_loader", user)
                                .replaceAll("\\bshop\\b", database(url)));
            }
        }
    }

    private static String as(String url, String user) {
        return url.replaceFirst("\\?.*", "") + "?user=" + user + "&password=" + PASSWORD;
    }

    private void assertEnough(DatabaseCase vendor, String name) throws Exception {
        String source = vendor.freshSource("grants_source");
        String target = vendor.empty("grants_target");
        String reader = "us_test_reader";
        String loader = "us_test_loader";
        for (String user : List.of(reader, loader)) {
            drop(vendor, source, target, user);
        }
        grant(name + ", reader", source, reader);
        grant(name + ", loader", target, loader);
        String model = folder.resolve(name + ".understudy").toString();

        CommandLineRun learned = CommandLineRun.of("learn", "--source", as(source, reader), "--model", model)
                .done();
        String[] words = {"generate", "--model", model, "--target", as(target, loader), "--output", "json", "--seed"};
        CommandLineRun first = CommandLineRun.of(
                        java.util.stream.Stream.concat(List.of(words).stream(), java.util.stream.Stream.of("1"))
                                .toArray(String[]::new))
                .done();
        CommandLineRun second = CommandLineRun.of(
                        java.util.stream.Stream.concat(List.of(words).stream(), java.util.stream.Stream.of("2"))
                                .toArray(String[]::new))
                .done();

        assertThat(second.out()).doesNotContain("replaced-in-place");
        assertThat(CommandLineRun.of("clone", "--source", as(source, reader), "--target", as(source, reader))
                        .status())
                .isEqualTo(2);
        String told = learned.out()
                + learned.err()
                + first.out()
                + first.err()
                + second.out()
                + second.err()
                + Contents.of(target)
                + new String(Files.readAllBytes(Path.of(model)), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(told).doesNotContain(PASSWORD);
    }

    private static void drop(DatabaseCase vendor, String source, String target, String user) throws Exception {
        if (vendor == DatabaseCase.MARIADB) {
            Contents.execute(target, "DROP USER IF EXISTS " + user);
            return;
        }
        Contents.execute(
                source,
                "DO 'BEGIN EXECUTE ''DROP OWNED BY %1$s''; EXCEPTION WHEN undefined_object THEN NULL; END'"
                        .formatted(user));
        Contents.execute(
                target,
                "DO 'BEGIN EXECUTE ''DROP OWNED BY %1$s''; EXCEPTION WHEN undefined_object THEN NULL; END'"
                        .formatted(user),
                "DROP ROLE IF EXISTS " + user);
    }

    @Test
    void postgresGrantsSuffice() throws Exception {
        assertEnough(DatabaseCase.POSTGRESQL, "PostgreSQL");
    }

    @Test
    void mariaDbGrantsSuffice() throws Exception {
        assertEnough(DatabaseCase.MARIADB, "MariaDB");
    }
}
