package dev.understudy.generate;

import dev.understudy.data.Storage;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.KeptRows;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.rule.Rule;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.Traits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the cells of a table's columns from how each is filled. */
final class Cells {
    /** Rows that other attempts at a text are taken from. */
    private static final long FAR = 1_000_000_007L;

    private final GeneratedTable table;
    private final Tables tables;

    Cells(GeneratedTable table, Tables tables) {
        this.table = table;
        this.tables = tables;
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
                : kept(c, made);
    }

    /** With the values of rows that stay as they are. */
    private Cell kept(int c, Cell made) {
        KeptRows kept = table.model().keptRows();
        Column column = table.schema().columns().get(c);
        return kept.rows() == 0 ? made : new KeptCell(kept, kept.columns().get(c), column, made);
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
            Maker rare = fitting(text.recipe(), labels, text.sources(), column, draws, Block::place);
            return new LabelCell(text.column(), codec, column.nullable(), rare);
        }
        if (fill instanceof ColumnFill.Digits digits) {
            Maker maker = fitting(
                    digits.recipe(), Set.of(), List.of(), column, draws, (block, row) -> block.firstRow() + row);
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
            return reference(column, reference, draws);
        }
        if (fill instanceof ColumnFill.TypedReference several) {
            return typed(column, several, draws);
        }
        if (fill instanceof ColumnFill.Computed computed) {
            return new ComputedCell(table, column, computed.from());
        }
        return keyOrConstant(column, fill, draws);
    }

    /** The first reference that has a target; a row has at most one, because it is of one type. */
    private Cell typed(Column column, ColumnFill.TypedReference several, Draws draws) {
        Cell cell = null;
        List<Integer> lastFirst = new ArrayList<>(several.references());
        Collections.reverse(lastFirst);
        for (int r : lastFirst) {
            ForeignKey link = tables.link(
                    table.model().name(), table.model().references().get(r).link());
            GeneratedTable parent = tables.get(link.parent());
            int parentColumn = parent.column(link.parentColumns().get(0));
            if (cell == null) {
                cell = kept(
                        table.column(column.name()),
                        column.nullable() ? new NullCell() : new AnyRowCell(parent, parentColumn, draws.at("any row")));
            }
            cell = new ReferenceCell(r, parent, parentColumn, cell);
        }
        return cell;
    }

    private Cell reference(Column column, ColumnFill.Reference reference, Draws draws) {
        var model = table.model().references().get(reference.reference());
        ForeignKey link = tables.link(table.model().name(), model.link());
        GeneratedTable parent = tables.get(link.parent());
        int parentColumn = parent.column(link.columns().get(reference.pair()).parent());
        boolean tellsNull = Reference.nullPair(table, model, link, reference.reference()) == reference.pair();
        Cell alone = tellsNull
                ? new NullCell()
                : kept(table.column(column.name()), unlinked(column, model, parent, parentColumn, draws));
        if (!column.nullable()) {
            alone = new NeverNullCell(alone, new AnyRowCell(parent, parentColumn, draws.at("any row")));
        }
        return new ReferenceCell(reference.reference(), parent, parentColumn, alone);
    }

    /** What a column of a link holds where the link as a whole points nowhere: what its bucket says, or null. */
    private Cell unlinked(
            Column column,
            dev.understudy.model.ReferenceModel model,
            GeneratedTable parent,
            int parentColumn,
            Draws draws) {
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
        // Dense numbers: a recipe of different texts may have hardly more of them than there are rows.
        Maker maker = fitting(text.recipe(), Set.of(), text.sources(), column, draws, numbering(text, column, draws));
        Map<Long, String> demanded = demanded(text.demanded(), table.schema().columnIndex(column.name()));
        return new TextCell((block, row) -> {
            String given = demanded.isEmpty() ? null : demanded.get(block.place(row));
            return given != null ? given : maker.make(block, row);
        });
    }

    /** Numbers of rows; those of texts that stand in a row that stays are left out. */
    private Numbering numbering(ColumnFill.UniqueText text, Column column, Draws draws) {
        KeptRows kept = table.model().keptRows();
        if (kept.rows() == 0) {
            return (block, row) -> block.firstRow() + row;
        }
        Set<String> standing = new HashSet<>();
        List<String> texts =
                kept.columns().get(table.schema().columnIndex(column.name())).texts();
        for (int row = 0; row < texts.size(); row++) {
            if (kept.isKept(row)) {
                standing.add(texts.get(row));
            }
        }
        TextMaker maker = TextMaker.of(text.recipe(), tables.personas(), draws);
        long[] numbers = new long[kept.rows() + 1];
        long next = 0;
        for (int row = 0; row < numbers.length; row++) {
            while (!kept.isKept(row) && next < maker.capacity() && standing.contains(maker.make(next, next, next))) {
                next++;
            }
            numbers[row] = kept.isKept(row) ? next : next++;
        }
        int last = kept.rows();
        return (block, row) -> {
            long at = block.firstRow() + row;
            return at < last ? numbers[(int) at] : numbers[last] + at - last;
        };
    }

    /** The first rows that do not stay as they are get texts that must exist, but for those that stand in a row that stays. */
    private Map<Long, String> demanded(List<String> texts, int column) {
        KeptRows kept = table.model().keptRows();
        List<String> missing = new ArrayList<>(texts);
        if (kept.rows() > 0) {
            KeptRows.Values values = kept.columns().get(column);
            for (int row = 0; row < kept.rows(); row++) {
                if (kept.isKept(row) && !values.texts().isEmpty()) {
                    missing.remove(values.texts().get(row));
                }
            }
        }
        Map<Long, String> places = new HashMap<>();
        int place = 0;
        for (String text : missing) {
            while (kept.isKept(place)) {
                place++;
            }
            places.put((long) place++, text);
        }
        return places;
    }

    /** Number of a row from which its text is made. */
    private interface Numbering {
        long of(Block block, int row);
    }

    private static boolean isCode(TextRecipe recipe) {
        return recipe instanceof TextRecipe.PatternRecipe
                || recipe instanceof TextRecipe.PooledRecipe pooled && isCode(pooled.of());
    }

    /**
     * @param known   texts that are not to be made
     * @param numbers of rows; places stay the same when other rows are left out, which a key may have to rely on
     */
    private Maker fitting(
            TextRecipe recipe,
            Set<String> known,
            List<ColumnFill.Place> sources,
            Column column,
            Draws draws,
            Numbering numbers) {
        TextMaker maker = TextMaker.of(recipe, tables.personas(), draws);
        List<Rule> rules =
                FittingText.about(table.model().rules(), table.schema().columnIndex(column.name()));
        SourceCells around = sources.isEmpty() ? null : SourceCells.of(table, tables, sources);
        PersonaCells person = PersonaCells.of(table, tables, recipe);
        int longest =
                column.type().length() == 0 ? Integer.MAX_VALUE : column.type().length();
        if (rules.isEmpty() && known.isEmpty()) {
            return (block, row) -> {
                long serial = numbers.of(block, row);
                return cut(
                        maker.make(serial, person.of(serial, block, row), serial, SourceCells.at(around, block, row)),
                        longest);
            };
        }
        FittingText fitting = new FittingText(rules, known, column.type().length(), draws.at("fitting"));
        return (block, row) -> fitting.make(
                attempt -> {
                    long other = numbers.of(block, row) + attempt * FAR;
                    return cut(
                            maker.make(other, person.of(other, block, row), other, SourceCells.at(around, block, row)),
                            longest);
                },
                block.place(row));
    }

    /** A text of some meaning may be longer than its column, whatever made it; no run is to fail on that. */
    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest || text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private String make(TextMaker maker, Block block, int row) {
        long serial = block.firstRow() + row;
        return maker.make(serial, Traits.free(table.draws().bits(serial)), serial);
    }

    /** Makes a text for a row. */
    interface Maker {
        String make(Block block, int row);
    }

    record TextCell(Maker maker) implements Cell.OfText {
        @Override
        public boolean isNull(Block block, int row) {
            return false;
        }

        @Override
        public String text(Block block, int row) {
            return maker.make(block, row);
        }
    }

    record NullCell() implements Cell.OfText {
        @Override
        public boolean isNull(Block block, int row) {
            return true;
        }
    }

    record PositionCell(long start) implements Cell {
        @Override
        public boolean isNull(Block block, int row) {
            return false;
        }

        @Override
        public long number(Block block, int row) {
            return start + (block.hasSiblings() ? block.position[row] : 0);
        }
    }

    record OwnerCell(GeneratedTable parent, int parentColumn) implements Cell {
        @Override
        public boolean isNull(Block block, int row) {
            return block.owner == null || parent.cell(parentColumn).isNull(block.owner, block.ownerRow[row]);
        }

        @Override
        public long number(Block block, int row) {
            return parent.cell(parentColumn).number(block.owner, block.ownerRow[row]);
        }

        @Override
        public String text(Block block, int row) {
            return parent.cell(parentColumn).text(block.owner, block.ownerRow[row]);
        }

        @Override
        public int decimals() {
            return parent.cell(parentColumn).decimals();
        }

        @Override
        public long hash(Block block, int row) {
            return parent.cell(parentColumn).hash(block.owner, block.ownerRow[row]);
        }
    }

    record UuidCell(Draws draws) implements Cell.OfText {
        @Override
        public boolean isNull(Block block, int row) {
            return false;
        }

        @Override
        public String text(Block block, int row) {
            return LiteralMaker.uuid(draws, block.place(row));
        }
    }

    /** True if the column is held as text. */
    static boolean isText(Column column) {
        return Storage.of(column.type()) == Storage.TEXT;
    }
}
