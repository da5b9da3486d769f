package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands, configurations and files that make no sense, whatever the vendor: told in one line, and nothing is written. */
class BadWordsTest {
    @TempDir
    Path folder;

    private String source;
    private String target;

    @BeforeEach
    void openEnds() {
        source = DatabaseCase.H2.source();
        target = DatabaseCase.H2.empty("target");
    }

    @AfterEach
    void nothingWasWritten() throws SQLException {
        assertThat(Contents.of(target)).isEmpty();
        assertThat(Path.of(".understudy")).doesNotExist();
    }

    private CommandLineRun cloning(String... more) {
        List<String> words = new ArrayList<>(List.of("clone", "--source", source, "--target", target));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private CommandLineRun configured(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("understudy.yaml"), yaml);
        return cloning("--config", file.toString());
    }

    @Test
    void anUnknownFlagNamesTheNearest() {
        cloning("--thread", "2").refused(2, "Unknown flag --thread;", "did you mean --threads?", "help clone");
        cloning("--sorce=jdbc:h2:mem:x;PASSWORD=hush").refused(2, "Unknown flag --sorce;", "--source?");
    }

    @Test
    void anUnknownVerbNamesTheNearest() {
        CommandLineRun.of("klone").refused(2, "Unknown verb klone;", "did you mean clone?");
        CommandLineRun.of().refused(2, "A verb is missing.");
        CommandLineRun.of("clone", source).refused(2, "An argument stands where only flags may.");
    }

