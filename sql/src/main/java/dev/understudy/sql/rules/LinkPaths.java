package dev.understudy.sql.rules;

import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredRule.Joined;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How a row of one of some tables leads to rows of the others. */
final class LinkPaths {
    private static final int MOST_STEPS = 3;

    private final Schema schema;
    private final Collection<TableName> tables;
    private final String setting;

    /** @param setting where the rule stands, for messages */
    LinkPaths(Schema schema, Collection<TableName> tables, String setting) {
        this.schema = schema;
        this.tables = List.copyOf(tables);
        this.setting = setting;
    }

    /** The table from which links lead to all others. */
    TableName lowest() {
        return tables.stream()
                .filter(table -> upwards(table).keySet().containsAll(others(table)))
                .findFirst()
                .orElseThrow(() -> DeclaredRules.usage(
                        "%s: no row of %s leads to rows of all the others by at most %d links; declare the link under links:."
                                .formatted(setting, text(tables), MOST_STEPS)));
    }

    private Set<TableName> others(TableName table) {
        Set<TableName> others = new LinkedHashSet<>(tables);
        others.remove(table);
        return others;
    }

    /** Tables above one, each with the link by which it is reached first. */
    private Map<TableName, ForeignKey> upwards(TableName from) {
        Map<TableName, ForeignKey> by = new LinkedHashMap<>();
        Map<TableName, Integer> steps = new LinkedHashMap<>(Map.of(from, 0));
        Deque<TableName> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            TableName at = open.remove();
            for (ForeignKey link : schema.foreignKeysOf(at)) {
                boolean isNew = !steps.containsKey(link.parent()) && steps.get(at) < MOST_STEPS;
                if (isNew && !link.isTyped()) {
                    steps.put(link.parent(), steps.get(at) + 1);
                    by.put(link.parent(), link);
                    open.add(link.parent());
                }
            }
        }
        return by;
    }

    /** The joins from a row to those of the other tables, those in between included. */
    List<Joined> joins(TableName from) {
        Map<TableName, ForeignKey> upwards = upwards(from);
        Map<TableName, Joined> joined = new LinkedHashMap<>();
        for (TableName other : others(from)) {
            List<ForeignKey> path = new ArrayList<>();
            for (TableName at = other; !at.equals(from); at = path.get(0).child()) {
                path.add(0, only(upwards.get(at).child(), at));
            }
            for (ForeignKey link : path) {
                String alias = link.child().equals(from)
                        ? DeclaredRule.ROW
                        : joined.get(link.child()).alias();
                joined.computeIfAbsent(link.parent(), same -> new Joined("p" + (joined.size() + 1), alias, link));
            }
        }
        return List.copyOf(joined.values());
    }

    /** The one link from a child to its parent. */
    ForeignKey only(TableName child, TableName parent) {
        List<ForeignKey> links = schema.foreignKeysOf(child).stream()
                .filter(link -> link.parent().equals(parent) && !link.isTyped())
                .toList();
        if (links.size() == 1) {
            return links.get(0);
        }
        throw DeclaredRules.usage(
                links.isEmpty()
                        ? "%s: no link leads from %s to %s; declare it under links:.".formatted(setting, child, parent)
                        : "%s: %d links lead from %s to %s (%s); a rule can follow only a link that is alone."
                                .formatted(
                                        setting,
                                        links.size(),
                                        child,
                                        parent,
                                        links.stream().map(ForeignKey::name).collect(Collectors.joining(", "))));
    }

    private static String text(Collection<TableName> tables) {
        return tables.stream().map(TableName::toString).collect(Collectors.joining(", "));
    }
}
