package dev.understudy.sql.rules;

import dev.understudy.schema.Column;
import dev.understudy.schema.Index;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads exclusion constraints as unique keys: what has to be equal, and ranges, which are made so that two of them either
 * are the same or lie apart.
 */
final class ExclusionText {
    private static final Pattern CLAUSE =
            Pattern.compile("\\bEXCLUDE\\s+(?:USING\\s+\\w+\\s*)?\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHERE = Pattern.compile("^\\s*WHERE\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT = Pattern.compile(
            "^(.*?)(?:\\s+[\\w.\"]*_ops)?\\s+WITH\\s+(\\S+)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private ExclusionText() {}

    static Optional<RowKey> key(Vendor vendor, Table table, Index index) {
        Matcher clause = CLAUSE.matcher(index.definition());
        if (!index.exclusion() || !clause.find()) {
            return Optional.empty();
        }
        int end = Parentheses.end(index.definition(), clause.end());
        List<Expression> parts = new ArrayList<>();
        for (String text : split(index.definition().substring(clause.end(), end))) {
            Matcher element = ELEMENT.matcher(text.strip());
            if (element.find()
                    && (element.group(2).equals("=")
                            || isRange(table, element.group(1).strip()))) {
                RuleText.expression(vendor, table, element.group(1).strip()).ifPresent(parts::add);
            }
        }
        Matcher where = WHERE.matcher(index.definition()
                .substring(Math.min(end + 1, index.definition().length())));
        Condition predicate = new And(List.of());
        if (where.find()) {
            String rest = index.definition().substring(end + 1 + where.end());
            predicate = RuleText.parse(vendor, table, rest.substring(0, Parentheses.end(rest, 0)))
                    .orElse(predicate);
        }
        // Ranges that are computed may overlap whatever they are made from: one row is all that is safe.
        List<Expression> key = parts.isEmpty() ? List.of(new Literal.Whole(1)) : parts;
        return Optional.of(new RowKey(index.name(), key, predicate, true));
    }

    private static boolean isRange(Table table, String text) {
        return table.column(text.replaceAll("^\"|\"$", ""))
                .map(Column::type)
                .filter(type -> type.family() == TypeFamily.RANGE)
                .isPresent();
    }

    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(list.substring(from));
        return parts;
    }
}
