package dev.understudy.graph;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.Deferrability;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds small schemas with facts: {@code table("film", 1000, "film_id")}, {@code link("rental.customer_id", "customer")}. */
final class Shapes {
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final Map<String, List<String>> uniques = new LinkedHashMap<>();
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();
    private final Map<TableName, TableFacts> tableFacts = new LinkedHashMap<>();
    private final Map<String, LinkFacts> linkFacts = new LinkedHashMap<>();
    private final List<ForeignKey> links = new ArrayList<>();

    static TableName name(String table) {
        return new TableName("s", table);
    }

    Shapes table(String table, long rows, String... primaryKey) {
        keys.put(table, List.of(primaryKey));
        columns.put(table, new LinkedHashSet<>(List.of(primaryKey)));
        tableFacts.put(name(table), new TableFacts(rows, false, false, false));
        return this;
    }

    Shapes lookup(String table, long rows) {
        table(table, rows, "id");
        tableFacts.put(name(table), new TableFacts(rows, true, false, false));
        return this;
    }

    Shapes persons(String table, long rows, String... primaryKey) {
        table(table, rows, primaryKey);
        tableFacts.put(name(table), new TableFacts(rows, false, true, false));
        return this;
    }

    Shapes unique(String table, String... key) {
        uniques.put(table, List.of(key));
        return this;
    }

    /** A required link; {@code from} is {@code child.column}, or {@code child.column+column}. */
    Shapes link(String from, String parent) {
        return add(from, parent, false, Deferrability.IMMEDIATE);
    }

    Shapes optional(String from, String parent) {
        return add(from, parent, true, Deferrability.IMMEDIATE);
    }

    Shapes deferrable(String from, String parent) {
        return add(from, parent, false, Deferrability.INITIALLY_DEFERRED);
    }

    Shapes oneToOne(String from, String parent) {
        link(from, parent);
        linkFacts.put(GraphFacts.keyOf(links.get(links.size() - 1)), new LinkFacts(true, 0, false));
        return this;
    }

    private Shapes add(String from, String parent, boolean optional, Deferrability deferrability) {
        String child = from.substring(0, from.indexOf('.'));
        List<String> own = List.of(from.substring(from.indexOf('.') + 1).split("\\+"));
        columns.get(child).addAll(own);
        List<ColumnPair> pairs = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            pairs.add(new ColumnPair(own.get(i), keys.get(parent).get(i)));
        }
        links.add(new ForeignKey(
                "fk_" + String.join("_", own) + "_" + parent,
                name(child),
                name(parent),
                pairs,
                optional,
                deferrability,
                true,
                "NO ACTION",
                "NO ACTION",
                ""));
        return this;
    }

    ForeignKey linkOf(String child, String column) {
        return links.stream()
                .filter(link ->
                        link.child().equals(name(child)) && link.childColumns().contains(column))
                .findFirst()
                .orElseThrow();
    }

    Schema schema() {
        List<Table> tables = new ArrayList<>();
        for (String table : keys.keySet()) {
            List<Column> all = columns.get(table).stream()
                    .map(column -> Column.of(column, ColumnType.of(TypeFamily.INTEGER, "integer"), false))
                    .toList();
            List<UniqueKey> own = new ArrayList<>();
            if (!keys.get(table).isEmpty()) {
                own.add(UniqueKey.of("pk_" + table, true, keys.get(table)));
            }
            if (uniques.containsKey(table)) {
                own.add(UniqueKey.of("uq_" + table, false, uniques.get(table)));
            }
            tables.add(Table.of(name(table), all, own));
        }
        tables.sort(Comparator.comparing(Table::name));
        return new Schema(Vendor.H2, "2", "s", tables, links, List.of(), List.of());
    }

    GraphFacts facts() {
        return new GraphFacts(tableFacts, linkFacts);
    }

    SchemaGraph graph(String... chosen) {
        return SchemaGraph.of(
                schema(), facts(), List.of(chosen).stream().map(Shapes::name).toList());
    }
}
