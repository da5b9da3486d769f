package dev.understudy.learn;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Table;
import dev.understudy.semantic.TextRecipe;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers of one table that are made of digits as a text is, such as those that people are known by. For one thread. */
final class DigitColumns {
    private final TableContext context;
    private final Table table;
    private final TableSample sample;
    private final FillChooser chooser;
    private final Map<String, TextRecipe> recipes = new HashMap<>();

    DigitColumns(TableContext context, TableSample sample, FillChooser chooser) {
        this.context = context;
        this.table = context.table(sample.name());
        this.sample = sample;
        this.chooser = chooser;
    }

    /** Whether a row has one of the numbers; empty for a column of anything else. */
    Optional<EncodedColumn> presence(Column column) {
        if (!(sample.column(column.name()) instanceof NumberSample numbers)
                || chooser.isReferred(column, context.schema())) {
            return Optional.empty();
        }
        return NumbersOfPeople.recipe(
                        table,
                        column,
                        numbers,
                        sample.family(),
                        context.request().meanings().get(new ColumnName(table.name(), column.name())),
                        context.locale(),
                        chooser.mustDiffer(column),
                        context.k())
                .map(recipe -> {
                    recipes.put(column.name(), recipe);
                    return NumbersOfPeople.presence(column, numbers);
                });
    }

    /** Columns whose presence was asked for, and that hold such numbers. */
    Set<String> found() {
        return recipes.keySet();
    }

    TextRecipe recipe(Column column) {
        return recipes.get(column.name());
    }
}
