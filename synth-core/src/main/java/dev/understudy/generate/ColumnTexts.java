package dev.understudy.generate;

import dev.understudy.model.ColumnFill;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.rule.Rule;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.TextRecipe;
import java.util.List;
import java.util.Set;

/** Makes the texts of one column from a recipe: they suit the person of their row, keep its rules, and fit the column. */
final class ColumnTexts {
    /** Rows that other attempts at a text are taken from. */
    private static final long FAR = 1_000_000_007L;

    private final GeneratedTable table;
    private final Tables tables;
    private final Column column;
    private final Draws draws;

    ColumnTexts(GeneratedTable table, Tables tables, Column column, Draws draws) {
        this.table = table;
        this.tables = tables;
        this.column = column;
        this.draws = draws;
    }

    /**
     * @param known   texts that are not to be made
     * @param sources what stands around the row that the text is made from
     * @param numbers of rows; places stay the same when other rows are left out, which a key may have to rely on
     */
    RowText of(TextRecipe recipe, Set<String> known, List<ColumnFill.Place> sources, RowNumbers numbers) {
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
}
