package dev.understudy.graph;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.Map;

/**
 * Facts about rows that decide how tables hang together.
 *
 * @param tables facts by table; a table that is missing counts as {@link TableFacts#UNKNOWN}
 * @param links  facts by {@link #keyOf}; a link that is missing counts as {@link LinkFacts#UNKNOWN}
 */
public record GraphFacts(Map<TableName, TableFacts> tables, Map<String, LinkFacts> links) {

    public GraphFacts {
        tables = Map.copyOf(tables);
        links = Map.copyOf(links);
    }

    /** Name of a link within a schema: {@code schema.child.constraint}. */
    public static String keyOf(ForeignKey link) {
        return link.child() + "." + link.name();
    }

    public TableFacts table(TableName table) {
        return tables.getOrDefault(table, TableFacts.UNKNOWN);
    }

    public LinkFacts link(ForeignKey link) {
        return links.getOrDefault(keyOf(link), LinkFacts.UNKNOWN);
    }
}
