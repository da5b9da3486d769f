package dev.understudy.sql.rules;

import dev.understudy.schema.Filling;
import dev.understudy.schema.Table;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.RowKey;
import dev.understudy.schema.rule.Rule;
import dev.understudy.schema.rule.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ranges that a table computes, in exclusion constraints and in columns: a row whose range ends before it begins is an error. */
final class ComputedRanges {
    private ComputedRanges() {}

    /** That ranges begin before they end, in rows for which they are computed at all. */
    static List<Rule> of(Vendor vendor, Table table) {
        Set<Condition> conditions = new LinkedHashSet<>();
        table.indexes().stream()
                .flatMap(index -> ExclusionText.key(vendor, table, index).stream())
                .forEach(key -> key.spans().forEach(span -> conditions.add(where(key, inOrder(span)))));
        table.columns().stream()
                .filter(column -> column.filling() == Filling.GENERATED)
                .flatMap(column -> RangeText.span(vendor, table, quoted(column.name())).stream())
                .forEach(span -> conditions.add(inOrder(span)));
        return conditions.stream()
                .map(condition -> new Rule("bounds of a range", condition))
                .toList();
    }

    private static Condition inOrder(Span span) {
        return new Condition.Comparison(span.low(), Comparator.LESS_OR_EQUAL, span.high());
    }

    private static Condition where(RowKey key, Condition condition) {
        boolean all =
                key.predicate() instanceof Condition.And and && and.parts().isEmpty();
        return all
                ? condition
                : new Condition.Or(
                        Stream.of(new Condition.Not(key.predicate()), condition).toList());
    }

    private static String quoted(String column) {
        return '"' + column + '"';
    }
}
