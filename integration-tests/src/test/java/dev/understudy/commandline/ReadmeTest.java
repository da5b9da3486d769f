package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.cli.config.Configuration;
import dev.understudy.cli.config.ConfigurationFile;
import dev.understudy.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says can be typed, configured and relied on. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXPORTED = Pattern.compile("(UNDERSTUDY_\\w+)=");
    private static final Pattern PASSWORD = Pattern.compile("password=([^&]*)");
    private static final Pattern USER = Pattern.compile("user=([^&]*)");

    @TempDir
    Path folder;

    private final String readme = read(root().resolve("README.md"));

    private static Path root() {
        return Path.of(System.getProperty("project.root", ".."));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("The README cannot be read", e);
        }
    }

    private List<String> blocks(String language) {
        return BLOCK.matcher(readme)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Every line of a block that starts Understudy, without its comment. */
    private List<String> commands() {
        return blocks("sh").stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                .filter(line -> line.startsWith("./understudy"))
                .toList();
    }

    /** A command of the README with other databases in it. */
    private CommandLineRun typed(String command, Map<String, String> environment, Map<String, String> places)
            throws IOException, InterruptedException {
        String[] words = command.replaceFirst("^\\./understudy\\s+", "").split("\\s+");
        String[] arguments = Arrays.stream(words)
                .map(word -> places.getOrDefault(word, word))
                .toArray(String[]::new);
        try (CommandProcess process = CommandProcess.start(folder, environment, arguments)) {
            return process.await();
        }
    }

    @Test
    void theDemoRuns() throws Exception {
        String demo = "./understudy demo";
        assertThat(commands()).contains(demo);
        CommandLineRun run = typed(demo, Map.of(), Map.of()).done();
        assertThat(run.out()).contains("all hold", "What is true in the shop, and in its copy");
        assertThat(folder.resolve("understudy-demo/target.mv.db")).exists();
    }

    @Test
    void aPostgresDatabaseIsClonedAsDescribed() throws Exception {
        String source = DatabaseCase.POSTGRESQL.source();
        String target = DatabaseCase.POSTGRESQL.empty("readme");
        Map<String, String> places = Map.of(
                "jdbc:postgresql://db1/shop", source.replaceFirst("\\?.*", ""),
                "jdbc:postgresql://qa1/shop", target.replaceFirst("\\?.*", ""));
        Map<String, String> environment = Map.of(
                "UNDERSTUDY_SOURCE_USER", found(USER, source),
                "UNDERSTUDY_SOURCE_PASSWORD", found(PASSWORD, source),
                "UNDERSTUDY_TARGET_USER", found(USER, target),
                "UNDERSTUDY_TARGET_PASSWORD", found(PASSWORD, target));
        assertThat(exported()).isEqualTo(new TreeSet<>(environment.keySet()));
        List<String> commands =
                commands().stream().filter(line -> line.contains("jdbc:")).toList();
        assertThat(commands).extracting(line -> line.split("\\s+")[1]).containsExactly("plan", "clone", "verify");
        for (String command : commands) {
            CommandLineRun run = typed(command, environment, places).done();
            assertThat(run.out() + run.err()).doesNotContain(SmallOrders.SECRET).doesNotContain("WARN");
        }
        assertThat(Contents.of(target).get("customer")).hasSize(SmallOrders.CUSTOMERS);
        // "A second clone into the same target replaces the rows of the first."
        typed(commands.get(1), environment, places).done();
    }

    private TreeSet<String> exported() {
        TreeSet<String> names = new TreeSet<>();
        for (String block : blocks("sh")) {
            block.lines()
                    .filter(line -> line.startsWith("export "))
                    .forEach(line -> EXPORTED.matcher(line).results().forEach(name -> names.add(name.group(1))));
        }
        return names;
    }

    private static String found(Pattern pattern, String url) {
        Matcher matcher = pattern.matcher(url);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Test
    void noOtherCommandIsShown() {
        assertThat(commands())
                .allMatch(command -> command.equals("./understudy demo") || command.contains("jdbc:postgresql:"));
    }

    @Test
    void theExampleOfAConfigurationWorks() throws Exception {
        assertThat(blocks("yaml")).hasSize(1);
        Path secret = Files.writeString(folder.resolve("qa"), "from-a-file\n");
        String yaml = blocks("yaml").get(0).replace("/run/secrets/qa", secret.toString());
        Path file = Files.writeString(folder.resolve("understudy.yaml"), yaml);
        Configuration read = ConfigurationFile.read(file, Map.of("SHOP_READER", "from-a-variable")::get);
        assertThat(read.source().url()).isEqualTo("jdbc:postgresql://db1/shop");
        assertThat(read.source().password()).isEqualTo("from-a-variable");
        assertThat(read.target().password()).isEqualTo("from-a-file");
        assertThat(read.scale()).isEqualTo(0.1);
        assertThat(read.tables()).containsOnlyKeys("country", "audit_*", "voucher");
        assertThat(read.columns()).containsOnlyKeys("customer.nick");
        assertThat(read.privacy().k()).isEqualTo(10);

        String source = DatabaseCase.H2.freshSource("configured");
        Contents.execute(
                source,
                "ALTER TABLE customer ADD nick varchar(40)",
                "UPDATE customer SET nick = name",
                "CREATE TABLE voucher (id integer PRIMARY KEY)");
        String target = DatabaseCase.H2.empty("configured_target");
        Map<String, String> own = Map.of("jdbc:source", source, "jdbc:target", target);
        String command =
                "./understudy clone --config understudy.yaml --source jdbc:source --target jdbc:target --output json";
        typed(command, Map.of(), own).refused(2, "SHOP_READER is not set: set the reader's password.");
        // H2 knows no user but the first one, so user and password of the example must not get there.
        Files.writeString(file, yaml.replaceAll("user: \\w+, password: \"[^\"]*\"", "user: \"\""));
        JsonNode result = typed(command, Map.of(), own).done().json();
        assertThat(result.path("tables").findValuesAsText("mode")).contains("copy", "empty");
        Map<String, List<String>> rows = Contents.ofUsers(target);
        assertThat(rows.get("customer")).hasSize(SmallOrders.CUSTOMERS / 10);
        assertThat(rows.get("country")).isEqualTo(Contents.of(source).get("country"));
        assertThat(rows.get("audit_log")).isEmpty();
    }

    @Test
    void theStatusTableIsThatOfTheCode() {
        Map<Integer, String> told = new TreeMap<>();
        Matcher row = Pattern.compile("(?m)^\\| (\\d+) \\| (.*) \\|$").matcher(readme);
        while (row.find()) {
            assertThat(told.put(Integer.parseInt(row.group(1)), row.group(2))).isNull();
        }
        TreeSet<Integer> known = new TreeSet<>(List.of(0));
        Arrays.stream(Problem.values()).forEach(problem -> known.add(problem.exitStatus()));
        assertThat(told.keySet()).isEqualTo(known);
        assertThat(told.get(0)).isEqualTo("done");
        String help = CommandLineRun.of("help").done().out();
        known.forEach(status -> assertThat(help).contains(status + " "));
    }

    @Test
    void everyVerbAndFlagIsExplained() {
        Matcher verb = Pattern.compile("(?m)^\\| `([a-z]+)` \\|").matcher(readme);
        TreeSet<String> verbs = new TreeSet<>();
        while (verb.find()) {
            verbs.add(verb.group(1));
            assertThat(CommandLineRun.of("help", verb.group(1)).done().out()).contains("understudy " + verb.group(1));
        }
        assertThat(verbs)
                .containsExactly(
                        "clean",
                        "clone",
                        "demo",
                        "diff",
                        "explain",
                        "generate",
                        "init",
                        "inspect",
                        "learn",
                        "plan",
                        "report",
                        "resume",
                        "runs",
                        "serve",
                        "verify");
        String shared = readme.substring(
                readme.indexOf("Flags that all but `serve` share:"), readme.indexOf("`understudy help VERB`"));
        Matcher flag = Pattern.compile("`(--[a-z]+)").matcher(shared);
        verbs.remove("serve");
        for (String each : verbs) {
            String help = CommandLineRun.of(each, "--help").done().out();
            flag.reset();
            while (flag.find()) {
                assertThat(help).contains(flag.group(1));
            }
        }
        assertThat(CommandLineRun.of("--version").done().out()).startsWith("understudy ");
    }
}
