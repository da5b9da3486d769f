package dev.understudy.plan;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.rule.Rule;
import dev.understudy.sql.rules.ImpliedRules;
import dev.understudy.sql.rules.RuleLabels;
import dev.understudy.sql.rules.RuleText;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Links of which a check lists the parents: {@code class_id IN (1, 2)}. */
final class ListedParents {
    private ListedParents() {}

    /** True if every column of the link is tied to a list of values. */
    static boolean areOf(Schema schema, Table child, ForeignKey link) {
        Stream<Rule> rules =
                Stream.concat(RuleText.rules(schema.vendor(), child).stream(), ImpliedRules.of(schema, child).stream());
        Set<String> listed = new HashSet<>();
        rules.forEach(rule -> listed.addAll(RuleLabels.listed(rule.condition())));
        return listed.containsAll(link.childColumns());
    }
}
