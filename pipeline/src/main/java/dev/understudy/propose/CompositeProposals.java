package dev.understudy.propose;

import dev.understudy.data.Inclusion;
import dev.understudy.data.LinkSource;
import dev.understudy.plan.ConfiguredLinks;
import dev.understudy.plan.FittingTypes;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.TypeLabel;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds links of several columns: to keys of tables that a column of the key is called after, from tables that have columns
 * of the same names.
 *
 * <p>Cost: one query a candidate, over at most 20,000 rows of the child.
 */
public final class CompositeProposals {
    private static final int MOST_COLUMNS = 6;
    private static final long COMPARED_ROWS = 20_000;
    private static final long COMPARED_VALUES = 1_000;
    private static final double LEAST_SHARE = 0.98;
    private static final long FEWEST_VALUES = 3;

    private final Schema schema;
    private final Predicate<TableName> hasRows;
    private final LinkSource source;
    private final LinkNames names;

    /** @param hasRows whether a table has rows and may be read */
    public CompositeProposals(Schema schema, Predicate<TableName> hasRows, LinkSource source) {
        this.schema = schema;
        this.hasRows = hasRows;
        this.source = source;
        this.names = new LinkNames(schema);
    }

    public List<LinkProposal> find() {
        List<LinkProposal> found = new ArrayList<>();
        for (Table parent : schema.rowTables()) {
            for (UniqueKey key : parent.keys()) {
                boolean composite = key.isPlain()
                        && key.columns().size() > 1
                        && key.columns().size() <= MOST_COLUMNS;
                if (composite && hasRows.test(parent.name()) && isNamedAfterItsKey(parent, key)) {
                    for (Table child : schema.rowTables()) {
                        if (!child.equals(parent) && hasRows.test(child.name())) {
                            proposal(child, parent, key).ifPresent(found::add);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** {@code team} with {@code team_id} in its key, {@code partsupp} with {@code partkey} and {@code suppkey}. */
    private boolean isNamedAfterItsKey(Table parent, UniqueKey key) {
        StringBuilder joined = new StringBuilder();
        for (String column : key.columns()) {
            ColumnName name = new ColumnName(parent.name(), column);
            if (names.isOwnName(name)) {
                return true;
            }
            joined.append(names.of(name).specific().joined());
        }
        return names.of(parent.name()).joined().contentEquals(joined);
    }

    private Optional<LinkProposal> proposal(Table child, Table parent, UniqueKey key) {
        List<ColumnPair> pairs = new ArrayList<>();
        boolean optional = false;
        for (String keyColumn : key.columns()) {
            Optional<Column> column =
                    sameName(child, parent, parent.column(keyColumn).orElseThrow());
            if (column.isEmpty()) {
                return Optional.empty();
            }
            pairs.add(new ColumnPair(column.get().name(), keyColumn));
            optional |= column.get().nullable();
        }
        boolean linked = schema.foreignKeysOf(child.name()).stream()
                .anyMatch(link -> link.parent().equals(parent.name())
                        && link.childColumns().stream()
                                .anyMatch(pairs.stream().map(ColumnPair::child).toList()::contains));
        if (linked) {
            return Optional.empty();
        }
        ForeignKey link = ConfiguredLinks.link(child.name(), parent.name(), pairs, optional, TypeLabel.ANY);
        Inclusion inclusion = source.inclusion(link, COMPARED_ROWS, COMPARED_VALUES);
        return inclusion.values() >= FEWEST_VALUES && inclusion.share() >= LEAST_SHARE
                ? Optional.of(new LinkProposal(
                        link,
                        LinkProposals.score(0.85, inclusion),
                        "all columns are named as the key's",
                        inclusion,
                        LinkProposals.isIndexed(
                                child, child.column(pairs.get(0).child()).orElseThrow())))
                : Optional.empty();
    }

    private Optional<Column> sameName(Table child, Table parent, Column key) {
        NameWords words = names.of(new ColumnName(parent.name(), key.name()));
        return child.columns().stream()
                .filter(column ->
                        names.of(new ColumnName(child.name(), column.name())).equals(words))
                .filter(column -> !column.filling().writesItself() && FittingTypes.fit(column.type(), key.type()))
                .findFirst();
    }
}
