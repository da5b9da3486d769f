package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.RowView;
import dev.understudy.schema.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Made-up texts of one column that keep the rules about that column alone, and are none of its labels: another text where one
 * does not, then one that a rule names, then the text in other letters or of another length. Immutable; serves several threads.
 */
final class FittingText {
    private static final int ATTEMPTS = 12;
    private static final int LONGEST = 4000;

    private final List<Rule> rules;
    private final Set<String> known;
    private final int maxLength;
    private final Draws draws;
    private final List<String> named = new ArrayList<>();
    private final Set<Integer> lengths = new LinkedHashSet<>();

    /** @param known texts that are drawn as such, and made only where nothing else can be; @param maxLength most characters of the column; 0 for no limit */
    FittingText(List<Rule> rules, Set<String> known, int maxLength, Draws draws) {
        this.rules = rules;
        this.known = known;
        this.maxLength = maxLength == 0 ? LONGEST : maxLength;
        this.draws = draws;
        rules.forEach(rule -> rule.condition().visit(this::note));
    }

    private void note(Expression expression) {
        if (expression instanceof Literal.Text text) {
            named.add(text.text());
        } else if (expression instanceof Literal.Whole number) {
            for (long length = number.number() - 1; length <= number.number() + 1; length++) {
                if (length >= 0 && length <= maxLength) {
                    lengths.add((int) length);
                }
            }
        }
    }

    /** Rules of a table about one column alone. */
    static List<Rule> about(List<Rule> rules, int column) {
        return rules.stream()
                .filter(rule -> rule.condition().columns().size() == 1
                        && rule.condition().columns().iterator().next().column() == column)
                .toList();
    }

    /**
     * @param makes the text of an attempt, from 0
     * @param place where the row's draws are taken
     * @return the first text that keeps the rules, or that of attempt 0
     */
    String make(LongFunction<String> makes, long place) {
        String first = makes.apply(0);
        if (fits(first) && !known.contains(first)) {
            return first;
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String other = makes.apply(attempt);
            if (fits(other) && !known.contains(other)) {
                return other;
            }
        }
        if (fits(first)) {
            return first;
        }
        for (int i = 0; i < named.size(); i++) {
            String text = named.get((draws.below(named.size(), place) + i) % named.size());
            if (fits(text)) {
                return text;
            }
        }
        return bent(first);
    }

    private String bent(String text) {
        for (String letters :
                List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT), text.strip())) {
            if (fits(letters)) {
                return letters;
            }
            for (int length : lengths) {
                String sized = sized(letters, length);
                if (fits(sized)) {
                    return sized;
                }
            }
        }
        return text;
    }

    /** Cut off, or filled up with its own characters. */
    private static String sized(String text, int length) {
        StringBuilder sized = new StringBuilder(text.isEmpty() ? "x" : text);
        while (sized.length() < length) {
            sized.append(sized, 0, Math.min(sized.length(), length - sized.length()));
        }
        return sized.substring(0, length);
    }

    private boolean fits(String text) {
        RowView row = new RowView() {
            @Override
            public boolean isNull(int column) {
                return false;
            }

            @Override
            public Object value(int column) {
                return text;
            }
        };
        return text.length() <= maxLength && rules.stream().allMatch(rule -> rule.isKeptBy(row));
    }
}
