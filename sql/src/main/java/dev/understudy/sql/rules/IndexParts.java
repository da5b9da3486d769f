package dev.understudy.sql.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL's definition of an index computes for each row. */
final class IndexParts {
    private static final Pattern USING = Pattern.compile(" USING \\w+ \\(");
    private static final Pattern WHERE = Pattern.compile("^.*? WHERE \\(");

    private IndexParts() {}

    /** Texts of its expressions and of its condition. */
    static List<String> of(String definition) {
        List<String> parts = new ArrayList<>();
        Matcher using = USING.matcher(definition);
        if (!using.find()) {
            return parts;
        }
        int end = Parentheses.end(definition, using.end());
        for (String item : Parentheses.items(definition.substring(using.end(), end))) {
            // An expression stands in parentheses, or is a call.
            String text = item.strip();
            if (text.startsWith("(")) {
                parts.add(text.substring(1, Parentheses.end(text, 1)));
            } else if (text.contains("(")) {
                parts.add(text.substring(0, Parentheses.end(text, text.indexOf('(') + 1) + 1));
            }
        }
        String rest = definition.substring(end);
        Matcher where = WHERE.matcher(rest);
        if (where.find()) {
            parts.add(rest.substring(where.end(), Parentheses.end(rest, where.end())));
        }
        return parts;
    }
}
