package dev.understudy.sql.statement;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredRule.Joined;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.DeclaredTotal.Factor;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Queries for rows that break what an operator declares. Each returns one number, 0 if all is well. */
public final class DeclaredViolations {
    /** A bit more than half of the last digit: what rounding may do. */
    private static final double HALF = 0.500001;

    private static final int SCALE_OF_REALS = 4;

    private final Vendor vendor;
    private final UnaryOperator<TableName> names;

    /** @param names what tables are called in the database that is asked */
    public DeclaredViolations(Vendor vendor, UnaryOperator<TableName> names) {
        this.vendor = vendor;
        this.names = names;
    }

    /** Rows for which the condition is false; unknown passes. Cost: one scan, and a join for each link. */
    public String broken(DeclaredRule rule) {
        return "SELECT count(*) FROM %s WHERE NOT (%s)".formatted(from(rule), rule.sql());
    }

    /** The rows that a rule is about, each with those that it looks at besides. */
    String from(DeclaredRule rule) {
        StringBuilder from = new StringBuilder(table(rule.table()) + " " + quote(DeclaredRule.ROW));
        for (Joined joined : rule.joined()) {
            from.append(" LEFT JOIN %s %s ON %s"
                    .formatted(
                            table(joined.link().parent()),
                            quote(joined.alias()),
                            match(joined.link(), joined.from(), joined.alias())));
        }
        return from.toString();
    }

    /**
     * Parents with children that add up to something else. Cost: one scan of both tables, a grouping and a join.
     *
     * @param type of the parent's column
     */
    public String broken(DeclaredTotal total, ColumnType type) {
        ForeignKey link = total.link();
        String keys =
                link.columns().stream().map(pair -> column("c", pair.child())).collect(Collectors.joining(", "));
        String made = "SELECT %s, %s AS %s FROM %s %s GROUP BY %s"
                .formatted(keys, made(total), quote("made"), table(link.child()), quote("c"), keys);
        String own = column("p", total.column());
        boolean moment = type.family() != TypeFamily.INTEGER
                && type.family() != TypeFamily.DECIMAL
                && type.family() != TypeFamily.REAL;
        int scale = type.family() == TypeFamily.REAL ? SCALE_OF_REALS : Math.max(0, type.scale());
        String differs = moment
                ? own + " <> " + column("d", "made")
                : "abs(%s - %s) > %s".formatted(own, column("d", "made"), decimal(HALF * Math.pow(10, -scale)));
        return "SELECT count(*) FROM %s %s JOIN (%s) %s ON %s WHERE %s IS NULL AND %s IS NOT NULL OR %s"
                .formatted(
                        table(link.parent()),
                        quote("p"),
                        made,
                        quote("d"),
                        match(link, "d", "p"),
                        own,
                        column("d", "made"),
                        differs);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.12f", number);
    }

    private String made(DeclaredTotal total) {
        String product = total.factors().stream().map(this::factor).collect(Collectors.joining(" * "));
        return total.function() == DeclaredTotal.Function.COUNT
                ? "count(*)"
                : total.function().name().toLowerCase(Locale.ROOT) + "(" + product + ")";
    }

    private String factor(Factor factor) {
        String column = column("c", factor.column());
        return switch (factor.form()) {
            case VALUE -> column;
            case LESS -> "(1 - " + column + ")";
            case MORE -> "(1 + " + column + ")";
            case LESS_PERCENT -> "(1 - " + column + " / 100.0)";
            case MORE_PERCENT -> "(1 + " + column + " / 100.0)";
        };
    }

    private String match(ForeignKey link, String child, String parent) {
        List<String> pairs = link.columns().stream()
                .map(pair -> column(child, pair.child()) + " = " + column(parent, pair.parent()))
                .toList();
        return String.join(" AND ", pairs);
    }

    private String column(String alias, String name) {
        return quote(alias) + "." + quote(name);
    }

    private String table(TableName table) {
        return Identifiers.quote(vendor, names.apply(table));
    }

    private String quote(String name) {
        return Identifiers.quote(vendor, name);
    }
}
