package dev.understudy.learn;

import dev.understudy.data.Storage;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ColumnFill;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.rule.Rule;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import dev.understudy.semantic.TextMaker;
import dev.understudy.semantic.TextObserver;
import dev.understudy.semantic.TextRecipe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the columns of a table without rows are made. */
final class BlankColumns {
    /** Share of nulls where a column may be null. */
    private static final double NULLS = 0.1;

    private static final Draws ANY = Draws.seeded(0);

    private final LearnRequest request;
    private final Table table;
    private final List<ForeignKey> links;
    private final List<Rule> rules;
    private final String locale;
    private final long rows;
    private final Map<String, ColumnFill> typed = new HashMap<>();
    private final DemandedTexts demanded;

    /** @param links links to tables with rows, the one that decides a shared column first */
    BlankColumns(LearnRequest request, Table table, List<ForeignKey> links, String locale) {
        this.request = request;
        this.table = table;
        this.links = links;
        this.rules = request.rules().getOrDefault(table.name(), List.of());
        this.locale = locale;
        this.rows = request.filled().getOrDefault(table.name(), 0L);
        this.demanded = new DemandedTexts(request);
    }

    /** True if a null in this column can say that {@code link} points nowhere. */
    boolean mayStayEmpty(String column, ForeignKey link) {
        boolean own = links.stream()
                .filter(other -> request.graph().decides(other, column))
                .findFirst()
                .filter(link::equals)
                .isPresent();
        return own && table.column(column).filter(Column::nullable).isPresent() && hasOnlyNullable(link);
    }

    /** A column that may not be null must come from somewhere, so the link has to point at a row. */
    private boolean hasOnlyNullable(ForeignKey link) {
        return link.childColumns().stream()
                .allMatch(name -> table.column(name).orElseThrow().nullable()
                        || !request.graph().decides(link, name)
                        || links.stream()
                                .filter(other -> request.graph().decides(other, name))
                                .findFirst()
                                .filter(first -> !first.equals(link))
                                .isPresent());
    }

    /** Draws the columns that decide which link a row follows; before the links. @param cascade columns are added to its end */
    void drawTypes(List<CascadeColumn> cascade) {
        for (String name : TypeColumns.of(links)) {
            Column column = table.column(name).orElseThrow();
            boolean drawn = !column.filling().writesItself()
                    && FillChooser.reference(request.graph(), links, name).isEmpty();
            if (drawn) {
                typed.put(name, type(column, cascade));
            }
        }
    }

    /** Every label that a link names is as likely as the others. */
    private ColumnFill type(Column column, List<CascadeColumn> cascade) {
        List<String> labels = TypeColumns.labels(links, column.name());
        int place = cascade.size();
        if (Storage.of(column.type()) != Storage.TEXT) {
            long[] cells = labels.stream().mapToLong(Long::parseLong).sorted().toArray();
            NumberCodec codec = new NumberCodec(0, 1, 0, cells, cells, cells[0], cells[cells.length - 1]);
            cascade.add(FlatForest.column(column.name(), codec, 1, cells.length, 0));
            return new ColumnFill.Number(place);
        }
        LabelCodec codec = new LabelCodec(labels);
        cascade.add(FlatForest.column(column.name(), codec, 1, labels.size(), 0));
        return TextEncoding.isFreeText(column)
                ? new ColumnFill.Text(place, recipe(column, false))
                : new ColumnFill.Literal(place);
    }

    /** @param cascade columns are added to its end */
    List<ColumnFill> fills(List<CascadeColumn> cascade) {
        ColumnFill[] fills = new ColumnFill[table.columns().size()];
        for (int c = 0; c < fills.length; c++) {
            Column column = table.columns().get(c);
            fills[c] = withoutCascade(column).orElse(null);
            if (fills[c] == null) {
                fills[c] = drawn(c, column, cascade);
            }
        }
        return List.of(fills);
    }

    private Optional<ColumnFill> withoutCascade(Column column) {
        if (column.filling().writesItself()) {
            return Optional.of(request.ofDatabase(new ColumnName(table.name(), column.name())));
        }
        if (request.isUnknown(new ColumnName(table.name(), column.name()))) {
            return Optional.of(column.nullable() ? new ColumnFill.Null() : new ColumnFill.Omitted());
        }
        Optional<ColumnFill> linked = FillChooser.reference(request.graph(), links, column.name());
        if (linked.isPresent()) {
            return linked;
        }
        if (typed.containsKey(column.name())) {
            return Optional.of(typed.get(column.name()));
        }
        boolean lost = request.schema().foreignKeysOf(table.name()).stream()
                .anyMatch(link -> link.childColumns().contains(column.name()));
        if (lost && column.nullable()) {
            return Optional.of(new ColumnFill.Null());
        }
        if (column.filling().counts() || isLoneKey(column)) {
            return counted(column);
        }
        return isDifferentText(column)
                ? Optional.of(new ColumnFill.UniqueText(recipe(column, true)))
                : Optional.empty();
    }

