package dev.understudy.cli.config;

import dev.understudy.learn.DeclaredText;
import dev.understudy.plan.ColumnRule;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.semantic.Meaning;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a configuration says of columns: what they mean, or how their texts are made. */
public final class ColumnEntries {
    private ColumnEntries() {}

    /** @throws UnderstudyException with {@code USAGE} for one that says nothing or too much, or an unknown word */
    public static List<ColumnRule> rules(Map<String, Configuration.ColumnEntry> entries) {
        return entries.entrySet().stream().map(ColumnEntries::rule).toList();
    }

    private static ColumnRule rule(Map.Entry<String, Configuration.ColumnEntry> entry) {
        String where = "columns." + entry.getKey() + ".as";
        Configuration.ColumnEntry told = entry.getValue();
        boolean made = told != null && (told.template() != null || told.generator() != null);
        if (told == null || told.as() == null && !made) {
            throw new UnderstudyException(Problem.USAGE, where + " is missing.");
        }
        if (told.template() != null && told.generator() != null) {
            throw new UnderstudyException(
                    Problem.USAGE, "columns.%s takes a template or a generator, not both.".formatted(entry.getKey()));
        }
        return new ColumnRule(
                entry.getKey(),
                Optional.ofNullable(told.as()).map(as -> Words.constant(Meaning.class, as, where)),
                made
                        ? Optional.of(new DeclaredText(
                                Objects.requireNonNullElse(told.template(), ""),
                                Objects.requireNonNullElse(told.generator(), "")))
                        : Optional.empty());
    }
}
