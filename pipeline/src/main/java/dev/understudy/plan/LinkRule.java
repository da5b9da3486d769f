package dev.understudy.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A link that the operator declares because the database does not.
 *
 * @param from columns of the child, as {@code table.column} or {@code schema.table.column}; at least one
 * @param by   type column of the child that says which parent a row means; empty for one parent
 * @param to   columns of a unique key of the parent in the order of {@code from}; by label of the type column, or under
 *             {@link #EVERY_ROW} where there is none
 */
public record LinkRule(List<String> from, Optional<String> by, Map<String, List<String>> to) {
    /** Key of {@link #to} for a link without a type column. */
    public static final String EVERY_ROW = "";

    public LinkRule {
        from = List.copyOf(from);
        to = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(to));
    }

    /** A link that all rows follow. */
    public static LinkRule of(List<String> from, List<String> to) {
        return new LinkRule(from, Optional.empty(), Map.of(EVERY_ROW, to));
    }
}
