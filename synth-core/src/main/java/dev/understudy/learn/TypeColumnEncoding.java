package dev.understudy.learn;

import dev.understudy.model.ColumnFill;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.semantic.Meaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes of columns that decide which link a row follows; see {@link TypeColumns}. They come before the links. */
final class TypeColumnEncoding {
    private final TableContext context;
    private final Table table;
    private final TableSample sample;
    private final TextMeanings meanings;

    TypeColumnEncoding(TableContext context, TableSample sample, TextMeanings meanings) {
        this.context = context;
        this.table = context.table(sample.name());
        this.sample = sample;
        this.meanings = meanings;
    }

    /** Adds them to the cascade. @return how they are filled, by name */
    Map<String, ColumnFill> addTo(DraftCascade cascade, FillChooser chooser) {
        Map<String, ColumnFill> fills = new HashMap<>();
        List<ForeignKey> emptied = context.emptied(table.name());
        List<ForeignKey> links = new ArrayList<>(context.references(table.name()));
        links.addAll(emptied);
        for (String name : TypeColumns.of(links)) {
            Column column = table.column(name).orElseThrow();
            if (chooser.withoutCascade(column).isEmpty()) {
                fills.put(name, fill(column, cascade.size()));
                cascade.add(encoded(column, links, emptied));
            }
        }
        return fills;
    }

    private ColumnFill fill(Column column, int place) {
        if (sample.column(column.name()) instanceof TextSample texts) {
            return TextEncoding.isFreeText(column)
                    ? new ColumnFill.Text(place, meanings.recipe(column, texts, Meaning.OTHER, false))
                    : new ColumnFill.Literal(place);
        }
        return new ColumnFill.Number(place);
    }

    private EncodedColumn encoded(Column column, List<ForeignKey> links, List<ForeignKey> emptied) {
        String name = column.name();
        if (sample.column(name) instanceof NumberSample numbers) {
            return NumberEncoding.column(column, numbers, sample.family(), context.k());
        }
        TextSample texts = (TextSample) sample.column(name);
        List<String> allowed = TypeColumns.allowed(
                context.request().labels(new ColumnName(table.name(), name), column),
                TypeColumns.labels(links, name),
                TextEncoding.shared(texts, Meaning.OTHER, sample.family(), context.k()));
        EncodedColumn coded = TextEncoding.column(column, texts, Meaning.OTHER, allowed, sample.family(), context.k());
        return TypeColumns.known(coded, column, TypeColumns.impossible(emptied, name));
    }
}
