package dev.understudy.sql.rules;

import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ranges that are computed from two values, as {@code tsrange(starts, ends, '[]')}: PostgreSQL's constructors. */
final class RangeText {
    private static final Pattern CONSTRUCTOR =
            Pattern.compile("^(?:pg_catalog\\.)?(\\w+range)\\s*\\(", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDS = Pattern.compile("^'([\\[(])([\\])])'(?:::\\w+)?$");
    private static final long DAY = 86_400_000_000L;
    private static final int DECIMALS = 6;

    /** @param step from one value to the next; @param decimals of its longs */
    private record Kind(long step, int decimals) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "int4range", new Kind(1, 0),
            "int8range", new Kind(1, 0),
            "numrange", new Kind(1, DECIMALS),
            "daterange", new Kind(DAY, 0),
            // Times are whole microseconds, so that these are as discrete as the others.
            "tsrange", new Kind(1, 0),
            "tstzrange", new Kind(1, 0));

    private RangeText() {}

    /** The span that a text computes; empty if it is none, or made of what we cannot evaluate. */
    static Optional<Span> span(Vendor vendor, Table table, String text) {
        String plain = unwrapped(text.strip());
        Optional<Column> computed = generated(table, plain);
        if (computed.isPresent()) {
            return span(vendor, table, computed.get().generation());
        }
        Matcher constructor = CONSTRUCTOR.matcher(plain);
        Kind kind = constructor.find() ? KINDS.get(constructor.group(1).toLowerCase(Locale.ROOT)) : null;
        if (kind == null || Parentheses.end(plain, constructor.end()) != plain.length() - 1) {
            return Optional.empty();
        }
        List<String> arguments = Parentheses.items(plain.substring(constructor.end(), plain.length() - 1));
        Matcher bounds = BOUNDS.matcher(arguments.size() > 2 ? arguments.get(2) : "'[)'");
        if (arguments.size() < 2 || arguments.size() > 3 || !bounds.find()) {
            return Optional.empty();
        }
        Optional<Expression> low = RuleText.expression(vendor, table, arguments.get(0));
        Optional<Expression> high = RuleText.expression(vendor, table, arguments.get(1));
        return low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        low.get(),
                        high.get(),
                        bounds.group(1).equals("["),
                        bounds.group(2).equals("]"),
                        kind.step(),
                        kind.decimals()));
    }

    /** The range column of a name that is computed from others. */
    private static Optional<Column> generated(Table table, String name) {
        return table.column(name.replaceAll("^\"|\"$", ""))
                .filter(column -> column.type().family() == TypeFamily.RANGE)
                .filter(column -> column.filling() == Filling.GENERATED)
                .filter(column -> !column.generation().isEmpty());
    }

    private static String unwrapped(String text) {
        String plain = text;
        while (plain.startsWith("(") && Parentheses.end(plain, 1) == plain.length() - 1) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        return plain;
    }
}
