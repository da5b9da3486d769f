package dev.understudy.cli.output;

import dev.understudy.encode.LabelCodec;
import dev.understudy.explain.ColumnAccount;
import dev.understudy.explain.TableAccount;
import dev.understudy.job.ModeTitle;
import dev.understudy.job.ModelView;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableModel;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.semantic.DocumentRecipe;
import dev.understudy.semantic.TextRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What learning confirmed over all rows, for people: the plan of a model. */
public final class ModelText {
    private ModelText() {}

    public static List<String> lines(ModelView view) {
        DatabaseModel model = view.model();
        TableTitles titles = TableTitles.of(model.schema());
        List<String> lines = new ArrayList<>();
        lines.add("Model " + view.file());
        lines.add("  digest " + view.digest());
        lines.add("");
        lines.add("Tables, parents before children");
        TextTable tables = new TextTable("table", "mode", ">rows", "made through", "labels kept");
        TextTable columns = new TextTable("column", "is made from");
        for (TableModel table : model.tables()) {
            tables.add(
                    titles.of(table.name()),
                    ModeTitle.of(table.mode()),
                    Numbers.count(table.mode().hasRows() ? table.sourceRows() : -1),
                    table.isSubject() ? "" : titles.of(table.owner()),
                    kept(table));
            Table schema = model.schema().table(table.name()).orElseThrow();
            for (int c = 0; c < table.fills().size(); c++) {
                Column column = schema.columns().get(c);
                columns.add(
                        titles.of(table.name()) + "." + column.name(),
                        made(table, table.fills().get(c)));
            }
        }
        lines.addAll(tables.lines("  "));
        lines.add("");
        lines.add("Columns");
        lines.addAll(columns.lines("  "));
        List<String> kept = kept(view, titles);
        if (!kept.isEmpty()) {
            lines.add("");
            lines.add("Found in the source, and kept by new rows");
            lines.addAll(kept);
        }
        return lines;
    }

    /** What holds in every row without being declared; dependencies of what is not written are left to {@code explain}. */
    private static List<String> kept(ModelView view, TableTitles titles) {
        TextTable table = new TextTable("column", "what holds");
        for (TableAccount account : view.accounts()) {
            String title = titles.of(account.table());
            for (ColumnAccount column : account.columns()) {
                if (!column.column().startsWith("<")) {
                    column.kept().forEach(kept -> table.add(title + "." + column.column(), "always " + kept));
                }
            }
            account.apart().forEach(apart -> table.add(title, "no two rows alike in " + String.join(", ", apart)));
            account.kin().forEach(kin -> table.add(title, kin));
        }
        return table.isEmpty() ? List.of() : table.lines("  ");
    }

    private static String kept(TableModel table) {
        if (!table.mode().keepsRows()) {
            return "";
        }
        int kept = 0;
        for (boolean row : table.keptRows().kept()) {
            kept += row ? 1 : 0;
        }
        return "%d of %d rows".formatted(kept, table.keptRows().rows());
    }

    private static String made(TableModel table, ColumnFill fill) {
        if (fill instanceof ColumnFill.Number) {
            return "the distribution of its values";
        }
        if (fill instanceof ColumnFill.Text text) {
            int labels = labels(table, text.column());
            String rest = recipe(text.recipe()) + from(text.sources());
            return labels == 0 ? rest : Numbers.of(labels, "label") + " that enough families share, else " + rest;
        }
        if (fill instanceof ColumnFill.Digits digits) {
            return recipe(digits.recipe());
        }
        if (fill instanceof ColumnFill.Literal literal) {
            return Numbers.of(labels(table, literal.column()), "value")
                    + " that enough families share, else of its type";
        }
        if (fill instanceof ColumnFill.Reference reference) {
            return "the link " + table.references().get(reference.reference()).link();
        }
        if (fill instanceof ColumnFill.TypedReference several) {
            return several.references().stream()
                    .map(r -> table.references().get(r).link())
                    .collect(Collectors.joining(", ", "the link of its type: ", ""));
        }
        if (fill instanceof ColumnFill.UniqueText text) {
            return recipe(text.recipe()) + from(text.sources()) + ", each different";
        }
        if (fill instanceof ColumnFill.Owner) {
            return "the link " + table.owningLink();
        }
        if (fill instanceof ColumnFill.Serial) {
            return "a counter";
        }
        if (fill instanceof ColumnFill.Position) {
            return "the position among its siblings";
        }
        if (fill instanceof ColumnFill.FreshUuid) {
            return "fresh UUIDs";
        }
        return fill instanceof ColumnFill.Null ? "nothing: always null" : "the database itself";
    }

    /** The columns that a text follows from. */
    private static String from(List<ColumnFill.Place> sources) {
        return sources.isEmpty()
                ? ""
                : sources.stream().map(ModelText::place).collect(Collectors.joining(", ", " ", ""));
    }

    private static String place(ColumnFill.Place place) {
        return switch (place.step()) {
            case ColumnFill.Place.OWN -> place.column();
            case ColumnFill.Place.HIDDEN -> place.column();
            case ColumnFill.Place.OWNER -> "the owner's " + place.column();
            default -> "the linked row's " + place.column();
        };
    }

    private static int labels(TableModel table, int column) {
        return table.cascade().get(column).codec() instanceof LabelCodec codec
                ? codec.labels().size()
                : 0;
    }

    private static String recipe(TextRecipe recipe) {
        if (recipe instanceof TextRecipe.MeaningRecipe meaning) {
            return "new " + meaning.meaning().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ("
                    + meaning.locale() + ")";
        }
        if (recipe instanceof TextRecipe.PatternRecipe pattern) {
            return "its pattern (" + Numbers.of(pattern.templates().size(), "template") + ")";
        }
        if (recipe instanceof TextRecipe.ProseRecipe) {
            return "new sentences of like length";
        }
        if (recipe instanceof TextRecipe.DigestRecipe) {
            return "new digits of like length";
        }
        if (recipe instanceof TextRecipe.PhraseRecipe) {
            return "new texts of word pairs that enough families write";
        }
        if (recipe instanceof TextRecipe.GuidedRecipe guided) {
            String kinds = guided.kinds().size() > 1 ? " of " + guided.kinds().size() + " kinds" : "";
            return recipe(guided.kinds().get(0)) + kinds + ", by";
        }
        if (recipe instanceof TextRecipe.CustomRecipe custom) {
            return "the generator " + custom.generator();
        }
        if (recipe instanceof DocumentRecipe document) {
            return "new documents (" + Numbers.of(document.root().members().size(), "member") + ")";
        }
        if (recipe instanceof TextRecipe.PooledRecipe pooled) {
            return recipe(pooled.of()) + ", repeated as in the source";
        }
        if (recipe instanceof TextRecipe.ComposedRecipe) {
            return "composed from";
        }
        if (recipe instanceof TextRecipe.CheckedRecipe checked) {
            return "new numbers with check digits ("
                    + checked.number().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        }
        return recipe instanceof TextRecipe.DateRecipe ? "new dates" : "a constant";
    }
}
