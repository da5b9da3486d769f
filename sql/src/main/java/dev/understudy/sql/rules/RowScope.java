package dev.understudy.sql.rules;

import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredRule.Joined;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows whose columns a condition may name.
 *
 * @param table   of the row itself
 * @param reached by alias, the rows that its links lead to
 */
record RowScope(Table table, Map<String, Reached> reached) {
    /** @param links names of links from the row itself upwards */
    record Reached(Table table, List<String> links) {}

    /** The row alone. */
    RowScope(Table table) {
        this(table, Map.of());
    }

    static RowScope of(Schema schema, DeclaredRule rule) {
        Map<String, Reached> reached = new LinkedHashMap<>();
        for (Joined joined : rule.joined()) {
            List<String> links = new ArrayList<>();
            if (reached.containsKey(joined.from())) {
                links.addAll(reached.get(joined.from()).links());
            }
            links.add(joined.link().name());
            Table parent = schema.table(joined.link().parent()).orElseThrow();
            reached.put(joined.alias(), new Reached(parent, List.copyOf(links)));
        }
        return new RowScope(schema.table(rule.table()).orElseThrow(), reached);
    }
}
