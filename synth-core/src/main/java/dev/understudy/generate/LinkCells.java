package dev.understudy.generate;

import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.ReferenceModel;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.Traits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the cells of columns that point at rows of other tables. */
final class LinkCells {
    private final GeneratedTable table;
    private final Tables tables;

    LinkCells(GeneratedTable table, Tables tables) {
        this.table = table;
        this.tables = tables;
    }

    /** The first reference that has a target; a row has at most one, because it is of one type. */
    Cell of(Column column, ColumnFill.TypedReference several, Draws draws) {
        Cell cell = null;
        List<Integer> lastFirst = new ArrayList<>(several.references());
        Collections.reverse(lastFirst);
        for (int r : lastFirst) {
            ForeignKey link = tables.link(
                    table.model().name(), table.model().references().get(r).link());
            GeneratedTable parent = tables.get(link.parent());
            int parentColumn = parent.column(link.parentColumns().get(0));
            if (cell == null) {
                cell = KeptCell.over(
                        table,
                        table.column(column.name()),
                        column.nullable() ? new NullCell() : new AnyRowCell(parent, parentColumn, draws.at("any row")));
            }
            cell = new ReferenceCell(r, parent, parentColumn, cell);
        }
        return cell;
    }

    /** The key of the row that a link points at; where it points nowhere, null or what else the row says. */
    Cell of(Column column, ColumnFill.Reference reference, Draws draws) {
        var model = table.model().references().get(reference.reference());
        ForeignKey link = tables.link(table.model().name(), model.link());
        GeneratedTable parent = tables.get(link.parent());
        int parentColumn = parent.column(link.columns().get(reference.pair()).parent());
        boolean tellsNull = OptionalLink.nullPair(table, link, reference.reference()) == reference.pair();
        Cell alone = tellsNull
                ? new NullCell()
                : KeptCell.over(
                        table, table.column(column.name()), unlinked(column, model, parent, parentColumn, draws));
        if (!column.nullable()) {
            alone = new NeverNullCell(alone, new AnyRowCell(parent, parentColumn, draws.at("any row")));
        }
        return new ReferenceCell(reference.reference(), parent, parentColumn, alone);
    }

    /** What a column of a link holds where the link as a whole points nowhere: what its bucket says, or null. */
    private Cell unlinked(Column column, ReferenceModel model, GeneratedTable parent, int parentColumn, Draws draws) {
        for (var bucket : model.buckets()) {
            ColumnFill fill = parent.model().fills().get(parentColumn);
            if (fill instanceof ColumnFill.Number number && number.column() == bucket.targetColumn()) {
                NumberCodec codec = (NumberCodec)
                        table.model().cascade().get(bucket.column()).codec();
                return new NumberCell(bucket.column(), codec, column, draws);
            }
            if (fill instanceof ColumnFill.Text text && text.column() == bucket.targetColumn()) {
                LabelCodec codec = (LabelCodec)
                        table.model().cascade().get(bucket.column()).codec();
                TextMaker maker = TextMaker.of(text.recipe(), tables.personas(), draws);
                return new LabelCell(bucket.column(), codec, column.nullable(), (b, row) -> make(maker, b, row));
            }
        }
        return new NullCell();
    }

    private String make(TextMaker maker, Block block, int row) {
        long serial = block.firstRow() + row;
        return maker.make(serial, Traits.free(table.draws().bits(serial)), serial);
    }
}
