package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, comments and files that mean harm do none. */
class HostileInputsTest {
    private static final String PARENT = "p'; DROP TABLE witness; --";
    private static final String CHILD = "c\"`]; DROP TABLE witness; /*";
    private static final String COLUMN = "x\" int); DROP TABLE witness; --";

    @TempDir
    Path folder;

    private static String quote(DatabaseCase vendor, String name) {
        return vendor == DatabaseCase.MARIADB
                ? "`" + name.replace("`", "``") + "`"
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Test
    void namesAndCommentsAreNeverRun() throws Exception {
        assertNeverRun(DatabaseCase.POSTGRESQL);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "H2"})
    @Tag("acceptance")
    void namesAndCommentsAreNeverRun(DatabaseCase vendor) throws Exception {
        assertNeverRun(vendor);
    }

    private void assertNeverRun(DatabaseCase vendor) throws Exception {
        String source = vendor.empty("hostile");
        String target = vendor.empty("hostile_target");
        String parent = quote(vendor, PARENT);
        String child = quote(vendor, CHILD);
        String column = quote(vendor, COLUMN);
        String evil = "'); DROP TABLE witness; --";
        Contents.execute(
                source,
                "CREATE TABLE witness (id int PRIMARY KEY)",
                "INSERT INTO witness VALUES (1), (2), (3)",
                "CREATE TABLE %s (id int PRIMARY KEY, %s varchar(60) DEFAULT '%s')"
                        .formatted(parent, column, evil.replace("'", "''")),
                "CREATE TABLE %s (id int PRIMARY KEY, %s int, CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (id))"
                        .formatted(child, column, quote(vendor, "k\"`'"), column, parent),
                "CREATE INDEX %s ON %s (%s)".formatted(quote(vendor, "i'; --"), parent, column));
        if (vendor == DatabaseCase.MARIADB) {
            Contents.execute(source, "ALTER TABLE %s COMMENT '%s'".formatted(parent, evil.replace("'", "''")));
        } else {
            Contents.execute(source, "COMMENT ON TABLE %s IS '%s'".formatted(parent, evil.replace("'", "''")));
        }
        for (int i = 1; i <= 40; i++) {
            Contents.execute(
                    source,
                    "INSERT INTO %s VALUES (%d, '%s')".formatted(parent, i, (evil + i % 3).replace("'", "''")),
                    "INSERT INTO %s VALUES (%d, %d)".formatted(child, i, Math.max(1, i / 2)));
        }
        for (String seed : List.of("1", "2")) {
            CommandLineRun.of(
                            "clone",
                            "--source",
                            source,
                            "--target",
                            target,
                            "--seed",
                            seed,
                            "--model",
                            folder.resolve(vendor + ".understudy").toString())
                    .done();
        }
        Map<String, List<String>> copy = Contents.ofUsers(target);
        assertThat(copy.keySet()).contains("witness", PARENT.toLowerCase(Locale.ROOT), CHILD.toLowerCase(Locale.ROOT));
        assertThat(copy.get("witness")).hasSize(3);
        assertThat(Contents.of(source).get("witness")).hasSize(3);
        CommandLineRun.of("inspect", "--source", source, "--format", "mermaid").done();
        CommandLineRun.of(
                        "init",
                        "--source",
                        source,
                        "--config",
                        folder.resolve(vendor + ".yaml").toString())
                .done();
        CommandLineRun.of(
                        "plan",
                        "--source",
                        source,
                        "--config",
                        folder.resolve(vendor + ".yaml").toString())
                .done();
    }

    @Test
    void aFieldWithoutEndIsGivenUp() throws Exception {
        Path data = Files.createDirectories(folder.resolve("bomb"));
        Files.writeString(
                data.resolve("schema.json"),
                "{\"tables\": {\"t\": {\"columns\": {\"id\": \"bigint\", \"a\": \"varchar(20)\"}, \"key\": [\"id\"]}}}");
        try (Writer out = Files.newBufferedWriter(data.resolve("t.csv"))) {
            out.write("id,a\n1,\"");
            String many = "x".repeat(1 << 16);
            for (int i = 0; i < 600; i++) {
                out.write(many);
            }
        }
        CommandLineRun.of(
                        "report",
                        "--real",
                        data.toString(),
                        "--synthetic",
                        data.toString(),
                        "--report",
                        folder.resolve("r").toString())
                .refused(2, "t.csv");
    }
}
