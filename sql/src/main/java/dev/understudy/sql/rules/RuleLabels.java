package dev.understudy.sql.rules;

import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Condition.Comparison;
import dev.understudy.schema.rule.Condition.InList;
import dev.understudy.schema.rule.Condition.IsNull;
import dev.understudy.schema.rule.Condition.Or;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Labels that a condition allows a text column, so that they belong to the schema and may be kept. */
public final class RuleLabels {
    private RuleLabels() {}

    /**
     * Labels by column, in the order of the condition, for columns that the condition ties to a list of texts in every
     * row that has a value: {@code c IN (…)}, {@code c = …}, either with {@code OR c IS NULL}, alone or joined by AND.
     * Where two parts list labels for one column, those that both allow.
     */
    public static Map<String, List<String>> of(Condition condition) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        List<Condition> parts = condition instanceof And and ? and.parts() : List.of(condition);
        for (Condition part : parts) {
            for (ColumnReference column : part.columns()) {
                allowed(part, column)
                        .filter(texts -> !texts.isEmpty())
                        .ifPresent(texts -> labels.merge(column.name(), List.copyOf(texts), RuleLabels::common));
            }
        }
        return labels;
    }

    private static List<String> common(List<String> a, List<String> b) {
        return a.stream().filter(b::contains).toList();
    }

    /** Texts that a condition allows a column; empty if it allows others too. */
    private static Optional<Set<String>> allowed(Condition condition, ColumnReference column) {
        if (condition instanceof IsNull test && test.value().equals(column)) {
            return Optional.of(Set.of());
        }
        if (condition instanceof InList in && in.value().equals(column)) {
            return texts(in.items());
        }
        if (condition instanceof Comparison compared && compared.comparator() == Comparator.EQUAL) {
            Expression other = compared.left().equals(column) ? compared.right() : compared.left();
            boolean about = compared.left().equals(column) || compared.right().equals(column);
            return about ? texts(List.of(other)) : Optional.empty();
        }
        if (condition instanceof And and) {
            return intersection(and, column);
        }
        return condition instanceof Or or ? union(or, column) : Optional.empty();
    }

    /** What all parts that list texts allow. */
    private static Optional<Set<String>> intersection(And and, ColumnReference column) {
        Set<String> common = null;
        for (Condition part : and.parts()) {
            Optional<Set<String>> texts = allowed(part, column);
            if (texts.isPresent() && common == null) {
                common = new LinkedHashSet<>(texts.get());
            } else if (texts.isPresent()) {
                common.retainAll(texts.get());
            }
        }
        return Optional.ofNullable(common);
    }

    private static Optional<Set<String>> union(Or or, ColumnReference column) {
        Set<String> all = new LinkedHashSet<>();
        for (Condition part : or.parts()) {
            Optional<Set<String>> texts = allowed(part, column);
            if (texts.isEmpty()) {
                return texts;
            }
            all.addAll(texts.get());
        }
        return Optional.of(all);
    }

    private static Optional<Set<String>> texts(List<Expression> items) {
        List<String> texts = new ArrayList<>();
        for (Expression item : items) {
            if (item instanceof Literal.Text text) {
                texts.add(text.text());
            } else if (!(item instanceof Literal.Null)) {
                return Optional.empty();
            }
        }
        return Optional.of(new LinkedHashSet<>(texts));
    }
}
