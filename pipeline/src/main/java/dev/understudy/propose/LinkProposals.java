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
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds single-column links that nobody declared. Candidates come from names, types and keys; the best few of each column
 * are then held against the rows. Rows alone never make a link, because small numbers are included in every key of small
 * numbers; only of UUIDs they do.
 *
 * <p>Cost: for each column at most {@value #MOST_TRIALS} queries, each over at most 20,000 rows of the child and 1,000
 * lookups in a key of the parent.
 */
public final class LinkProposals {
    private static final int MOST_TRIALS = 6;
    private static final long COMPARED_ROWS = 20_000;
    private static final long COMPARED_VALUES = 1_000;
    private static final double LEAST_NAME = 0.5;
    /** Names of this weight need no more than that nearly all values are keys. */
    private static final double GOOD_NAME = 0.8;

    private static final double FAIR_NAME = 0.65;
    private static final long FEW_VALUES = 3;

    private final Schema schema;
    private final Predicate<TableName> hasRows;
    private final LinkSource source;
    private final LinkNames names;
    private final Map<TableName, List<ColumnName>> keys = new HashMap<>();

    /** @param hasRows whether a table has rows and may be read */
    public LinkProposals(Schema schema, Predicate<TableName> hasRows, LinkSource source) {
        this.schema = schema;
        this.hasRows = hasRows;
        this.source = source;
        this.names = new LinkNames(schema);
        for (Table table : schema.rowTables()) {
            if (hasRows.test(table.name())) {
                keys.put(table.name(), keys(table));
            }
        }
    }

    private static List<ColumnName> keys(Table table) {
        return table.keys().stream()
                .filter(key -> key.isPlain() && key.columns().size() == 1)
                .map(key -> new ColumnName(table.name(), key.columns().get(0)))
                .distinct()
                .toList();
    }

    /** At most one for each column, by table and column. */
    public List<LinkProposal> find() {
        List<LinkProposal> found = new ArrayList<>();
        for (Table table : schema.rowTables()) {
            for (Column column : table.columns()) {
                if (hasRows.test(table.name()) && mayPoint(table, column)) {
                    best(table, column).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private boolean mayPoint(Table table, Column column) {
        boolean linked = schema.foreignKeysOf(table.name()).stream()
                .anyMatch(link -> link.childColumns().contains(column.name()));
        return !linked && !column.filling().writesItself() && !isIdentity(table, column);
    }

    /** The table's own key: counted by the database, or called after the table. */
    private boolean isIdentity(Table table, Column column) {
        ColumnName name = new ColumnName(table.name(), column.name());
        boolean key = keys.getOrDefault(table.name(), List.of()).contains(name);
        boolean unnamed = names.of(name).specific().isEmpty();
        return column.filling().counts() || key && (unnamed || names.isOwnName(name));
    }

    private record Candidate(ColumnName key, NameEvidence evidence) {}

    private Optional<LinkProposal> best(Table child, Column column) {
        ColumnName from = new ColumnName(child.name(), column.name());
        List<Candidate> candidates = candidates(from, column);
        LinkProposal best = null;
        for (Candidate candidate : candidates) {
            boolean beaten = best != null
                    && (best.score() >= ceiling(candidate.evidence().weight())
                            || isSameName(candidates, candidate, best));
            if (!beaten) {
                LinkProposal proposal = proposal(child, column, candidate);
                boolean better = accepted(column, candidate.evidence().weight(), proposal.inclusion())
                        && (best == null || proposal.score() > best.score());
                best = better ? proposal : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** True if the proposal stands on as good a name, and was taken first because its table is nearer. */
    private static boolean isSameName(List<Candidate> candidates, Candidate candidate, LinkProposal best) {
        return candidates.stream()
                .filter(other -> other.key().table().equals(best.link().parent())
                        && best.link().parentColumns().contains(other.key().column()))
                .anyMatch(other ->
                        other.evidence().weight() >= candidate.evidence().weight());
    }

    /** The best names first; of equal names the nearer table. */
    private List<Candidate> candidates(ColumnName from, Column column) {
        List<Candidate> candidates = new ArrayList<>();
        keys.forEach((parent, ofParent) -> {
            for (ColumnName key : ofParent) {
                Column keyColumn =
                        schema.table(parent).orElseThrow().column(key.column()).orElseThrow();
                if (!key.equals(from) && FittingTypes.fit(column.type(), keyColumn.type())) {
                    NameEvidence evidence = names.match(from, key);
                    boolean telling = column.type().family() == TypeFamily.UUID;
                    if (telling && evidence.weight() < LEAST_NAME) {
                        evidence = new NameEvidence(LEAST_NAME, "UUIDs, which do not coincide by chance");
                    }
                    if (evidence.weight() >= LEAST_NAME) {
                        candidates.add(new Candidate(key, evidence));
                    }
                }
            }
        });
        candidates.sort(Comparator.comparingDouble(
                        (Candidate one) -> -one.evidence().weight())
                .thenComparing(
                        one -> !one.key().table().schema().equals(from.table().schema()))
                .thenComparing(one -> -commonWords(from.table(), one.key().table()))
                .thenComparing(one -> !isPrimary(one.key()))
                .thenComparing(one -> one.key().table()));
        return candidates.subList(0, Math.min(MOST_TRIALS, candidates.size()));
    }

    /** Words at the beginning that two tables share, as those of one module do. */
    private int commonWords(TableName one, TableName other) {
        List<String> first = names.of(one).all();
        List<String> second = names.of(other).all();
        int common = 0;
        while (common < Math.min(first.size(), second.size())
                && first.get(common).equals(second.get(common))) {
            common++;
        }
        return common;
    }

    private boolean isPrimary(ColumnName key) {
        return schema.table(key.table())
                .flatMap(Table::primaryKey)
                .filter(primary -> primary.columns().equals(List.of(key.column())))
                .isPresent();
    }

    private LinkProposal proposal(Table child, Column column, Candidate candidate) {
        ForeignKey link = ConfiguredLinks.link(
                child.name(),
                candidate.key().table(),
                List.of(new ColumnPair(column.name(), candidate.key().column())),
                column.nullable(),
                TypeLabel.ANY);
        Inclusion inclusion = source.inclusion(link, COMPARED_ROWS, COMPARED_VALUES);
        return new LinkProposal(
                link,
                score(candidate.evidence().weight(), inclusion),
                candidate.evidence().text(),
                inclusion,
                isIndexed(child, column));
    }

    /** The highest score that a name of this weight can have. */
    private static double ceiling(double name) {
        return 0.6 * name + 0.4;
    }

    static double score(double name, Inclusion inclusion) {
        double support = Math.min(1, inclusion.values() / 20.0);
        return 0.6 * name + 0.3 * inclusion.share() + 0.1 * support;
    }

    /** The weaker the name, the more the rows must say. */
    private static boolean accepted(Column column, double name, Inclusion inclusion) {
        if (inclusion.found() == 0) {
            return false;
        }
        if (name >= GOOD_NAME) {
            return inclusion.share() >= 0.9;
        }
        boolean telling = inclusion.values() >= FEW_VALUES;
        if (name >= FAIR_NAME) {
            return telling && inclusion.share() >= 0.97;
        }
        return telling && inclusion.share() == 1;
    }

    static boolean isIndexed(Table child, Column column) {
        return child.indexes().stream()
                        .anyMatch(index -> !index.columns().isEmpty()
                                && index.columns().get(0).equals(column.name()))
                || child.keys().stream()
                        .map(UniqueKey::columns)
                        .anyMatch(key -> !key.isEmpty() && key.get(0).equals(column.name()));
    }
}
