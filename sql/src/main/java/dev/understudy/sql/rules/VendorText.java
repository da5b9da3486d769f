package dev.understudy.sql.rules;

import dev.understudy.schema.Table;
import dev.understudy.schema.Vendor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of a vendor's text what jOOQ's parser stumbles over. */
final class VendorText {
    /** {@code a is null = (b is null)}, as MariaDB prints it, needs parentheses. */
    private static final Pattern BARE_NULL_TEST =
            Pattern.compile("(`[^`]+`) is (not )?null\\s*(?==|<>|<=>)", Pattern.CASE_INSENSITIVE);

    private static final Pattern INTRODUCER = Pattern.compile(
            "(?<![\\w`'])_(utf8mb4|utf8mb3|utf8|latin1|ascii|binary)\\s*(?=')", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOD = Pattern.compile("(?<=[`\\w)]) MOD (?=[`\\w(-])");
    private static final Pattern BANG = Pattern.compile("!(?=[`(\\w])");
    /** MariaDB's length counts bytes. */
    private static final Pattern LENGTH = Pattern.compile("(?<![\\w`])length\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNT_NULLS =
            Pattern.compile("\\bnum_(non)?nulls\\(([\\w\"]+(?:, [\\w\"]+)*)\\)", Pattern.CASE_INSENSITIVE);
    /** Followed by a literal, into which the option goes. */
    private static final Pattern ANY_CASE = Pattern.compile("(?<!~)~\\* '$");

    /** An operator of an extension, as a catalog spells it that searches no schema. */
    private static final Pattern OPERATOR = Pattern.compile("\\bOPERATOR\\((?:\\w+|\"[^\"]+\")[.]([^)\\w]+)\\)");

    private static final String CITEXT = "::(?:\\w+[.]|\"[^\"]+\"[.])?citext\\b";
    /** Patterns of citext match in any case, whether they say so or not. */
    private static final Pattern CITEXT_PATTERN =
            Pattern.compile("(!?~)\\*?\\s*('(?:[^']|'')*')" + CITEXT, Pattern.CASE_INSENSITIVE);

    private static final Pattern MATCHED_CITEXT = Pattern.compile(CITEXT + "(?=\\)*\\s*!?~)", Pattern.CASE_INSENSITIVE);

    private static final Pattern BTRIM = Pattern.compile("\\bbtrim\\(", Pattern.CASE_INSENSITIVE);

    private final boolean backslashes;
    private final UnaryOperator<String> outsideQuotes;

    private VendorText(boolean backslashes, UnaryOperator<String> outsideQuotes) {
        this.backslashes = backslashes;
        this.outsideQuotes = outsideQuotes;
    }

    static String plain(Vendor vendor, Table table, String text) {
        return switch (vendor) {
            case MARIADB -> new VendorText(true, VendorText::mariaDb).rewritten(text);
            case POSTGRESQL -> {
                Pattern names = names(table);
                String bare = OPERATOR.matcher(text).replaceAll("$1");
                String patterns = CITEXT_PATTERN.matcher(bare).replaceAll("$1* $2");
                patterns = MATCHED_CITEXT.matcher(patterns).replaceAll("::text");
                yield new VendorText(false, part -> postgres(part, names)).rewritten(patterns);
            }
            default -> text;
        };
    }

    private String rewritten(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int quote = text.indexOf('\'', at);
            int end = quote < 0 ? text.length() : quote;
            // The quote itself belongs to the part, so that what stands directly before it can be seen.
            String part = text.substring(at, quote < 0 ? end : end + 1);
            plain.append(outsideQuotes.apply(part));
            at = quote < 0 ? end : literal(text, quote + 1, plain);
        }
        return plain.toString();
    }

    private static String mariaDb(String part) {
        String result = INTRODUCER.matcher(part).replaceAll("");
        result = BARE_NULL_TEST
                .matcher(result)
                .replaceAll(match -> match.group(2) == null ? "($1 is null) " : "($1 is not null) ");
        result = LENGTH.matcher(result).replaceAll("octet_length(");
        result = MOD.matcher(result).replaceAll(" % ");
        return BANG.matcher(result).replaceAll("not ");
    }

    /** Bare names of columns; jOOQ takes some of them, like level, for something else. */
    private static Pattern names(Table table) {
        String any = table.columns().stream().map(c -> Pattern.quote(c.name())).collect(Collectors.joining("|"));
        return Pattern.compile("\"[^\"]*\"|(?<![:\\w\"])(?<!time )(" + any + ")(?![\\w\"])(?!\\s*\\(|\\s+FROM\\b)");
    }

    private static String postgres(String part, Pattern names) {
        String result = BTRIM.matcher(part).replaceAll("trim(");
        result = ANY_CASE.matcher(result).replaceAll("~ '(?i)");
        result = names.matcher(result)
                .replaceAll(match ->
                        Matcher.quoteReplacement(match.group(1) == null ? match.group() : '"' + match.group() + '"'));
        return COUNT_NULLS.matcher(result).replaceAll(match -> {
            String test = match.group(1) == null ? " IS NULL" : " IS NOT NULL";
            return Arrays.stream(match.group(2).split(", "))
                    .map(column -> "CASE WHEN " + column + test + " THEN 1 ELSE 0 END")
                    .collect(Collectors.joining(" + ", "(", ")"));
        });
    }

    /** Copies a literal with its closing quote. @return where it ends */
    private int literal(String text, int from, StringBuilder plain) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (backslashes && c == '\\' && at < text.length()) {
                plain.append(unescaped(text.charAt(at++)));
            } else if (c == '\'' && at < text.length() && text.charAt(at) == '\'') {
                plain.append("''");
                at++;
            } else {
                plain.append(c);
                if (c == '\'') {
                    return at;
                }
            }
        }
        return at;
    }

    private static String unescaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '0' -> "\0";
            case '\'' -> "''";
            // In patterns these stay escaped.
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }
}
