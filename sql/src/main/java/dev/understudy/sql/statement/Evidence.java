package dev.understudy.sql.statement;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.DeclaredRule;
import dev.understudy.schema.DeclaredTotal;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Queries for how many rows keep and how many break what no constraint says. Each returns one row of whole numbers, in pairs: rows
 * that could be looked at, then rows of those that break it. No value leaves the server.
 */
public final class Evidence {
    private final Vendor vendor;
    private final DeclaredViolations violations;

    public Evidence(Vendor vendor) {
        this.vendor = vendor;
        this.violations = new DeclaredViolations(vendor, UnaryOperator.identity());
    }

    /**
     * A pair for each rule; a row at which a rule is unknown counts for neither number. Cost: one scan, and a join for each link.
     *
     * @param rules at least one; of one table, over the same links
     */
    public String of(List<DeclaredRule> rules) {
        return rules.stream()
                .map(rule ->
                        "count(CASE WHEN %1$s THEN 1 WHEN NOT (%1$s) THEN 1 END), count(CASE WHEN NOT (%1$s) THEN 1 END)"
                                .formatted("(" + rule.sql() + ")"))
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + violations.from(rules.get(0))));
    }

    /** Rows with children, and those of which the children make up something else. Cost: two groupings of the children. */
    public String of(DeclaredTotal total, ColumnType type) {
        ForeignKey link = total.link();
        String columns = Identifiers.list(vendor, link.childColumns());
        String present = link.childColumns().stream()
                .map(column -> Identifiers.quote(vendor, column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "SELECT (SELECT count(*) FROM (SELECT DISTINCT %s FROM %s WHERE %s) d), (%s)"
                .formatted(columns, Identifiers.quote(vendor, link.child()), present, violations.broken(total, type));
    }

    /**
     * Rows with a value in both columns, and how many of them must change so that the first tells the second. Cost: a grouping of all
     * rows by both.
     */
    public String determined(TableName table, String by, String told) {
        String one = Identifiers.quote(vendor, by);
        String other = Identifiers.quote(vendor, told);
        return """
                SELECT coalesce(sum(h.n), 0), coalesce(sum(h.n - h.m), 0) FROM (
                  SELECT sum(g.n) AS n, max(g.n) AS m FROM (
                    SELECT %1$s AS v, count(*) AS n FROM %3$s WHERE %1$s IS NOT NULL AND %2$s IS NOT NULL GROUP BY %1$s, %2$s
                  ) g GROUP BY g.v
                ) h""".formatted(one, other, Identifiers.quote(vendor, table));
    }
}
