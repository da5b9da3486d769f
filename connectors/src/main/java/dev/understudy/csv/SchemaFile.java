package dev.understudy.csv;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The description of a folder of CSV files:
 *
 * <pre>
 * {"tables": {
 *    "customer": {"columns": {"id": "bigint", "name": "varchar(40)", "born": "date"}, "key": ["id"]},
 *    "orders":   {"columns": {"id": "bigint", "customer_id": "bigint not null"}, "key": ["id"], "unique": []}},
 *  "links": [{"from": "orders.customer_id", "to": "customer.id"}]}
 * </pre>
 *
 * <p>Types are those of SQL, with {@code not null} behind them. A link of several columns has lists.
 */
final class SchemaFile {
    /** Its name in the folder. */
    static final String NAME = "schema.json";

    private static final String NOT_NULL = " not null";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    private SchemaFile(Path file) {
        this.file = file;
    }

    /** @throws UnderstudyException if the file cannot be read, or says something that cannot be */
    static Schema read(Path file) {
        return new SchemaFile(file).schema();
    }

    private Schema schema() {
        JsonNode root = parsed();
        known(root, "the file", "tables", "links");
        object(root.path("tables"), "tables")
                .properties()
                .forEach(entry -> tables.put(entry.getKey(), table(entry.getKey(), entry.getValue())));
        List<ForeignKey> links = new ArrayList<>();
        for (JsonNode link : list(root.path("links"), "links")) {
            links.add(link(link, links.size() + 1));
        }
        links.sort(Comparator.comparing(ForeignKey::child).thenComparing(ForeignKey::name));
        List<Table> sorted = tables.values().stream()
                .sorted(Comparator.comparing(Table::name))
                .toList();
        return new Schema(Vendor.GENERIC, "", "", sorted, links, List.of(), List.of());
    }

    private JsonNode parsed() {
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            return object(root, "the file");
        } catch (JsonProcessingException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "%s is no JSON, at line %d."
                            .formatted(
                                    file,
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr()),
                    e);
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "%s cannot be read.".formatted(file), e);
        }
    }

    private UnderstudyException wrong(String text, Object... parts) {
        return new UnderstudyException(Problem.USAGE, file + ": " + text.formatted(parts) + ".");
    }

    private void known(JsonNode node, String where, String... keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!List.of(keys).contains(key)) {
                throw wrong("unknown key %s in %s; it may have %s", key, where, String.join(", ", keys));
            }
        });
    }

    private JsonNode object(JsonNode node, String where) {
        if (node == null || !node.isObject() || node.isEmpty()) {
            throw wrong("%s must be an object with at least one entry", where);
        }
        return node;
    }

    private Iterable<JsonNode> list(JsonNode node, String where) {
        if (!node.isMissingNode() && !node.isArray()) {
            throw wrong("%s must be a list", where);
        }
        return node;
    }

    private Table table(String name, JsonNode told) {
        String where = "tables." + name;
        known(object(told, where), where, "columns", "key", "unique");
        List<String> key = names(told.path("key"), where + ".key");
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        object(told.path("columns"), where + ".columns").properties().forEach(entry -> {
            columns.add(column(where + "." + entry.getKey(), entry.getKey(), entry.getValue(), key));
            if (!seen.add(entry.getKey().toLowerCase(Locale.ROOT))) {
                throw wrong("%s has two columns %s", where, entry.getKey());
            }
        });
        List<UniqueKey> keys = new ArrayList<>();
        if (!key.isEmpty()) {
            keys.add(UniqueKey.of(name + "_key", true, held(key, columns, where + ".key")));
        }
        for (JsonNode unique : list(told.path("unique"), where + ".unique")) {
            List<String> of = names(unique, where + ".unique");
            keys.add(UniqueKey.of(name + "_unique_" + keys.size(), false, held(of, columns, where + ".unique")));
        }
        return Table.of(new TableName("", name), columns, keys);
    }

    private Column column(String where, String name, JsonNode told, List<String> key) {
        String words = told.asText("").strip();
        boolean required = words.toLowerCase(Locale.ROOT).endsWith(NOT_NULL);
        ColumnType type = TypeWords.type(required ? words.substring(0, words.length() - NOT_NULL.length()) : words)
                .orElseThrow(() -> wrong(
                        "the type of %s is not known; use one such as %s",
                        where, String.join(", ", TypeWords.examples())));
        return Column.of(name, type, !required && !key.contains(name));
    }

    /** A name, or a list of them. */
    private List<String> names(JsonNode node, String where) {
        List<String> names = new ArrayList<>();
        if (node.isTextual()) {
            names.add(node.asText());
        } else {
            list(node, where).forEach(one -> names.add(one.asText()));
        }
        if (names.stream().anyMatch(String::isBlank) || new HashSet<>(names).size() < names.size()) {
            throw wrong("%s must be a list of different names", where);
        }
        return names;
    }

    private List<String> held(List<String> names, List<Column> columns, String where) {
        for (String name : names) {
            if (columns.stream().noneMatch(column -> column.name().equals(name))) {
                throw wrong("%s names %s, which is no column of the table", where, name);
            }
        }
        if (names.isEmpty()) {
            throw wrong("%s names no column", where);
        }
        return names;
    }

    private record End(Table table, List<String> columns) {}

    private ForeignKey link(JsonNode told, int number) {
        String where = "link %d".formatted(number);
        known(object(told, where), where, "from", "to");
        End child = end(told.path("from"), where + ", from");
        End parent = end(told.path("to"), where + ", to");
        if (child.columns().size() != parent.columns().size()) {
            throw wrong(
                    "%s leaves %d columns and arrives at %d",
                    where, child.columns().size(), parent.columns().size());
        }
        if (parent.table().keys().stream()
                .noneMatch(key -> new HashSet<>(key.columns()).equals(new HashSet<>(parent.columns())))) {
            throw wrong(
                    "%s arrives at columns of %s that are no key of it",
                    where, parent.table().name());
        }
        List<ColumnPair> pairs = new ArrayList<>();
        boolean optional = false;
        for (int i = 0; i < child.columns().size(); i++) {
            pairs.add(new ColumnPair(child.columns().get(i), parent.columns().get(i)));
            optional |=
                    child.table().column(child.columns().get(i)).orElseThrow().nullable();
        }
        String name = "%s_%s".formatted(child.table().name().name(), String.join("_", child.columns()));
        return ForeignKey.of(name, child.table().name(), parent.table().name(), pairs, optional);
    }

    /** {@code table.column}, or a list of those of one table; a table's name may hold points. */
    private End end(JsonNode node, String where) {
        Table table = null;
        List<String> columns = new ArrayList<>();
        for (String name : names(node, where)) {
            int dot = name.lastIndexOf('.');
            Table of = dot < 0 ? null : tables.get(name.substring(0, dot));
            if (of == null || table != null && of != table) {
                throw wrong("%s must name columns of one table, as table.column", where);
            }
            table = of;
            columns.add(name.substring(dot + 1));
        }
        if (table == null) {
            throw wrong("%s names no column", where);
        }
        return new End(table, held(columns, table.columns(), where));
    }
}
