package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.schema.rule.Call;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.Comparison;
import dev.understudy.schema.rule.Condition.Matching;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.RangeBounds;
import dev.understudy.schema.rule.RowView;
import dev.understudy.semantic.RegexTexts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts with which a condition may hold: what solves an equation, and the literals that it names. */
final class TextCandidates {
    /** A text of a wanted length is made of these, or of the text that stands there. */
    private static final int LONGEST = 10_000;

    /** Texts that are made of one pattern. */
    private static final int OF_PATTERN = 4;

    private TextCandidates() {}

    /** Texts to try in a column of the row. @param number another one gives other texts that match a pattern */
    static List<String> of(Condition condition, int column, RowView row, Draws draws, long number) {
        Set<String> texts = new LinkedHashSet<>();
        if (condition instanceof Comparison compared && isEquation(compared.comparator())) {
            solve(compared.left(), column, compared.right().value(row), row, texts);
            solve(compared.right(), column, compared.left().value(row), row, texts);
        }
        match(condition, column, draws, number, texts);
        condition.visit(expression -> {
            if (expression instanceof Literal.Text literal) {
                texts.add(literal.text());
            }
        });
        return List.copyOf(texts);
    }

    /** Adds texts that match the patterns to which the column is held. */
    private static void match(Condition condition, int column, Draws draws, long number, Set<String> texts) {
        if (condition instanceof Matching matching && mentions(matching.text(), column)) {
            RegexTexts.of(matching.pattern()).ifPresent(regex -> {
                for (int i = 0; i < OF_PATTERN; i++) {
                    texts.add(regex.make(draws, OF_PATTERN * number + i));
                }
            });
        }
        condition.inside().forEach(part -> match(part, column, draws, number, texts));
    }

    private static boolean mentions(Expression expression, int column) {
        boolean[] found = {false};
        expression.visit(inner -> found[0] |= inner instanceof ColumnReference own && own.column() == column);
        return found[0];
    }

    /** An inequality that may be an equality is met by one. */
    private static boolean isEquation(Comparator comparator) {
        return comparator != Comparator.UNEQUAL && comparator != Comparator.DISTINCT;
    }

    /** Adds texts of the column with which an expression has a value. */
    private static void solve(Expression expression, int column, Object wanted, RowView row, Set<String> texts) {
        if (wanted instanceof String text && expression instanceof ColumnReference own) {
            if (own.column() == column) {
                texts.add(text);
            }
        } else if (wanted != null && expression instanceof Call call) {
            solve(call, column, wanted, row, texts);
        }
    }

    private static void solve(Call call, int column, Object wanted, RowView row, Set<String> texts) {
        Expression first = call.arguments().get(0);
        Object now = first.value(row);
        switch (call.function()) {
            case LOWER, UPPER, TRIM, RIGHT_PAD, LEFT_PAD, COALESCE -> solve(first, column, wanted, row, texts);
            case LEFT -> {
                if (wanted instanceof String text && now instanceof String old) {
                    int n = Math.min(old.length(), text.length());
                    solve(first, column, text + old.substring(n), row, texts);
                }
            }
            case RIGHT -> {
                if (wanted instanceof String text && now instanceof String old) {
                    int n = Math.max(0, old.length() - text.length());
                    solve(first, column, old.substring(0, n) + text, row, texts);
                }
            }
            case LENGTH, BYTES -> {
                if (wanted instanceof Long length && length >= 0 && length <= LONGEST) {
                    solve(first, column, sized(now instanceof String old ? old : "", length.intValue()), row, texts);
                }
            }
            case RANGE_LOW, RANGE_HIGH -> {
                if (!(wanted instanceof String) && call.arguments().get(1) instanceof Literal.Text type) {
                    String old = now instanceof String text ? text : "empty";
                    String range = call.function() == Call.Function.RANGE_LOW
                            ? RangeBounds.withLow(type.text(), old, wanted)
                            : RangeBounds.withHigh(type.text(), old, wanted);
                    solve(first, column, range, row, texts);
                }
            }
            default -> {}
        }
    }

    private static String sized(String text, int length) {
        StringBuilder sized = new StringBuilder(text.isEmpty() ? "x" : text);
        while (sized.length() < length) {
            sized.append(sized, 0, Math.min(sized.length(), length - sized.length()));
        }
        return sized.substring(0, length);
    }
}
