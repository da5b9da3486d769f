package dev.understudy.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("READER", "ada", "EMPTY", "");

    @TempDir
    private Path folder;

    private Configuration read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), yaml);
        return ConfigurationFile.read(file, ENVIRONMENT::get);
    }

    private void refused(String yaml, String... parts) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOfSatisfying(
                        UnderstudyException.class, e -> assertThat(e.problem()).isEqualTo(Problem.USAGE))
                .message()
                .contains(parts)
                .doesNotContain("geheim")
                .hasLineCount(1);
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Files.writeString(folder.resolve("secret"), "geheim\n");

        Configuration configuration = read("""
                version: 1
                source: {url: "jdbc:postgresql://db1/shop", user: "${READER}", password: "${file:secret}", schemas: [a, b]}
                target: {url: "jdbc:h2:mem:x", existing-rows: replace, same-origin: confirmed, protect: ["*prod*"]}
                scale: 0.1
                seed: 7
                tables: {country: {mode: copy}, "audit_*": {mode: empty}, orders: {scale: 2}}
                columns: {customer.email: {as: email}}
                privacy: {subject: [customer], k: 12}
                snapshot: {readers: 4, lock-timeout: 9, max-duration: 30}
                """);

        assertThat(configuration.source())
                .isEqualTo(new Configuration.Source(
                        "jdbc:postgresql://db1/shop", "ada", "geheim", List.of("a", "b"), null));
        assertThat(configuration.target().existingRows()).isEqualTo("replace");
        assertThat(configuration.target().protect()).containsExactly("*prod*");
        assertThat(configuration.scale()).isEqualTo(0.1);
        assertThat(configuration.seed()).isEqualTo(7);
        assertThat(configuration.tables().get("orders").scale()).isEqualTo(2);
        assertThat(configuration.columns().get("customer.email").as()).isEqualTo("email");
        assertThat(configuration.privacy().k()).isEqualTo(12);
        assertThat(configuration.snapshot().lockTimeout()).isEqualTo(9);
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() {
        refused("version: 1\nsource: {urll: 'jdbc:x', password: geheim}", "source.urll", "did you mean url?");
        refused("version: 1\ntabels: {}", "tabels", "did you mean tables?");
        refused("version: 1\ntables: {a: {mod: copy}}", "tables.a.mod", "did you mean mode?");
    }

    @Test
    void aValueOfTheWrongKindIsNamedByItsKeyOnly() {
        refused("version: 1\nscale: geheim", "scale", "wrong kind");
        refused("version: 1\nsource: geheim", "source", "wrong kind");
    }

    @Test
    void brokenYamlIsNamedByItsPlace() {
        refused("version: 1\nsource: {url: geheim", "not valid YAML at line");
        refused("version: 1\nseed: 1\nseed: 2", "not valid YAML at line 3");
    }

    @Test
    void theVersionIsAsked() {
        refused("seed: 1", "version must be 1");
        refused("version: 2", "version must be 1");
    }

    @Test
    void variablesHaveDefaultsAndMessages() throws IOException {
        assertThat(read("version: 1\nseed: ${SEED:-7}").seed()).isEqualTo(7);
        assertThat(read("version: 1\nsource: {user: '$${READER}'}").source().user())
                .isEqualTo("${READER}");
        assertThat(read("version: 1\nsource: {user: '${EMPTY:-nobody}'}")
                        .source()
                        .user())
                .isEqualTo("nobody");
        refused("version: 1\nsource: {user: '${NOBODY}'}", "source.user", "NOBODY is not set");
        refused("version: 1\nsource: {user: '${NOBODY?ask the DBA}'}", "NOBODY", "ask the DBA");
        refused("version: 1\nsource: {user: '${EMPTY?ask the DBA}'}", "EMPTY", "ask the DBA");
        refused("version: 1\nsource: {password: '${file:missing}'}", "source.password", "missing cannot be read");
    }

    @Test
    void anEmptyFileConfiguresNothing() throws IOException {
        assertThat(read("")).isEqualTo(Configuration.NONE);
    }

    /** Editors check configurations against the published schema, so it must know the very same keys. */
    @Test
    void thePublishedSchemaKnowsTheSameKeys() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(getClass().getResourceAsStream("understudy.schema.json"));

        assertThat(keysOf(schema, "")).containsExactlyInAnyOrderElementsOf(keysOf(Configuration.class, ""));
    }

    private static List<String> keysOf(JsonNode schema, String path) {
        List<String> keys = new ArrayList<>();
        schema.path("properties").properties().forEach(entry -> {
            keys.add(path + entry.getKey());
            keys.addAll(keysOf(entry.getValue(), path + entry.getKey() + "."));
            JsonNode any = entry.getValue().path("additionalProperties");
            keys.addAll(keysOf(any, path + entry.getKey() + ".*."));
        });
        return keys;
    }

    private static List<String> keysOf(Class<?> type, String path) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            keys.add(path + name);
            Type generic = component.getGenericType();
            if (component.getType().isRecord()) {
                keys.addAll(keysOf(component.getType(), path + name + "."));
            } else if (component.getType() == Map.class && generic instanceof ParameterizedType map) {
                Arrays.stream(map.getActualTypeArguments())
                        .skip(1)
                        .map(Class.class::cast)
                        .forEach(value -> keys.addAll(keysOf(value, path + name + ".*.")));
            }
        }
        return keys;
    }
}
