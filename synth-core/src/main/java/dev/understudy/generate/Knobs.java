package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.data.Units;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.TableModel;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.ParentColumn;
import dev.understudy.schema.rule.RangeBounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what can be changed in the rows of a table. */
final class Knobs {
    private final GeneratedTable table;
    private final List<Reference> links;
    private final boolean whole;

    Knobs(GeneratedTable table, List<Reference> links) {
        this(table, links, false);
    }

    /** @param whole true once links that are chosen last have their targets, too */
    Knobs(GeneratedTable table, List<Reference> links, boolean whole) {
        this.table = table;
        this.links = links;
        this.whole = whole;
    }

    /** Changeable columns of a condition, and links along which it looks; those that nothing else depends on first. */
    List<Knob> of(Condition condition) {
        List<Integer> columns = new ArrayList<>(
                condition.columns().stream().map(ColumnReference::column).toList());
        for (ParentColumn parent : condition.parentColumns()) {
            for (int r = 0; r < links.size(); r++) {
                if (links.get(r).model().link().equals(parent.links().get(0))) {
                    follower(r).filter(column -> !columns.contains(column)).ifPresent(columns::add);
                }
            }
        }
        return of(columns);
    }

    /** A column that holds what a link points at, and no other one. */
    private Optional<Integer> follower(int reference) {
        return IntStream.range(0, table.schema().columns().size())
                .filter(column -> table.model().fills().get(column) instanceof ColumnFill.Reference fill
                        && fill.reference() == reference)
                .boxed()
                .findFirst();
    }

    /** Those of some columns, in the same order. @param columns positions in the table */
    List<Knob> of(List<Integer> columns) {
        List<Knob> knobs = new ArrayList<>();
        for (int column : columns) {
            Knob knob = knob(column);
            if (knob != null) {
                knobs.add(knob);
            }
        }
        knobs.sort(Comparator.comparingInt(Knob::drawn).reversed());
        return List.copyOf(knobs);
    }

    private Knob knob(int column) {
        TableModel model = table.model();
        Column schema = table.schema().columns().get(column);
        ColumnFill fill = model.fills().get(column);
        if (FollowedLink.isDecidedBy(column, links)) {
            return null;
        }
        if (fill instanceof ColumnFill.Number number) {
            NumberCodec codec =
                    (NumberCodec) model.cascade().get(number.column()).codec();
            return new Knob.Number(
                    column,
                    number.column(),
                    codec,
                    Units.of(schema.type(), codec.decimals()),
                    TypeLimits.of(schema.type(), codec.decimals()),
                    table.mayClear(column));
        }
        if (fill instanceof ColumnFill.Text text) {
            int length = schema.type().length();
            return label(column, text.column(), length == 0 ? Integer.MAX_VALUE : length);
        }
        if (fill instanceof ColumnFill.Literal literal) {
            return label(column, literal.column(), isFreeRange(schema, column) ? Integer.MAX_VALUE : -1);
        }
        if (fill instanceof ColumnFill.Reference reference) {
            return new Knob.Link(
                    column, reference.reference(), links.get(reference.reference()), new Alignment(links), whole);
        }
        return null;
    }

    /** True for ranges whose bounds can be set: no key keeps them apart, which other texts than those that were listed would not be. */
    private boolean isFreeRange(Column schema, int column) {
        return schema.type().family() == TypeFamily.RANGE
                && RangeBounds.isKnown(schema.type().baseName())
                && table.model().keys().stream()
                        .noneMatch(key -> key.columns().stream().anyMatch(part -> part.column() == column));
    }

    private Knob label(int column, int drawn, int longest) {
        LabelCodec codec = (LabelCodec) table.model().cascade().get(drawn).codec();
        return new Knob.Label(column, drawn, codec, table.mayClear(column), longest);
    }
}
