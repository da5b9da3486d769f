package dev.understudy.cli.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.understudy.plan.NearestName;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a configuration file. Messages name keys, never values: a value may be a password. */
public final class ConfigurationFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private ConfigurationFile() {}

    /**
     * @param environment value of a variable, or null
     * @throws UnderstudyException with {@code USAGE} for a file that cannot be read, is no YAML, has an unknown key or a
     *     value of the wrong kind, or names a variable that is not set
     */
    public static Configuration read(Path file, Function<String, String> environment) {
        JsonNode tree = parse(file);
        if (tree.isMissingNode() || tree.isNull()) {
            return Configuration.NONE;
        }
        Path folder = file.toAbsolutePath().getParent();
        JsonNode resolved = resolve(tree, "", new Variables(environment, folder));
        Configuration configuration = bind(resolved, file);
        if (configuration.version() == null || configuration.version() != 1) {
            throw usage("%s: version must be 1, the only format there is.".formatted(file));
        }
        return configuration;
    }

    /** Keys of a part of a file, such as {@code tables}; variables need not be set. */
    public static List<String> names(Path file, String part) {
        List<String> names = new ArrayList<>();
        parse(file).path(part).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode parse(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw usage("%s: not valid YAML at line %d, column %d."
                    .formatted(
                            file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "The configuration %s cannot be read.".formatted(file), e);
        }
    }

    private static JsonNode resolve(JsonNode node, String where, Variables variables) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String key = where.isEmpty() ? entry.getKey() : where + "." + entry.getKey();
                copy.set(entry.getKey(), resolve(entry.getValue(), key, variables));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(resolve(element, where, variables)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(variables.resolve(node.textValue(), where)) : node;
    }

    private static Configuration bind(JsonNode tree, Path file) {
        try {
            return MAPPER.treeToValue(tree, Configuration.class);
        } catch (UnrecognizedPropertyException e) {
            List<String> known =
                    e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            throw usage("%s: unknown key %s; %s"
                    .formatted(file, path(e), NearestName.suggestion(e.getPropertyName(), known)));
        } catch (JsonMappingException e) {
            throw usage("%s: %s has a value of the wrong kind.".formatted(file, path(e)));
        } catch (JsonProcessingException e) {
            throw usage("%s: cannot be understood.".formatted(file));
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static UnderstudyException usage(String message) {
        return new UnderstudyException(Problem.USAGE, message);
    }
}
