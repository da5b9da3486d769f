package dev.understudy.learn;

import dev.understudy.model.ColumnFill;
import dev.understudy.model.ColumnFill.Place;
import dev.understudy.model.TableMode;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.DocumentReader;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import java.util.List;
import java.util.Optional;

/** The texts of one table: which of them the cascade draws as labels, and how all others are made. */
final class TextColumns {
    private final TableContext context;
    private final Table table;
    private final TableSample sample;
    private final FillChooser chooser;
    private final TextMeanings meanings;
    private final ComposedTexts composed;

    TextColumns(
            TableContext context,
            TableSample sample,
            FillChooser chooser,
            TextMeanings meanings,
            ComposedTexts composed) {
        this.context = context;
        this.table = context.table(sample.name());
        this.sample = sample;
        this.chooser = chooser;
        this.meanings = meanings;
        this.composed = composed;
    }

    /** How a column is filled in which no two rows share a text; empty if the cascade is to draw it. */
    Optional<ColumnFill> alone(Column column) {
        TextSample texts = (TextSample) sample.column(column.name());
        boolean lone =
                isFree(column) && allowed(column).isEmpty() && (chooser.isLoneKey(column) || isListOfLabels(texts));
        if (!lone) {
            return Optional.empty();
        }
        Meaning meaning = meanings.of(column, texts);
        TextRecipe recipe = composed.recipe(column, meaning, meanings.recipe(column, texts, meaning, true), true);
        List<String> demanded = new DemandedTexts(context.request()).of(new ColumnName(table.name(), column.name()));
        return Optional.of(FillChooser.unique(recipe, composed.sources(column), demanded));
    }

    /** A column of texts for the cascade. */
    DrawnColumn drawn(Column column) {
        TextSample texts = (TextSample) sample.column(column.name());
        Meaning meaning = meanings.of(column, texts);
        EncodedColumn coded = coded(column, texts, meaning);
        boolean differs = chooser.mustDiffer(column) && coded.codec().codes() == 2;
        TextRecipe recipe = null;
        if (isFree(column)) {
            recipe = composed.recipe(column, meaning, meanings.recipe(column, texts, meaning, differs), differs);
            recipe = differs ? recipe : RareValues.repeated(recipe, meaning, texts, coded);
        }
        return new DrawnColumn(table.columnIndex(column.name()), column.name(), coded, recipe);
    }

    /** What the texts of a column are composed of; nothing for most. */
    List<Place> sources(Column column) {
        return composed.sources(column);
    }

    /** Texts of words follow the rest of their row. @param fills of all columns; those of such texts are replaced */
    void guide(ColumnFill[] fills, List<EncodedColumn> cascade) {
        Guides guides = new Guides(sample, cascade, context.k());
        for (int c = 0; c < fills.length; c++) {
            Column column = table.columns().get(c);
            if (fills[c] instanceof ColumnFill.Text text && sample.column(column.name()) instanceof TextSample texts) {
                fills[c] = guides.guided(
                        column, text, texts, meanings.about(column, texts, meanings.of(column, texts), false));
            }
        }
    }

    private EncodedColumn coded(Column column, TextSample texts, Meaning meaning) {
        List<String> allowed = allowed(column);
        if (!allowed.isEmpty()) {
            return TextEncoding.ofAllowed(column, texts, allowed);
        }
        return composed.has(column)
                ? TextEncoding.presence(column, texts)
                : TextEncoding.column(column, texts, meaning, allowed, sample.family(), context.k());
    }

    private List<String> allowed(Column column) {
        return context.request().labels(new ColumnName(table.name(), column.name()), column);
    }

    private static boolean isFree(Column column) {
        return TextEncoding.isFreeText(column)
                || column.type().family() == TypeFamily.JSON
                || column.type().family() == TypeFamily.XML
                || DocumentReader.isArray(column.type());
    }

    /** No two rows of a lookup table share a label, though no key may say so. */
    private boolean isListOfLabels(TextSample texts) {
        return context.request().modes().get(table.name()) == TableMode.LOOKUP
                && texts.missing().isEmpty()
                && texts.distinct() == sample.rows();
    }
}
