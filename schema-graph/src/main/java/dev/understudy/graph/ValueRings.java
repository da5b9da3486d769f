package dev.understudy.graph;

import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns that would get their value from themselves if every link handed values on: an area names its chief, the chief's
 * area is a part of that link, and leads back. There the link that opens the ring hands nothing on; it has to find a row that
 * says what the column says already.
 */
final class ValueRings {
    private final Map<ForeignKey, Set<String>> silent = new HashMap<>();

    /** @param broken the links that open rings of tables */
    ValueRings(List<ForeignKey> links, Collection<ForeignKey> broken) {
        Map<ColumnName, Set<ColumnName>> from = new HashMap<>();
        for (ForeignKey link : links) {
            for (ColumnPair pair : link.columns()) {
                from.computeIfAbsent(new ColumnName(link.child(), pair.child()), column -> new HashSet<>())
                        .add(new ColumnName(link.parent(), pair.parent()));
            }
        }
        for (ForeignKey link : broken) {
            for (ColumnPair pair : link.columns()) {
                ColumnName child = new ColumnName(link.child(), pair.child());
                if (reach(from, new ColumnName(link.parent(), pair.parent()), child)) {
                    silent.computeIfAbsent(link, l -> new HashSet<>()).add(pair.child());
                }
            }
        }
    }

    private static boolean reach(Map<ColumnName, Set<ColumnName>> from, ColumnName start, ColumnName end) {
        Set<ColumnName> seen = new HashSet<>(Set.of(start));
        Deque<ColumnName> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ColumnName at = open.pop();
            if (at.equals(end)) {
                return true;
            }
            for (ColumnName next : from.getOrDefault(at, Set.of())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return false;
    }

    /** True if the value of a child's column follows from where the link points. */
    boolean decides(ForeignKey link, String column) {
        boolean within = link.isSelfReference()
                && link.columns().stream()
                        .anyMatch(pair ->
                                pair.child().equals(column) && pair.parent().equals(column));
        return link.childColumns().contains(column)
                && !within
                && !silent.getOrDefault(link, Set.of()).contains(column);
    }
}
