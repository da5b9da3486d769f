package dev.understudy.learn;

import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.graph.LinkRole;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.Combinations;
import dev.understudy.model.KeptRows;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.KeyLengths;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The model of a table without rows to learn from: every column by its type, its constraints and its meaning, every link
 * to any row of its parent. The table is a subject of its own.
 */
final class BlankTable {
    /** Share of rows whose optional link points nowhere. */
    private static final double WITHOUT_LINK = 0.2;
    /** Levels of a tree inside a table: roots, their children, and theirs. */
    private static final int LEVELS = 3;

    private final LearnRequest request;
    private final Table table;
    private final BlankColumns columns;
    private final List<ForeignKey> links;
    private final List<CascadeColumn> cascade = new ArrayList<>();

    private BlankTable(LearnRequest request, TableName name, String locale) {
        this.request = request;
        this.table =
                KeyLengths.fitted(request.schema(), request.schema().table(name).orElseThrow());
        this.links = request.schema().foreignKeysOf(name).stream()
                .filter(link -> request.modes().containsKey(link.parent())
                        && request.modes().get(link.parent()).hasRows())
                .sorted(firstTheOneThatDecides())
                .toList();
        this.columns = new BlankColumns(request, table, links, locale);
    }

    /** @param locale where people of the database live */
    static TableModel model(LearnRequest request, TableName name, String locale) {
        return new BlankTable(request, name, locale).model();
    }

    /**
     * Where links share columns, the first decides them and the others follow: one that must point somewhere before one
     * that need not, one of many columns before one of few, and those that are chosen last at the end.
     */
    private Comparator<ForeignKey> firstTheOneThatDecides() {
        return Comparator.comparing(ForeignKey::isTyped)
                .thenComparing(link -> isChosenLast(link))
                .thenComparing(ForeignKey::optional)
                .thenComparing(link -> -link.columns().size());
    }

    private boolean isChosenLast(ForeignKey link) {
        return link.isSelfReference() || request.graph().roleOf(link) == LinkRole.BROKEN;
    }

    private TableModel model() {
        columns.drawTypes(cascade);
        List<ReferenceModel> references = links.stream().map(this::reference).toList();
        int prefix = cascade.size();
        List<ColumnFill> fills = columns.fills(cascade);
        return new TableModel(
                table.name(),
                TableMode.FILL,
                request.filled().getOrDefault(table.name(), 0L),
                0,
                "",
                table.name(),
                cascade,
                prefix,
                references,
                List.of(),
                fills,
                KeptRows.NONE,
                request.rules().getOrDefault(table.name(), List.of()),
                request.keys().getOrDefault(table.name(), List.of()),
                request.asked().getOrDefault(table.name(), List.of()),
                Combinations.NONE,
                List.of(),
                List.of());
    }

    private ReferenceModel reference(ForeignKey link) {
        if (link.isSelfReference() && !link.isTyped()) {
            return new ReferenceModel(link.name(), Kind.SELF, levels(link), List.of());
        }
        boolean last = isChosenLast(link);
        Kind kind = last ? Kind.LATE : Kind.DEALT;
        return new ReferenceModel(link.name(), kind, presence(link, last && isAlone(link)), List.of());
    }

    /** A row of a link that a key rests on and that is chosen last is a root: it points nowhere, or at itself. */
    private int levels(ForeignKey link) {
        int levels = isAlone(link) ? 1 : LEVELS;
        long[] cells = new long[levels];
        for (int i = 0; i < levels; i++) {
            cells[i] = i;
        }
        NumberCodec codec = new NumberCodec(0, 1, 0, cells, cells, 0, levels - 1L);
        return add(FlatForest.column("<level " + link.name() + ">", codec, 1, levels, 0));
    }

    /** @param never true if the link is to point nowhere wherever it may */
    private int presence(ForeignKey link, boolean never) {
        boolean decides = link.childColumns().stream().anyMatch(name -> columns.mayStayEmpty(name, link));
        if (!link.optional() || !decides) {
            return -1;
        }
        LabelCodec codec = new LabelCodec(List.of());
        boolean inKey = table.keys().stream()
                .anyMatch(key -> link.childColumns().stream().anyMatch(key.columns()::contains));
        double nulls = never ? 1 : inKey ? 0 : WITHOUT_LINK;
        return add(FlatForest.column("<" + link.name() + ">", codec, codec.rare(), never ? 0 : codec.rare(), nulls));
    }

    /** True if some key has nothing beside columns of the link that makes its rows differ. */
    private boolean isAlone(ForeignKey link) {
        return table.keys().stream()
                .filter(key -> key.columns().stream().anyMatch(link.childColumns()::contains))
                .anyMatch(key -> !differsByItself(key));
    }

    private boolean differsByItself(UniqueKey key) {
        return key.columns().stream()
                .map(table::column)
                .flatMap(java.util.Optional::stream)
                .anyMatch(column -> columns.differsByItself(column));
    }

    private int add(CascadeColumn column) {
        cascade.add(column);
        return cascade.size() - 1;
    }
}
