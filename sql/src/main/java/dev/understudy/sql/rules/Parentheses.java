package dev.understudy.sql.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cuts texts of SQL at parentheses, commas and quotes. */
final class Parentheses {
    private Parentheses() {}

    /** Where the parenthesis closes that was opened just before {@code from}; the end of the text if it never does. */
    static int end(String sql, int from) {
        int depth = 1;
        for (int at = from; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                at = closing(sql, at);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at;
            }
        }
        return sql.length();
    }

    /** Parts between the commas that stand in no parenthesis. */
    static List<String> items(String sql) {
        List<String> items = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int at = 0; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                at = closing(sql, at);
            } else if (c == ',' && depth == 0) {
                items.add(sql.substring(start, at).strip());
                start = at + 1;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        items.add(sql.substring(start).strip());
        return items;
    }

    /** Rewrites what is neither a literal nor a quoted name. */
    static String outsideQuotes(String sql, UnaryOperator<String> rewrite) {
        StringBuilder result = new StringBuilder();
        int start = 0;
        for (int at = 0; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                int end = Math.min(sql.length() - 1, closing(sql, at));
                result.append(rewrite.apply(sql.substring(start, at))).append(sql, at, end + 1);
                start = end + 1;
                at = end;
            }
        }
        return result.append(rewrite.apply(sql.substring(start))).toString();
    }

    /** Position of the quote that ends what the one at {@code open} begins; a doubled quote begins anew. */
    private static int closing(String sql, int open) {
        int end = sql.indexOf(sql.charAt(open), open + 1);
        return end < 0 ? sql.length() : end;
    }
}
