package dev.understudy.sql.rules;

import dev.understudy.schema.Filling;
import dev.understudy.schema.Index;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.RowKey;
import dev.understudy.schema.rule.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads exclusion constraints as keys: what has to be equal, ranges that are computed, which are kept apart, and columns of
 * ranges, which are made so that two of them either are the same or lie apart.
 */
final class ExclusionText {
    private static final Pattern CLAUSE =
            Pattern.compile("\\bEXCLUDE\\s+(?:USING\\s+\\w+\\s*)?\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHERE = Pattern.compile("^\\s*WHERE\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT = Pattern.compile(
            "^(.*?)(?:\\s+[\\w.\"]*_ops)?\\s+WITH\\s+(\\S+)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ExclusionText() {}

    /** Other operators are left out, which makes the key forbid more than the constraint does. */
    static Optional<RowKey> key(Vendor vendor, Table table, Index index) {
        Matcher clause = CLAUSE.matcher(index.definition());
        if (!index.exclusion() || !clause.find()) {
            return Optional.empty();
        }
        int end = Parentheses.end(index.definition(), clause.end());
        List<Expression> parts = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (String text : Parentheses.items(index.definition().substring(clause.end(), end))) {
            Matcher element = ELEMENT.matcher(text);
            if (!element.find()) {
                continue;
            }
            String value = element.group(1).strip();
            if (element.group(2).equals("=") || isRange(table, value)) {
                RuleText.expression(vendor, table, value).ifPresent(parts::add);
            } else if (element.group(2).equals("&&")) {
                RangeText.span(vendor, table, value).ifPresent(spans::add);
            }
        }
        Condition predicate = predicate(vendor, table, index.definition(), end);
        // Of what cannot be computed nobody knows whether it collides: one row is all that is safe.
        List<Expression> key = parts.isEmpty() && spans.isEmpty() ? List.of(new Literal.Whole(1)) : parts;
        return Optional.of(new RowKey(index.name(), key, spans, predicate, true));
    }

    /** A predicate that is not understood counts as true for all rows. @param end where the list of elements ends */
    private static Condition predicate(Vendor vendor, Table table, String definition, int end) {
        String after = definition.substring(Math.min(end + 1, definition.length()));
        Matcher where = WHERE.matcher(after);
        Condition all = new And(List.of());
        if (!where.find()) {
            return all;
        }
        String rest = after.substring(where.end());
        return RuleText.parse(vendor, table, rest.substring(0, Parentheses.end(rest, 0)))
                .orElse(all);
    }

    /** True for a column of ranges that is written. */
    private static boolean isRange(Table table, String text) {
        return table.column(text.replaceAll("^\"|\"$", ""))
                .filter(column -> column.filling() != Filling.GENERATED)
                .filter(column -> column.type().family() == TypeFamily.RANGE)
                .isPresent();
    }
}
