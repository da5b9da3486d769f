package dev.understudy.sql.ddl.crossvendor;

import dev.understudy.schema.Vendor;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defaults that every vendor can say: numbers, texts, truth, and the time of the insert. */
final class Literals {
    private static final Pattern NUMBER = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?(?:::[\\w ]+)?");
    private static final Pattern TEXT =
            Pattern.compile("(?:DATE |TIME |TIMESTAMP |JSON |UUID )?'((?:[^']|'')*)'(?:::[\\w \"().\\[\\]]+)?");
    private static final Pattern BITS = Pattern.compile("b'([01]+)'");
    private static final Pattern NOW = Pattern.compile(
            "(?:now\\(\\)|(?:current_timestamp|localtimestamp)(?:\\(\\d?\\))?|transaction_timestamp\\(\\))(?:::[\\w ]+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TODAY = Pattern.compile(
            "(?:current_date|curdate\\(\\)|\\('now'::text\\)::date|now\\(\\)::date)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> TRUE = Set.of("1", "true", "t");
    private static final Set<String> FALSE = Set.of("0", "false", "f");

    private final Vendor target;

    Literals(Vendor target) {
        this.target = target;
    }

    /** The default in the target's words, or empty if it cannot say it. */
    Optional<String> of(String expression, TargetType type) {
        Matcher number = NUMBER.matcher(expression);
        Matcher text = TEXT.matcher(expression);
        Matcher bits = BITS.matcher(expression);
        String bare = text.matches()
                ? text.group(1).replace("''", "'")
                : number.matches() ? number.group(1) : bits.matches() ? bits.group(1) : expression;
        return switch (type.kind()) {
            case BOOLEAN -> truth(bare.toLowerCase(Locale.ROOT));
            case NUMBER -> NUMBER.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
            case TIME ->
                text.matches()
                        ? Optional.of(quoted(bare))
                        : NOW.matcher(expression).matches()
                                ? now(type)
                                : TODAY.matcher(expression).matches() ? today() : Optional.empty();
            case SHORT_TEXT, LONG_TEXT, OTHER ->
                text.matches() || number.matches() ? Optional.of(quoted(bare)) : Optional.empty();
            case BINARY -> Optional.empty();
        };
    }

    private Optional<String> truth(String word) {
        if (TRUE.contains(word) || FALSE.contains(word)) {
            boolean yes = TRUE.contains(word);
            return Optional.of(target == Vendor.MARIADB ? (yes ? "1" : "0") : (yes ? "TRUE" : "FALSE"));
        }
        return Optional.empty();
    }

    /** MariaDB wants as many digits as the column has. */
    private Optional<String> now(TargetType type) {
        int digits = type.sql().indexOf('(');
        boolean fine = target == Vendor.MARIADB && digits > 0;
        return Optional.of("CURRENT_TIMESTAMP" + (fine ? type.sql().substring(digits) : ""));
    }

    private Optional<String> today() {
        return Optional.of(target == Vendor.MARIADB ? "(CURRENT_DATE)" : "CURRENT_DATE");
    }

    String quoted(String text) {
        String escaped = target == Vendor.MARIADB ? text.replace("\\", "\\\\") : text;
        return "'" + escaped.replace("'", "''") + "'";
    }
}
