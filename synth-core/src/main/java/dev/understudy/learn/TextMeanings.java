package dev.understudy.learn;

import dev.understudy.schema.Column;
import dev.understudy.schema.KeyLengths;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import java.util.HashMap;
import java.util.Map;

/** What the texts of one table's columns mean, and how others like them are made. For one thread. */
final class TextMeanings {
    private final TableContext context;
    private final TableName name;
    /** What points at the table can hold its texts. */
    private final Table fitted;
    /** Told by some milliseconds of work each. */
    private final Map<String, Meaning> known = new HashMap<>();

    TextMeanings(TableContext context, TableName name) {
        this.context = context;
        this.name = name;
        this.fitted = KeyLengths.fitted(context.request().schema(), context.table(name));
    }

    Meaning of(Column column, TextSample texts) {
        return known.computeIfAbsent(column.name(), any -> context.meaning(name, column, texts));
    }

    /** @param unique true if no two rows may have the same text */
    TextRecipe recipe(Column column, TextSample texts, Meaning meaning, boolean unique) {
        return texts.observer().recipe(about(column, texts, meaning, unique));
    }

    ColumnContext about(Column column, TextSample texts, Meaning meaning, boolean unique) {
        Column held = fitted.column(column.name()).orElse(column);
        return new ColumnContext(name, held, meaning, context.locale(), unique, texts.distinct());
    }
}
