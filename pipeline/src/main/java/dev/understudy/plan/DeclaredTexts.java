package dev.understudy.plan;

import dev.understudy.custom.CustomGenerator;
import dev.understudy.learn.DeclaredText;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operator's templates and generators, resolved to the columns of a schema. */
public final class DeclaredTexts {
    private DeclaredTexts() {}

    /** @throws UnderstudyException with {@code USAGE} for a template that speaks of no column, or a generator that is not there */
    public static Map<ColumnName, DeclaredText> of(Schema schema, List<ColumnRule> rules) {
        Map<ColumnName, DeclaredText> declared = new LinkedHashMap<>();
        for (ColumnRule rule : rules) {
            rule.declared()
                    .ifPresent(text -> ChosenColumns.matching(schema, rule.pattern())
                            .forEach(column -> {
                                check(schema.table(column.table()).orElseThrow(), rule, text);
                                declared.put(column, text);
                            }));
        }
        return declared;
    }

    private static void check(Table table, ColumnRule rule, DeclaredText text) {
        if (!text.generator().isEmpty()
                && CustomGenerator.named(text.generator()).isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "columns.%s.generator names %s, which is not on the class path."
                            .formatted(rule.pattern(), text.generator()));
        }
        try {
            text.check(table);
        } catch (IllegalArgumentException e) {
            throw new UnderstudyException(
                    Problem.USAGE, "columns.%s.template: %s".formatted(rule.pattern(), e.getMessage()));
        }
    }
}
