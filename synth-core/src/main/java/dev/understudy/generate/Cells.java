package dev.understudy.generate;

import dev.understudy.data.Storage;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.TextRecipe;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the cells of a table's columns from how each is filled. */
final class Cells {
    private final GeneratedTable table;
    private final Tables tables;
    private final LinkCells links;

    Cells(GeneratedTable table, Tables tables) {
        this.table = table;
        this.tables = tables;
        this.links = new LinkCells(table, tables);
    }

    Cell[] all() {
        int n = table.schema().columns().size();
        Cell[] cells = new Cell[n];
        for (int c = 0; c < n; c++) {
            cells[c] = cell(c);
        }
        return cells;
    }

    private Cell cell(int c) {
        Column column = table.schema().columns().get(c);
        ColumnFill fill = table.model().fills().get(c);
        Cell made = made(column, fill);
        // Kept rows point at rows, not at keys: those of rows that did not stay are gone.
        return fill instanceof ColumnFill.Reference
                        || fill instanceof ColumnFill.TypedReference
                        || fill instanceof ColumnFill.Null
                        || fill instanceof ColumnFill.Computed
                ? made
                : KeptCell.over(table, c, made);
    }

    private Cell made(Column column, ColumnFill fill) {
        Draws draws = table.draws().at("cell " + column.name());
        if (fill instanceof ColumnFill.Number number) {
            NumberCodec codec =
                    (NumberCodec) table.model().cascade().get(number.column()).codec();
            return new NumberCell(number.column(), codec, column, draws);
        }
        if (fill instanceof ColumnFill.Text text) {
            LabelCodec codec =
                    (LabelCodec) table.model().cascade().get(text.column()).codec();
            // A code that is made up for a rare one would otherwise add to a frequent one.
            Set<String> labels = isCode(text.recipe()) ? Set.copyOf(codec.labels()) : Set.of();
            RowText rare = new ColumnTexts(table, tables, column, draws)
                    .of(text.recipe(), labels, text.sources(), Block::place);
            return new LabelCell(text.column(), codec, column.nullable(), rare);
        }
        if (fill instanceof ColumnFill.Digits digits) {
            RowText maker = new ColumnTexts(table, tables, column, draws)
                    .of(digits.recipe(), Set.of(), List.of(), RowNumbers.DENSE);
            return new DigitsCell(digits.column(), column, maker);
        }
        if (fill instanceof ColumnFill.Literal literal) {
            LabelCodec codec =
                    (LabelCodec) table.model().cascade().get(literal.column()).codec();
            LiteralMaker maker = new LiteralMaker(column.type(), draws);
            return new LabelCell(
                    literal.column(), codec, column.nullable(), (block, row) -> maker.make(block.place(row)));
        }
        if (fill instanceof ColumnFill.Owner owner) {
            ForeignKey link = tables.link(table.model().name(), table.model().owningLink());
            GeneratedTable parent = tables.get(link.parent());
            return new OwnerCell(
                    parent, parent.column(link.columns().get(owner.pair()).parent()));
        }
        if (fill instanceof ColumnFill.Reference reference) {
            return links.of(column, reference, draws);
        }
        if (fill instanceof ColumnFill.TypedReference several) {
            return links.of(column, several, draws);
        }
        if (fill instanceof ColumnFill.Computed computed) {
            return new ComputedCell(table, column, computed.from());
        }
        return keyOrConstant(column, fill, draws);
    }

    private Cell keyOrConstant(Column column, ColumnFill fill, Draws draws) {
        if (fill instanceof ColumnFill.Serial serial) {
            return new SerialCell(
                    serial, table.model().keptRows(), column, table.schema().columnIndex(column.name()));
        }
        if (fill instanceof ColumnFill.Position position) {
            return new PositionCell(position.start());
        }
        if (fill instanceof ColumnFill.UniqueText text) {
            return unique(text, column, draws);
        }
        if (fill instanceof ColumnFill.FreshUuid) {
            return new UuidCell(draws);
        }
        return new NullCell();
    }

    private Cell unique(ColumnFill.UniqueText text, Column column, Draws draws) {
        UniqueTexts texts =
                new UniqueTexts(table.model().keptRows(), table.schema().columnIndex(column.name()));
        RowNumbers numbers = texts.numbers(TextMaker.of(text.recipe(), tables.personas(), draws));
        RowText maker =
                new ColumnTexts(table, tables, column, draws).of(text.recipe(), Set.of(), text.sources(), numbers);
        Map<Long, String> demanded = texts.demanded(text.demanded());
        return new TextCell((block, row) -> {
            String given = demanded.isEmpty() ? null : demanded.get(block.place(row));
            return given != null ? given : maker.make(block, row);
        });
    }

    private static boolean isCode(TextRecipe recipe) {
        return recipe instanceof TextRecipe.PatternRecipe
                || recipe instanceof TextRecipe.PooledRecipe pooled && isCode(pooled.of());
    }

    /** True if the column is held as text. */
    static boolean isText(Column column) {
        return Storage.of(column.type()) == Storage.TEXT;
    }
}
