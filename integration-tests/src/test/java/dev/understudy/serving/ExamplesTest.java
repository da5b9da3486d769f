package dev.understudy.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.CommandProcess;
import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.commandline.SmallOrders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples for schedulers do what they say, once their places are those of a folder of this test. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    @TempDir
    Path folder;

    private String target;

    @BeforeEach
    void configure() throws IOException {
        target = DatabaseCase.H2.empty("example");
        CommandProcess.program(folder);
        Files.writeString(
                folder.resolve("shop.yaml"),
                "version: 1\nsource: {url: \"${SHOP_SOURCE}\"}\ntarget: {url: \"%s\"}\n".formatted(target));
        Files.writeString(folder.resolve("secrets.env"), "SHOP_SOURCE='%s'\n".formatted(DatabaseCase.H2.source()));
    }

    /** An example with its places moved. */
    private String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name))
                .replace("/opt/understudy/bin", folder.toString())
                .replace("/etc/understudy", folder.toString())
                .replace("/var/log/understudy", folder.toString());
    }

    private String run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }

    private void assertFilled() throws Exception {
        assertThat(Contents.ofUsers(target).get("customer")).hasSize(SmallOrders.CUSTOMERS);
    }

    @Test
    @Tag("acceptance")
    void cronClones() throws Exception {
        String line = example("understudy.cron")
                .lines()
                .filter(one -> one.startsWith("30 2"))
                .findFirst()
                .orElseThrow();
        // Five fields and the user stand before the command.
        run(List.of("/bin/sh", "-c", line.split(" ", 7)[6]), Map.of());
        assertFilled();
        assertThat(Files.readString(folder.resolve("shop.log"))).contains("\"event\":\"finished\"");
    }

    @Test
    @Tag("acceptance")
    void airflowClones() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "No Python");
        Path stand = Files.createDirectories(folder.resolve("airflow"));
        Files.writeString(stand.resolve("__init__.py"), "");
        // What the decorators do to the functions: the outer one is called, the inner one runs at once.
        Files.writeString(stand.resolve("decorators.py"), """
                def dag(**settings):
                    assert settings["schedule"] == "30 2 * * *" and settings["max_active_runs"] == 1
                    return lambda made: made

                def task(**settings):
                    return lambda made: lambda: print("returned", made())
                """);
        Files.writeString(stand.resolve("exceptions.py"), "class AirflowFailException(Exception):\n    pass\n");
        Path dag = Files.writeString(folder.resolve("understudy_dag.py"), example("understudy_dag.py"));
        String told = run(
                List.of("/usr/bin/python3", dag.toString()),
                Map.of("SHOP_SOURCE", DatabaseCase.H2.source(), "PYTHONDONTWRITEBYTECODE", "1"));
        assertThat(told).contains("returned {'run': '");
        assertFilled();
    }

    @Test
    @Tag("acceptance")
    void systemdTakesTheUnits() throws Exception {
        Path verifier = Path.of("/usr/bin/systemd-analyze");
        Assumptions.assumeTrue(Files.isExecutable(verifier), "No systemd");
        Path service = Files.writeString(folder.resolve("understudy.service"), example("understudy.service"));
        Path timer = Files.writeString(folder.resolve("understudy.timer"), example("understudy.timer"));
        assertThat(run(List.of(verifier.toString(), "verify", service.toString(), timer.toString()), Map.of()))
                .doesNotContain("understudy.");
        String start = Files.readString(service)
                .lines()
                .filter(line -> line.startsWith("ExecStart="))
                .findFirst()
                .orElseThrow();
        run(
                List.of("/bin/sh", "-c", "set -a; . ./secrets.env; exec " + start.substring("ExecStart=".length())),
                Map.of());
        assertFilled();
    }

    @Test
    void kubernetesGivesArgumentsThatAreTaken() throws Exception {
        JsonNode job = new ObjectMapper(new YAMLFactory()).readTree(example("cronjob.yaml"));
        JsonNode pod = job.at("/spec/jobTemplate/spec/template/spec");
        List<String> words = new ArrayList<>();
        pod.at("/containers/0/args").forEach(word -> words.add(word.asText()));
        assertThat(words)
                .startsWith("clone", "--config")
                .contains(folder.resolve("shop.yaml").toString());
        words.set(words.indexOf("--config") + 1, folder.resolve("none.yaml").toString());
        CommandLineRun refused = CommandLineRun.of(words.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("none.yaml cannot be read");
        assertThat(pod.at("/volumes").findValuesAsText("name"))
                .containsAll(pod.at("/containers/0/volumeMounts").findValuesAsText("name"));
    }

    @Test
    void serveTakesTheJobs() throws Exception {
        Path jobs = Files.writeString(folder.resolve("jobs.yaml"), example("jobs.yaml"));
        try (CommandProcess server =
                CommandProcess.start(folder, Map.of(), "serve", "--jobs", jobs.toString(), "--listen", "127.0.0.1:0")) {
            assertThat(server.awaitLine("Understudy serves")).contains("3 jobs");
        }
    }
}
