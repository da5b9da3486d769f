package dev.understudy.learn;

import dev.understudy.learn.Compositions.Found;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Which texts of one table follow from others, and how they are then made. */
final class ComposedTexts {
    private final FillChooser chooser;
    private final Map<String, Found> found;
    /** Names of the operator's own, by column. */
    private final Map<String, String> generators;

    private ComposedTexts(FillChooser chooser, Map<String, Found> found, Map<String, String> generators) {
        this.chooser = chooser;
        this.found = found;
        this.generators = generators;
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
            return new ComposedTexts(chooser, Map.of(), Map.of());
        }
        Map<String, Meaning> candidates = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (TextEncoding.isFreeText(column)
                    && sample.columns().get(column.name()) instanceof TextSample texts
                    && chooser.withoutCascade(column).isEmpty()) {
                candidates.put(column.name(), meanings.apply(column, texts));
            }
        }
        Map<String, Found> found = new LinkedHashMap<>(
                Compositions.of(sample, TextSources.of(context, table, sample, before), candidates, context.k()));
        Map<String, String> generators = new LinkedHashMap<>();
        for (String name : candidates.keySet()) {
            DeclaredText told = context.request().declared().get(new ColumnName(table.name(), name));
            if (told != null && told.template().isEmpty()) {
                found.remove(name);
                generators.put(name, told.generator());
            } else if (told != null) {
                DeclaredText.Parsed parsed = told.parse(table);
                Form form = new Form(TextRecipe.WEIGHT_PARTS, parsed.parts());
                found.put(name, new Found(List.of(form), parsed.places(), 1, true, parsed.counted()));
            }
        }
        return new ComposedTexts(chooser, found, generators);
    }

    boolean has(Column column) {
        return found.containsKey(column.name()) || generators.containsKey(column.name());
    }

    List<Place> sources(Column column) {
        return found.containsKey(column.name()) ? found.get(column.name()).sources() : List.of();
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
        if (generators.containsKey(column.name())) {
            return new TextRecipe.CustomRecipe(
                    generators.get(column.name()), column.type().length());
        }
        Found what = found.get(column.name());
        boolean followsKey = what.sources().stream()
                .anyMatch(place -> place.step() == Place.OWN && chooser.isLoneKey(place.column()));
        return new TextRecipe.ComposedRecipe(
                what.forms(),
                otherwise,
                meaning == Meaning.EMAIL && !what.copied(),
                differs && !followsKey || what.counted(),
                column.type().length());
    }
}
