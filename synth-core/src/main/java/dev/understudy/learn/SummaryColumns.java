package dev.understudy.learn;

import dev.understudy.model.FanOut;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each table tells of its children, from the leaves up: how many it has over each link that it owns, and what they have
 * in common; what they tell of theirs is among it. Made when asked for, and kept. For one thread.
 */
final class SummaryColumns {
    /** Most summaries of a table. */
    private static final int MOST = 24;

    private final TableContext context;
    private final Map<TableName, List<EncodedColumn>> summaries = new HashMap<>();
    private final Set<String> sums = new HashSet<>();
    private final Map<ForeignKey, Optional<FamilySpan>> spans = new HashMap<>();
    private final Map<ForeignKey, Optional<Column>> orderings = new HashMap<>();
    private final Map<ForeignKey, Optional<ContiguousPeriods>> periods = new HashMap<>();
    private final Map<ForeignKey, EncodedColumn> counts = new HashMap<>();
    private final Map<ForeignKey, EncodedColumn> degrees = new HashMap<>();

    SummaryColumns(TableContext context) {
        this.context = context;
    }

    /** Links over which a table owns children that have rows. */
    List<ForeignKey> owned(TableName parent) {
        return context.schema().foreignKeysTo(parent).stream()
                .filter(link -> context.samples().containsKey(link.child())
                        && context.owning(link.child()).filter(link::equals).isPresent())
                .toList();
    }

    /** Number of children of each row over a link that the parent owns. */
    EncodedColumn count(ForeignKey link) {
        return counts.computeIfAbsent(link, this::counted);
    }

    private EncodedColumn counted(ForeignKey link) {
        String name = FanOut.countColumn(link.child(), link.name());
        return counted(name, link.parent(), context.samples().get(link.child()).owner());
    }

    /** When the children over a link that the parent owns begin and end; nothing if nothing that is drawn orders them. */
    Optional<FamilySpan> span(ForeignKey link) {
        return spans.computeIfAbsent(link, one -> {
            Table child = context.table(one.child());
            TableSample sample = context.samples().get(one.child());
            return ordering(one)
                    .filter(column -> isDrawn(child, column) || isPartOfLink(child, column))
                    .flatMap(column -> FamilySpan.of(
                            child,
                            sample,
                            one,
                            column,
                            context.samples().get(one.parent()).family(),
                            context.k()));
        });
    }

    /** Children over a link that the parent owns of which each begins when the one before ends, if both are drawn. */
    Optional<ContiguousPeriods> periods(ForeignKey link) {
        return periods.computeIfAbsent(link, one -> {
            Table child = context.table(one.child());
            return ordering(one)
                    .filter(column -> isDrawn(child, column))
                    .flatMap(column ->
                            ContiguousPeriods.of(child, context.samples().get(one.child()), column))
                    .filter(found -> isDrawn(child, found.end()));
        });
    }

    /** The column that orders the children over a link, if their parents are drawn. */
    Optional<Column> ordering(ForeignKey link) {
        return orderings.computeIfAbsent(link, this::ordered);
    }

    private Optional<Column> ordered(ForeignKey link) {
        Table child = context.table(link.child());
        TableSample sample = context.samples().get(link.child());
        return context.mode(link.parent()) != TableMode.SYNTHESIZE
                ? Optional.empty()
                : SiblingOrder.columns(child, link, sample.columns()).stream()
                        .findFirst()
                        .flatMap(child::column);
    }

    private boolean isDrawn(Table child, Column column) {
        return context.chooser(child.name()).withoutCascade(column).isEmpty();
    }

    /** True if rows choose by a column what they point at. */
    private boolean isPartOfLink(Table child, Column column) {
        return context.references(child.name()).stream()
                .anyMatch(link -> context.kind(link) == Kind.DEALT
                        && !link.isTyped()
                        && link.childColumns().contains(column.name()));
    }

    /** How often each row is pointed at over a link that the table does not own. */
    EncodedColumn degree(ForeignKey link) {
        return degrees.computeIfAbsent(link, one -> {
            boolean dealt = context.kind(one) == Kind.DEALT && !one.isTyped();
            int[] targets = dealt
                    ? ChosenTargets.of(context, one)
                    : context.samples().get(one.child()).targets(one.name());
            return counted(ReferenceModel.degreeColumn(one), one.parent(), targets);
        });
    }

    private EncodedColumn counted(String name, TableName of, int[] parents) {
        TableSample parent = context.samples().get(of);
        int[] count = new int[parent.rows()];
        for (int row : parents) {
            if (row >= 0) {
                count[row]++;
            }
        }
        return NumberEncoding.counts(name, count, parent.family(), context.k());
    }

    /** What the children of a table have in common, what says most first. */
    List<EncodedColumn> of(TableName parent) {
        List<EncodedColumn> known = summaries.get(parent);
        if (known == null) {
            known = context.mode(parent) == TableMode.SYNTHESIZE ? found(parent) : List.of();
            summaries.put(parent, known);
        }
        return known;
    }

    /** All that a table tells of its children, and how often others point at it. */
    List<EncodedColumn> told(TableName parent) {
        List<EncodedColumn> told = new ArrayList<>();
        owned(parent).forEach(link -> told.add(count(link)));
        context.schema().foreignKeysTo(parent).stream()
                .filter(link -> context.samples().containsKey(link.child())
                        && !owned(parent).contains(link))
                .filter(link -> context.kind(link) == Kind.DEALT)
                .forEach(link -> told.add(degree(link)));
        told.addAll(of(parent));
        return told;
    }

    /** True if children keep the mean that a column of their parent holds as exactly as a sum. @param mean known already */
    boolean isSum(String mean) {
        return sums.contains(mean);
    }

    private List<EncodedColumn> found(TableName parent) {
        List<FamilySummaries.Summary> found = new ArrayList<>();
        for (ForeignKey link : owned(parent)) {
            Table child = context.table(link.child());
            List<EncodedColumn> told = link.isSelfReference() ? List.of() : told(link.child());
            found.addAll(new FamilySummaries(
                            child,
                            context.samples().get(link.child()),
                            link,
                            context.chooser(link.child()),
                            told,
                            (column, texts) -> context.meaning(child.name(), column, texts),
                            context.samples().get(parent).family(),
                            span(link).isPresent(),
                            context.k())
                    .best());
        }
        found.sort(Comparator.comparingDouble(summary -> -summary.likeness()));
        List<FamilySummaries.Summary> best = found.stream().limit(MOST).toList();
        best.stream()
                .filter(summary -> summary.of() == SharedSlots.Of.SUMS)
                .forEach(summary -> sums.add(summary.column().name()));
        return best.stream().map(FamilySummaries.Summary::column).toList();
    }
}
