package dev.understudy.schema.text;

/** Walks over a text of SQL and knows what is a quoted name and what only looks like one. For one thread. */
final class SqlScanner {
    private static final int HEX = 16;
    private static final int SHORT_ESCAPE = 4;
    private static final int LONG_ESCAPE = 6;

    private final String sql;
    private final char quote;
    private int at;

    /** @param quote what stands around names: with a backtick, double quotes hold strings and backslashes escape */
    SqlScanner(String sql, char quote) {
        this.sql = sql;
        this.quote = quote;
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= sql.length();
    }

    boolean at(String word) {
        return sql.startsWith(word, at);
    }

    boolean atPoint() {
        return !atEnd() && sql.charAt(at) == '.';
    }

    boolean atName() {
        return at(0) == quote || atUnicode(quote);
    }

    boolean atString() {
        return at(0) == '\'' || atUnicode('\'') || (backslashes() && at(0) == '"');
    }

    private boolean atUnicode(char opening) {
        return !backslashes() && at(0) == 'U' && at(1) == '&' && at(2) == opening;
    }

    private boolean backslashes() {
        return quote == '`';
    }

    private char at(int offset) {
        return at + offset < sql.length() ? sql.charAt(at + offset) : 0;
    }

    /** Steps over a name, a string, a whole pair of parentheses, a comment, or one character of anything else. */
    void skipPart() {
        if (atName() || atString()) {
            read();
        } else if (at(0) == '(') {
            at++;
            while (!atEnd() && at(0) != ')') {
                skipPart();
            }
            at++;
        } else {
            skip();
        }
    }

    /** Steps over one character, or over a whole comment or a text between pairs of dollars. */
    void skip() {
        if (at(0) == '/' && at(1) == '*') {
            skipPast("*/", 2);
        } else if (at(0) == '-' && at(1) == '-' && (!backslashes() || Character.isWhitespace(at(2)))
                || backslashes() && at(0) == '#') {
            skipPast("\n", 1);
        } else if (!backslashes() && at(0) == '$' && at(1) == '$') {
            skipPast("$$", 2);
        } else {
            at++;
        }
    }

    private void skipPast(String end, int opening) {
        int found = sql.indexOf(end, at + opening);
        at = found < 0 ? sql.length() : found + end.length();
    }

    void skipPoint() {
        at++;
    }

    /** Reads a quoted name or string and steps behind it. */
    String read() {
        boolean unicode = at(0) == 'U';
        at += unicode ? 2 : 0;
        char closing = sql.charAt(at++);
        StringBuilder text = new StringBuilder();
        while (!atEnd()) {
            char c = sql.charAt(at++);
            if (c == closing && at(0) != closing) {
                break;
            }
            if (c == closing) {
                at++;
                text.append(c);
            } else if (c == '\\' && unicode) {
                unescape(text);
            } else if (c == '\\' && backslashes() && closing != quote) {
                text.append(unescaped(at(0)));
                at++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char unescaped(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            default -> escape;
        };
    }

    private void unescape(StringBuilder text) {
        if (at(0) == '\\') {
            text.append('\\');
            at++;
            return;
        }
        boolean wide = at(0) == '+';
        int start = at + (wide ? 1 : 0);
        int end = start + (wide ? LONG_ESCAPE : SHORT_ESCAPE);
        text.appendCodePoint(Integer.parseInt(sql.substring(start, end), HEX));
        at = end;
    }
}
