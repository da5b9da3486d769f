package dev.understudy.learn;

import dev.understudy.random.Draws;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.RowView;
import dev.understudy.schema.rule.Rule;
import dev.understudy.semantic.RegexTexts;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Keys that must exist, because conditions of children ask for them: {@code CHECK (scope_id = 'global')} over a link asks for
 * a parent of that name, a pattern for some that match it.
 */
final class DemandedTexts {
    /** Keys that are made for a pattern. */
    private static final int OF_PATTERN = 24;

    private final LearnRequest request;

    DemandedTexts(LearnRequest request) {
        this.request = request;
    }

    /** Texts that children, and theirs, ask for in a column of a parent; in the order of the schema. */
    List<String> of(ColumnName parent) {
        Set<String> texts = new LinkedHashSet<>();
        collect(parent, texts, new HashSet<>());
        return List.copyOf(texts);
    }

    private void collect(ColumnName parent, Set<String> texts, Set<ColumnName> seen) {
        if (!seen.add(parent)) {
            return;
        }
        for (ForeignKey link : request.schema().foreignKeysTo(parent.table())) {
            boolean made = request.modes().containsKey(link.child())
                    && request.modes().get(link.child()).hasRows();
            for (ForeignKey.ColumnPair pair : made ? link.columns() : List.<ForeignKey.ColumnPair>of()) {
                if (pair.parent().equals(parent.column())) {
                    ColumnName child = new ColumnName(link.child(), pair.child());
                    for (Rule rule : request.rules().getOrDefault(child.table(), List.of())) {
                        named(rule.condition(), child.column(), true, texts);
                    }
                    texts.addAll(matching(child));
                    collect(child, texts, seen);
                }
            }
        }
    }

    /** Texts that match the patterns of a column, as far as conditions over it alone let them. */
    private List<String> matching(ColumnName child) {
        List<Rule> own = request.rules().getOrDefault(child.table(), List.of()).stream()
                .filter(rule -> rule.columns().equals(Set.of(child.column())))
                .toList();
        Draws draws = Draws.seeded(0).at(child.toString());
        return own.stream()
                .flatMap(rule -> patterns(rule.condition(), child.column()).stream())
                .flatMap(pattern -> RegexTexts.of(pattern).stream())
                .flatMap(regex -> IntStream.range(0, OF_PATTERN).mapToObj(i -> regex.make(draws, i)))
                .distinct()
                .filter(text -> own.stream().allMatch(rule -> rule.isKeptBy(new OneText(text))))
                .limit(OF_PATTERN)
                .toList();
    }

    private static List<Pattern> patterns(Condition condition, String column) {
        if (condition instanceof Condition.Matching matching && isColumn(matching.text(), column)) {
            return List.of(matching.pattern());
        }
        return condition instanceof Condition.And and
                ? and.parts().stream()
                        .flatMap(part -> patterns(part, column).stream())
                        .toList()
                : List.of();
    }

    /** A row of which only one text is asked. */
    private record OneText(String text) implements RowView {
        @Override
        public boolean isNull(int column) {
            return false;
        }

        @Override
        public Object value(int column) {
            return text;
        }
    }

    /** Texts that a column may have to equal. @param wanted false inside of what must not hold */
    private static void named(Condition condition, String column, boolean wanted, Set<String> texts) {
        if (condition instanceof Condition.Not not) {
            named(not.condition(), column, !wanted, texts);
            return;
        }
        if (condition instanceof Condition.InList in && wanted && isColumn(in.value(), column)) {
            in.items().forEach(item -> add(item, texts));
        }
        if (condition instanceof Condition.Comparison compared) {
            Comparator comparator = compared.comparator();
            boolean equal = comparator == Comparator.EQUAL || comparator == Comparator.SAME;
            boolean unequal = comparator == Comparator.UNEQUAL || comparator == Comparator.DISTINCT;
            if (wanted ? equal : unequal) {
                if (isColumn(compared.left(), column)) {
                    add(compared.right(), texts);
                } else if (isColumn(compared.right(), column)) {
                    add(compared.left(), texts);
                }
            }
        }
        condition.inside().forEach(part -> named(part, column, wanted, texts));
    }

    private static boolean isColumn(Expression expression, String column) {
        return expression instanceof ColumnReference reference
                && reference.name().equals(column);
    }

    private static void add(Expression item, Set<String> texts) {
        if (item instanceof Literal.Text text) {
            texts.add(text.text());
        }
    }
}
