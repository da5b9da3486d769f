package dev.understudy.learn;

import dev.understudy.learn.Compositions.Found;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Which texts of one table follow from others, and how they are then made. */
final class ComposedTexts {
    private final FillChooser chooser;
    private final Map<String, Found> found;

    private ComposedTexts(FillChooser chooser, Map<String, Found> found) {
        this.chooser = chooser;
        this.found = found;
    }

    /** @param before tables that are made before this one; only they can be sources */
    static ComposedTexts of(
            TableContext context,
            Table table,
            TableSample sample,
            Set<TableName> before,
            FillChooser chooser,
            BiFunction<Column, TextSample, Meaning> meanings) {
        if (context.mode(table.name()) != TableMode.SYNTHESIZE) {
            return new ComposedTexts(chooser, Map.of());
        }
        Map<String, Meaning> candidates = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (TextEncoding.isFreeText(column)
                    && sample.columns().get(column.name()) instanceof TextSample texts
                    && chooser.withoutCascade(column).isEmpty()) {
                candidates.put(column.name(), meanings.apply(column, texts));
            }
        }
        return new ComposedTexts(
                chooser,
                Compositions.of(sample, TextSources.of(context, table, sample, before), candidates, context.k()));
    }

    boolean has(Column column) {
        return found.containsKey(column.name());
    }

    List<Place> sources(Column column) {
        return has(column) ? found.get(column.name()).sources() : List.of();
    }

    /**
     * The recipe of a column that follows from others; of any other one, {@code otherwise}.
     *
     * @param differs true if no two rows may have the same text
     */
    TextRecipe recipe(Column column, Meaning meaning, TextRecipe otherwise, boolean differs) {
        if (!has(column)) {
            return otherwise;
        }
        Found what = found.get(column.name());
        boolean followsKey = what.sources().stream()
                .anyMatch(place -> place.step() == Place.OWN && chooser.isLoneKey(place.column()));
        return new TextRecipe.ComposedRecipe(
                what.forms(),
                otherwise,
                meaning == Meaning.EMAIL && !what.copied(),
                differs && !followsKey,
                column.type().length());
    }
}
