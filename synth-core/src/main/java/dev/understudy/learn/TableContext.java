package dev.understudy.learn;

import dev.understudy.graph.LinkRole;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.TableMode;
import dev.understudy.model.Total;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.ColumnMeaning;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the encoding of one table must know of the others.
 *
 * @param locale where the people of the database live, as {@link dev.understudy.semantic.LocaleGuess} tells it
 */
record TableContext(LearnRequest request, Map<TableName, TableSample> samples, String locale) {
    /** A parent of at most this many rows is a category of its children. */
    private static final int SMALL_PARENT = 256;

    Schema schema() {
        return request.schema();
    }

    SchemaGraph graph() {
        return request.graph();
    }

    int k() {
        return request.settings().k();
    }

    Table table(TableName name) {
        return schema().table(name).orElseThrow();
    }

    TableMode mode(TableName name) {
        return request.modes().get(name);
    }

    Optional<ForeignKey> owning(TableName child) {
        return graph().owningLink(child).filter(link -> samples.containsKey(link.parent()));
    }

    /**
     * Links of a table other than the owning one whose parents have rows, in the schema's order; those of one type last,
     * because another link may tell the type, and those before them that follow from another one.
     */
    List<ForeignKey> references(TableName child) {
        ForeignKey owning = owning(child).orElse(null);
        List<ForeignKey> links = schema().foreignKeysOf(child).stream()
                .filter(link -> !link.equals(owning))
                .filter(link -> samples.containsKey(link.parent()))
                .toList();
        return links.stream()
                .sorted(Comparator.comparing(ForeignKey::isTyped)
                        .thenComparing(link -> links.stream().anyMatch(other -> isChosenFirst(other, link))))
                .toList();
    }

    private boolean isChosenFirst(ForeignKey link, ForeignKey other) {
        boolean last = link.isSelfReference() || graph().roleOf(link) == LinkRole.BROKEN;
        return !last && other.isImpliedBy(link);
    }

    /** How the columns of a table are filled that the cascade does not draw. */
    FillChooser chooser(TableName name) {
        return new FillChooser(
                graph(),
                table(name),
                owning(name).orElse(null),
                references(name),
                emptied(name),
                samples.get(name),
                request.rules().getOrDefault(name, List.of()));
    }

    /** Links of a table whose parents get no rows. */
    List<ForeignKey> emptied(TableName child) {
        return schema().foreignKeysOf(child).stream()
                .filter(link -> !samples.containsKey(link.parent()))
                .toList();
    }

    /** Totals over the children of a table's rows that the operator declares. */
    List<Total> declaredTotals(TableName name) {
        return request.totals().getOrDefault(name, List.of());
    }

    /** What a column of texts means: what the operator says, else what its texts look like. */
    Meaning meaning(TableName of, Column column, TextSample texts) {
        Meaning given = request.meanings().get(new ColumnName(of, column.name()));
        return given != null
                ? given
                : texts.observer()
                        .meaning(TableNames.of(schema().table(of).orElseThrow()), column)
                        .map(ColumnMeaning::meaning)
                        .orElse(Meaning.OTHER);
    }

    /** True if no two rows of the sample point at the same one, so that how often each is pointed at says all. */
    private boolean isOneToOne(ForeignKey link) {
        BitSet seen = new BitSet();
        for (int target : samples.get(link.child()).targets(link.name())) {
            if (target >= 0 && seen.get(target)) {
                return false;
            }
            if (target >= 0) {
                seen.set(target);
            }
        }
        return true;
    }

    /** By what means the targets of a link are chosen. */
    ReferenceModel.Kind kind(ForeignKey link) {
        if (link.isSelfReference()) {
            // Of the rows of one type no tree can be told, since a row of another type may stand between them.
            return link.isTyped() ? ReferenceModel.Kind.LATE : ReferenceModel.Kind.SELF;
        }
        if (graph().roleOf(link) == LinkRole.BROKEN) {
            return ReferenceModel.Kind.LATE;
        }
        if (link.isTyped()) {
            return ReferenceModel.Kind.DEALT;
        }
        boolean rowsStay = mode(link.parent()).keepsRows();
        boolean small = samples.get(link.parent()).rows() <= SMALL_PARENT;
        return rowsStay || small && !isOneToOne(link) ? ReferenceModel.Kind.ROW : ReferenceModel.Kind.DEALT;
    }
}