    @Test
    void aPasswordIsNoFlag() {
        for (String flag : List.of("--password", "--source-password", "--target-password")) {
            CommandLineRun apart = cloning(flag, "hush-hush");
            apart.refused(2, "Passwords are no flags;", "UNDERSTUDY_SOURCE_PASSWORD");
            CommandLineRun together = cloning(flag + "=hush-hush");
            together.refused(2, "Passwords are no flags;");
            assertThat(apart.err() + together.err()).doesNotContain("hush-hush");
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        cloning("--scale", "0").refused(2, "scale", "above 0");
        cloning("--scale", "much").refused(2, "--scale", "much");
        cloning("--threads", "0").refused(2, "threads is 0");
        cloning("--seed", "1.5").refused(2, "--seed");
        cloning("--output", "xml").refused(2, "--output", "json");
        cloning("--scale").refused(2, "--scale");
    }

    @Test
    void bothEndsMustBeNamed() {
        CommandLineRun.of("clone", "--target", target).refused(2, "No source is given", "--source URL");
        CommandLineRun.of("learn").refused(2, "No source is given");
        CommandLineRun.of("plan").refused(2, "No source is given");
        CommandLineRun.of("clone", "--source", source).refused(2, "No target is given", "--target URL");
        CommandLineRun.of("verify").refused(2, "No target is given");
        CommandLineRun.of("generate", "--target", target).refused(2, "No model is given", "--model FILE");
    }

    @Test
    void aUrlMustBeOneThatADriverKnows() {
        CommandLineRun.of("clone", "--source", "postgresql://db/shop", "--target", target)
                .refused(2, "JDBC URL", "jdbc:postgresql://");
        CommandLineRun.of("clone", "--source", "jdbc:nonsense://db/shop", "--target", target)
                .refused(2, "no JDBC driver", "jdbc:nonsense://db/shop");
        for (String url : List.of("jdbc:postgresql:////x:y", "jdbc:mariadb:shop", "jdbc:h2:mem:a;NONSENSE=1")) {
            CommandLineRun.of("plan", "--source", url).refused(2, "Connecting to", "URL");
        }
    }

    @Test
    void anUnknownKeyNamesTheNearest() throws IOException {
        configured("version: 1\nsede: 7\n").refused(2, "unknown key sede;", "did you mean seed?");
        configured("version: 1\ntarget: {protected: [prod]}\n")
                .refused(2, "unknown key target.protected;", "did you mean protect?");
        configured("version: 1\ntables: {orders: {mod: copy}}\n")
                .refused(2, "unknown key tables.orders.mod;", "did you mean mode?");
    }

    @Test
    void anUnknownWordNamesTheNearest() throws IOException {
        configured("version: 1\ntables: {orders: {mode: coppy}}\n")
                .refused(2, "tables.orders.mode: coppy is not known;", "did you mean copy?");
        configured("version: 1\ncolumns: {customer.email: {as: emial}}\n")
                .refused(2, "columns.customer.email.as: emial is not known;", "did you mean email?");
        configured("version: 1\ncolumns: {customer.email: {}}\n").refused(2, "columns.customer.email.as is missing");
    }

    @Test
    void patternsMustMatch() throws IOException {
        configured("version: 1\ntables: {\"adit_*\": {mode: empty}}\n")
                .refused(2, "tables.adit_* matches no table of the source");
        configured("version: 1\ncolumns: {customer.mail: {as: email}}\n")
                .refused(2, "columns.customer.mail matches no column of the source");
        configured("version: 1\nprivacy: {subject: [custommer]}\n")
                .refused(2, "privacy.subject: custommer matches no table");
    }

    @Test
    void yamlMustBeWhole() throws IOException {
        configured("version: 1\nsource: {url: \"hush-hush\n").refused(2, "understudy.yaml", "not valid YAML at line");
        configured("version: 1\nseed: [1, 2]\n").refused(2, "seed has a value of the wrong kind");
        configured("version: 1\nseed: hush-hush\n").refused(2, "seed has a value of the wrong kind");
        configured("version: 2\n").refused(2, "version must be 1");
        configured("seed: 2\n").refused(2, "version must be 1");
        configured("- 1\n- 2\n").refused(2, "understudy.yaml");
        configured("version: 1\nseed: 1\nseed: 2\n").refused(2, "understudy.yaml");
        cloning("--config", folder.resolve("nowhere.yaml").toString()).refused(2, "nowhere.yaml cannot be read");
    }

    @Test
    void variablesMustBeSet() throws IOException {
        configured("version: 1\nsource: {password: \"${UNDERSTUDY_NO_SUCH_VARIABLE}\"}\n")
                .refused(2, "source.password: the variable UNDERSTUDY_NO_SUCH_VARIABLE is not set");
        configured("version: 1\nsource: {password: \"${UNDERSTUDY_NO_SUCH_VARIABLE?ask the DBA}\"}\n")
                .refused(2, "UNDERSTUDY_NO_SUCH_VARIABLE is not set: ask the DBA.");
        configured("version: 1\nsource: {password: \"${file:no/such/file}\"}\n")
                .refused(2, "source.password: the file no/such/file cannot be read");
    }

    @Test
    void aServerThatDoesNotAnswerIsToldSoon() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        for (String vendor : List.of("postgresql", "mariadb")) {
            // No name ends in .invalid; nobody listens at the port any more.
            for (String host : List.of("db.invalid", "127.0.0.1:" + port)) {
                String url = "jdbc:%s://%s/shop".formatted(vendor, host);
                long begun = System.nanoTime();
                CommandLineRun.of("clone", "--source", url, "--target", target).refused(3, url, "does not answer");
                CommandLineRun.of("clone", "--source", source, "--target", url).refused(3, url, "does not answer");
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aModelMustBeOne() throws IOException {
        generating(folder.resolve("missing.understudy")).refused(2, "no readable model", "missing.understudy");
        generating(folder).refused(2, folder.toString());
        generating(Files.writeString(folder.resolve("text.understudy"), "hello"))
                .refused(2, "text.understudy is not a model file, or it is damaged");
        generating(Files.write(folder.resolve("empty.understudy"), new byte[0]))
                .refused(2, "empty.understudy is not a model file");
        Path model = folder.resolve("whole.understudy");
        CommandLineRun.of("learn", "--source", source, "--model", model.toString())
                .done();
        byte[] whole = Files.readAllBytes(model);
        generating(Files.write(folder.resolve("half.understudy"), java.util.Arrays.copyOf(whole, whole.length / 2)))
                .refused(2, "half.understudy is not a model file, or it is damaged");
        generating(packed("other.understudy", Map.of("format", 9999))).refused(2, "other.understudy", "format 9999");
        generating(packed("nothing.understudy", Map.of())).refused(2, "nothing.understudy is not a model file");
        generating(packed("null.understudy", null)).refused(2, "null.understudy is not a model file");
    }

    private Path packed(String name, Object content) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = new SmileMapper().writeValueAsBytes(content);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("UNDERSTUDY\n\0".getBytes(StandardCharsets.US_ASCII));
            out.write(MessageDigest.getInstance("SHA-256").digest(bytes));
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(bytes);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private CommandLineRun generating(Path model) {
        return CommandLineRun.of("generate", "--model", model.toString(), "--target", target);
    }
}