    private Optional<ColumnFill> counted(Column column) {
        TypeFamily family = column.type().family();
        if (family == TypeFamily.UUID) {
            return Optional.of(new ColumnFill.FreshUuid());
        }
        boolean whole = family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL || family == TypeFamily.REAL;
        if (whole) {
            long unit = NumberRange.unit(column);
            int at = table.columnIndex(column.name());
            if (NumberRange.of(at, column, rules).counts(rows, unit) && isRuledAlone(at)) {
                long step = Storage.of(column.type()) == Storage.LONG ? unit : 1;
                return Optional.of(new ColumnFill.Serial(step, step));
            }
        }
        return isDifferentText(column)
                ? Optional.of(new ColumnFill.UniqueText(recipe(column, true)))
                : Optional.empty();
    }

    /** True if no rule compares the column with another one. */
    private boolean isRuledAlone(int column) {
        return rules.stream()
                .map(rule -> rule.condition().columns())
                .allMatch(columns -> columns.size() <= 1 || columns.stream().noneMatch(one -> one.column() == column));
    }

    private boolean isLoneKey(Column column) {
        return table.keys().stream()
                .anyMatch(key -> key.isPlain() && key.columns().equals(List.of(column.name())));
    }

    private boolean isInKey(Column column) {
        return table.keys().stream().anyMatch(key -> FillChooser.mentions(table, key, column.name()));
    }

    /** True for a text of a key that can be made different from all others without looking at them. */
    private boolean isDifferentText(Column column) {
        return column.type().family() == TypeFamily.TEXT
                && isInKey(column)
                && labels(column).isEmpty()
                && !isRuled(column)
                && demanded(column).isEmpty()
                && isEnough(recipe(column, true));
    }

    private boolean isRuled(Column column) {
        return rules.stream().anyMatch(rule -> rule.columns().contains(column.name()));
    }

    /** True if rows differ in this column whatever else they hold. */
    boolean differsByItself(Column column) {
        return withoutCascade(column)
                .filter(fill -> fill instanceof ColumnFill.UniqueText
                        || fill instanceof ColumnFill.Serial
                        || fill instanceof ColumnFill.FreshUuid)
                .isPresent();
    }

    private List<String> labels(Column column) {
        return request.labels(new ColumnName(table.name(), column.name()), column);
    }

    /** Texts that children need to find here, as far as the column can hold them. */
    private List<String> demanded(Column column) {
        int longest =
                column.type().length() == 0 ? Integer.MAX_VALUE : column.type().length();
        return demanded.of(new ColumnName(table.name(), column.name())).stream()
                .filter(text -> text.length() <= longest)
                .limit(Math.max(1, rows))
                .toList();
    }

    private ColumnFill drawn(int index, Column column, List<CascadeColumn> cascade) {
        double nulls = column.nullable() && !isInKey(column) ? NULLS : 0;
        int place = cascade.size();
        if (Storage.of(column.type()) != Storage.TEXT) {
            NumberCodec codec = NumberRange.of(index, column, rules).codec();
            cascade.add(FlatForest.column(column.name(), codec, 1, codec.codes() - 1, nulls));
            return new ColumnFill.Number(place);
        }
        List<String> labels = labels(column);
        if (labels.isEmpty()
                && column.type().family() == TypeFamily.TEXT
                && !demanded(column).isEmpty()) {
            LabelCodec codec = new LabelCodec(demanded(column));
            cascade.add(FlatForest.column(column.name(), codec, 1, codec.rare(), nulls));
            return new ColumnFill.Text(place, recipe(column, isInKey(column)));
        }
        LabelCodec codec = new LabelCodec(labels);
        boolean unknown = column.type().family() == TypeFamily.COMPOSITE && column.nullable() && labels.isEmpty();
        int first = labels.isEmpty() ? codec.rare() : 1;
        int last = labels.isEmpty() ? codec.rare() : labels.size();
        cascade.add(FlatForest.column(column.name(), codec, first, unknown ? 0 : last, nulls));
        return TextEncoding.isFreeText(column)
                ? new ColumnFill.Text(place, recipe(column, isInKey(column) && labels.isEmpty()))
                : new ColumnFill.Literal(place);
    }

    private TextRecipe recipe(Column column, boolean unique) {
        Meaning given = request.meanings().get(new ColumnName(table.name(), column.name()));
        Meaning meaning = given != null
                ? given
                : TextObserver.byName(TableNames.of(table), column).orElse(Meaning.OTHER);
        TextRecipe recipe = recipe(column, meaning, unique);
        // Better a text that means nothing than one row less.
        return !unique || isEnough(recipe) ? recipe : recipe(column, Meaning.OTHER, true);
    }

    private TextRecipe recipe(Column column, Meaning meaning, boolean unique) {
        return TextObserver.recipeWithoutRows(
                new ColumnContext(table.name(), column, meaning, locale, unique, unique ? rows : 0));
    }

    /** True if a unique recipe makes as many texts as there are to be rows. */
    private boolean isEnough(TextRecipe recipe) {
        return TextMaker.of(recipe, ANY, ANY).capacity() >= rows;
    }
}
