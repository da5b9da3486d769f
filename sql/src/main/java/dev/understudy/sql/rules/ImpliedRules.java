package dev.understudy.sql.rules;

import dev.understudy.schema.Check;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Conditions that a table's rows must meet though no check of its own says so: those of domains, of partitions, and of ranges,
 * which cannot be computed where they would end before they begin.
 */
public final class ImpliedRules {
    private ImpliedRules() {}

    /** Those that can be evaluated. @param table one of the schema's */
    public static List<Rule> of(Schema schema, Table table) {
        List<Rule> rules = new ArrayList<>(new DomainChecks(schema).of(table));
        new PartitionBounds(schema).of(table).ifPresent(rules::add);
        rules.addAll(ComputedRanges.of(schema.vendor(), table));
        return List.copyOf(rules);
    }

    /** Checks of the domains of a table's columns, understood or not. */
    public static List<Check> ofDomains(Schema schema, Table table) {
        return new DomainChecks(schema).all(table);
    }
}
