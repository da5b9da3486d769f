package dev.understudy.sql.rules;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of databases as Java's, where both mean the same. */
final class RegexText {
    /** What only PostgreSQL knows, or what Java reads otherwise. */
    private static final Pattern FOREIGN = Pattern.compile("^\\*\\*\\*|\\\\[mMyYkZ]|&&|\\[\\[[.=]|^\\(\\?(?!i\\))");

    private static final Pattern CLASS = Pattern.compile("\\[:(alpha|digit|alnum|upper|lower|punct|space|xdigit):]");

    private RegexText() {}

    static Pattern read(String regex) {
        if (FOREIGN.matcher(regex).find()) {
            throw new Untranslatable("regular expression");
        }
        String java = CLASS.matcher(regex)
                .replaceAll(match -> "\\\\p{"
                        + switch (match.group(1)) {
                            case "xdigit" -> "XDigit";
                            default ->
                                Character.toUpperCase(match.group(1).charAt(0))
                                        + match.group(1).substring(1);
                        }
                        + "}");
        if (java.contains("[:")) {
            throw new Untranslatable("regular expression");
        }
        try {
            return Pattern.compile(java);
        } catch (PatternSyntaxException e) {
            throw new Untranslatable("regular expression");
        }
    }
}
