package dev.understudy.propose;

import dev.understudy.data.Inclusion;
import dev.understudy.data.LinkSource;
import dev.understudy.data.TextVector;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds polymorphic links: a column {@code subject_id} beside a column {@code subject_type} whose labels are names of tables.
 *
 * <p>Cost: a sample of each type column, and one query a label over at most 20,000 rows.
 */
public final class TypedProposals {
    private static final Set<String> TYPE = Set.of("type", "kind", "class", "model", "table", "entity");
    /** What generic frameworks call the pointing column, whatever the type column is called. */
    private static final Set<String> OBJECT =
            Set.of("object", "entity", "record", "target", "subject", "content", "item");

    private static final long SAMPLED_ROWS = 20_000;
    private static final long COMPARED_VALUES = 1_000;
    private static final int MOST_LABELS = 50;
    private static final double LEAST_SHARE = 0.95;
    private static final double NAME = 0.9;

    private final Schema schema;
    private final Predicate<TableName> hasRows;
    private final LinkSource source;
    private final int k;
    private final LinkNames names;

    /**
     * @param hasRows whether a table has rows and may be read
     * @param k       rows that must share a label for it to be shown
     */
    public TypedProposals(Schema schema, Predicate<TableName> hasRows, LinkSource source, int k) {
        this.schema = schema;
        this.hasRows = hasRows;
        this.source = source;
        this.k = k;
        this.names = new LinkNames(schema);
    }

    public List<TypedProposal> find() {
        List<TypedProposal> found = new ArrayList<>();
        for (Table table : schema.rowTables()) {
            for (Column type : table.columns()) {
                if (hasRows.test(table.name()) && isTypeColumn(table, type)) {
                    pointing(table, type)
                            .flatMap(column -> proposal(table, column, type))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private boolean isTypeColumn(Table table, Column column) {
        TypeFamily family = column.type().family();
        NameWords words = names.of(new ColumnName(table.name(), column.name()));
        return (family == TypeFamily.TEXT || family == TypeFamily.ENUM)
                && words.all().size() > 1
                && TYPE.contains(words.last())
                && !isLinked(table, column);
    }

    private boolean isLinked(Table table, Column column) {
        return schema.foreignKeysOf(table.name()).stream()
                .anyMatch(link -> link.childColumns().contains(column.name())
                        || link.type().column().equals(column.name()));
    }

    /** The column that has the same words but for type and id; else one that frameworks call so. */
    private Optional<Column> pointing(Table table, Column type) {
        List<String> words = names.of(new ColumnName(table.name(), type.name())).all();
        NameWords stem = new NameWords(words.subList(0, words.size() - 1));
        List<Column> keys = table.columns().stream()
                .filter(column -> !column.equals(type) && !isLinked(table, column))
                .filter(column ->
                        !column.filling().counts() && !column.filling().writesItself())
                .filter(column ->
                        names.of(new ColumnName(table.name(), column.name())).saysKey())
                .toList();
        Optional<Column> same = keys.stream()
                .filter(column -> specific(table, column).equals(stem))
                .findFirst();
        return same.isPresent() || !OBJECT.contains(stem.joined())
                ? same
                : keys.stream()
                        .filter(column ->
                                OBJECT.contains(specific(table, column).joined()))
                        .findFirst();
    }

    private NameWords specific(Table table, Column column) {
        return names.of(new ColumnName(table.name(), column.name())).specific();
    }

    private Optional<TypedProposal> proposal(Table table, Column column, Column type) {
        Map<String, Long> labels = labels(table, type);
        if (labels.size() > MOST_LABELS) {
            return Optional.empty();
        }
        List<LinkProposal> parts = new ArrayList<>();
        long covered = 0;
        long all = 0;
        for (Map.Entry<String, Long> label : labels.entrySet()) {
            all += label.getValue();
            Optional<LinkProposal> part =
                    label.getValue() < k ? Optional.empty() : part(table, column, type, label.getKey());
            if (part.isPresent()) {
                parts.add(part.get());
                covered += label.getValue();
            }
        }
        boolean most = !parts.isEmpty() && 2 * covered >= all;
        return most
                ? Optional.of(new TypedProposal(
                        table.name(), column.name(), type.name(), parts, labels.size() - parts.size()))
                : Optional.empty();
    }

    private Map<String, Long> labels(Table table, Column type) {
        Map<String, Long> labels = new TreeMap<>();
        source.sample(table.name(), List.of(type), SAMPLED_ROWS, batch -> {
            TextVector values = batch.texts(0);
            for (int row = 0; row < batch.rows() && labels.size() <= MOST_LABELS; row++) {
                if (!values.isNull(row)) {
                    labels.merge(values.get(row).stripTrailing(), 1L, Long::sum);
                }
            }
        });
        return labels;
    }

    /** The link of one label: to the table of that name, if its rows are there. */
    private Optional<LinkProposal> part(Table child, Column column, Column type, String label) {
        NameWords words = NameWords.of(label.replaceFirst("^.*[.:/\\\\]", ""));
        for (Table parent : schema.rowTables()) {
            NameWords table = names.of(parent.name());
            boolean named =
                    table.equals(words) || table.endsWith(words) || table.last().equals(words.joined());
            if (!named || !hasRows.test(parent.name())) {
                continue;
            }
            for (UniqueKey key : parent.keys()) {
                if (!key.isPlain() || key.columns().size() != 1) {
                    continue;
                }
                Column keyColumn = parent.column(key.columns().get(0)).orElseThrow();
                if (FittingTypes.fit(column.type(), keyColumn.type())) {
                    Optional<LinkProposal> part = compared(child, column, type, label, parent, keyColumn);
                    if (part.isPresent()) {
                        return part;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LinkProposal> compared(
            Table child, Column column, Column type, String label, Table parent, Column key) {
        ForeignKey link = ConfiguredLinks.link(
                child.name(),
                parent.name(),
                List.of(new ColumnPair(column.name(), key.name())),
                column.nullable(),
                new TypeLabel(type.name(), label));
        Inclusion inclusion = source.inclusion(link, SAMPLED_ROWS, COMPARED_VALUES);
        return inclusion.share() >= LEAST_SHARE
                ? Optional.of(new LinkProposal(
                        link,
                        LinkProposals.score(NAME, inclusion),
                        "the label is the table's name",
                        inclusion,
                        LinkProposals.isIndexed(child, column)))
                : Optional.empty();
    }
}
