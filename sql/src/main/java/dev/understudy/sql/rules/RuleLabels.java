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

/** Values that a condition allows a column: labels of texts belong to the schema and may be kept. */
public final class RuleLabels {
    private RuleLabels() {}

    /**
     * Labels by column, in the order of the condition, for columns that the condition ties to a list of texts in every
     * row that has a value: {@code c IN (…)}, {@code c = …}, either with {@code OR c IS NULL}, alone or joined by AND.
     * Where two parts list labels for one column, those that both allow.
     */
    public static Map<String, List<String>> of(Condition condition) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (Condition part : parts(condition)) {
            for (ColumnReference column : part.columns()) {
                allowed(part, column)
                        .flatMap(RuleLabels::texts)
                        .filter(texts -> !texts.isEmpty())
                        .ifPresent(texts -> labels.merge(column.name(), texts, RuleLabels::common));
            }
        }
        return labels;
    }

    /** Columns that the condition ties to a list of values of any type in every row that has one. */
    public static Set<String> listed(Condition condition) {
        Set<String> listed = new LinkedHashSet<>();
        for (Condition part : parts(condition)) {
            part.columns().stream()
                    .filter(column -> allowed(part, column).isPresent())
                    .forEach(column -> listed.add(column.name()));
        }
        return listed;
    }

    private static List<Condition> parts(Condition condition) {
        return condition instanceof And and ? and.parts() : List.of(condition);
    }

    private static List<String> common(List<String> a, List<String> b) {
        return a.stream().filter(b::contains).toList();
    }

    /** Values that a condition allows a column; empty if it allows others too. */
    private static Optional<Set<Literal>> allowed(Condition condition, ColumnReference column) {
        if (condition instanceof IsNull test && test.value().equals(column)) {
            return Optional.of(Set.of());
        }
        if (condition instanceof InList in && in.value().equals(column)) {
            return literals(in.items());
        }
        if (condition instanceof Comparison compared && compared.comparator() == Comparator.EQUAL) {
            Expression other = compared.left().equals(column) ? compared.right() : compared.left();
            boolean about = compared.left().equals(column) || compared.right().equals(column);
            return about ? literals(List.of(other)) : Optional.empty();
        }
        if (condition instanceof And and) {
            return intersection(and, column);
        }
        return condition instanceof Or or ? union(or, column) : Optional.empty();
    }

    /** What all parts that list values allow. */
    private static Optional<Set<Literal>> intersection(And and, ColumnReference column) {
        Set<Literal> common = null;
        for (Condition part : and.parts()) {
            Optional<Set<Literal>> values = allowed(part, column);
            if (values.isPresent() && common == null) {
                common = new LinkedHashSet<>(values.get());
            } else if (values.isPresent()) {
                common.retainAll(values.get());
            }
        }
        return Optional.ofNullable(common);
    }

    private static Optional<Set<Literal>> union(Or or, ColumnReference column) {
        Set<Literal> all = new LinkedHashSet<>();
        for (Condition part : or.parts()) {
            Optional<Set<Literal>> values = allowed(part, column);
            if (values.isEmpty()) {
                return values;
            }
            all.addAll(values.get());
        }
        return Optional.of(all);
    }

    private static Optional<Set<Literal>> literals(List<Expression> items) {
        Set<Literal> literals = new LinkedHashSet<>();
        for (Expression item : items) {
            if (!(item instanceof Literal literal)) {
                return Optional.empty();
            }
            if (!(literal instanceof Literal.Null)) {
                literals.add(literal);
            }
        }
        return Optional.of(literals);
    }

    /** Empty if one of them is none. */
    private static Optional<List<String>> texts(Set<Literal> values) {
        List<String> texts = new ArrayList<>();
        for (Literal value : values) {
            if (!(value instanceof Literal.Text text)) {
                return Optional.empty();
            }
            texts.add(text.text());
        }
        return Optional.of(texts);
    }
}
