package dev.understudy.schema;

import java.util.List;
import java.util.stream.Stream;

/** What the operator declares of rows, beyond what the catalog says. */
public record Declarations(List<DeclaredRule> rules, List<DeclaredTotal> totals) {
    public static final Declarations NONE = new Declarations(List.of(), List.of());

    public Declarations {
        rules = List.copyOf(rules);
        totals = List.copyOf(totals);
    }

    /** Texts of all that must be mended in rows of a table. */
    public List<String> of(TableName table) {
        return Stream.concat(
                        rules.stream()
                                .filter(rule -> rule.table().equals(table))
                                .map(DeclaredRule::text),
                        totals.stream()
                                .filter(total -> total.link().parent().equals(table))
                                .map(DeclaredTotal::text))
                .toList();
    }

    public boolean isEmpty() {
        return rules.isEmpty() && totals.isEmpty();
    }
}
