package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.model.Base;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.Combinations;
import dev.understudy.model.FanOut;
import dev.understudy.model.Ranking;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.TableMode;
import dev.understudy.model.Total;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.KeyLengths;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.ColumnContext;
import dev.understudy.semantic.DocumentReader;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the sample of one table into codes: links first, then columns from few to many codes, then counts of children. */
final class TableEncoder {
    private final TableContext context;
    private final SummaryColumns summaries;
    private final Map<TableName, EncodedTable> encoded;
    private final Workers workers;
    private final Table table;
    /** What points at the table can hold its texts. */
    private final Table fitted;

    private final TableSample sample;
    private final List<EncodedColumn> columns = new ArrayList<>();
    /** Columns that are worked out. */
    private final Map<Integer, Base> workedOut = new HashMap<>();

    private final Map<Integer, RestColumns.Of> rests = new HashMap<>();
    /** Columns that are in the cascade before the links. */
    private final Map<String, ColumnFill> typed = new HashMap<>();

    /** Numbers that are made of digits, by column. */
    private final Map<String, TextRecipe> digits = new HashMap<>();
    /** What columns of texts mean; told by some milliseconds of work. */
    private final Map<String, Meaning> meanings = new HashMap<>();

    private List<List<String>> combinations = List.of();
    /** First rank by column. */
    private Map<String, Long> ranks = Map.of();
    /** The first column that orders siblings; empty if none does. */
    private String leading = "";
    /** Columns of the cascade that are drawn before rows are kept apart. */
    private int apart;

    private ComposedTexts composed;
    private List<Total> totals = List.of();

    /** @param encoded tables before this one in the order; @param workers code columns side by side */
    TableEncoder(
            TableContext context,
            SummaryColumns summaries,
            Map<TableName, EncodedTable> encoded,
            Workers workers,
            TableName name) {
        this.workers = workers;
        this.context = context;
        this.summaries = summaries;
        this.encoded = encoded;
        this.table = context.table(name);
        this.fitted = KeyLengths.fitted(context.request().schema(), table);
        this.sample = context.samples().get(name);
    }

    EncodedTable encode() {
        typeColumns();
        totals = TotalsFound.of(context, table.name());
        List<ReferenceModel> references = references();
        int prefix = columns.size();
        List<ColumnFill> fills = fills();
        totals = drawn(fills);
        List<FanOut> fanOuts = new ChildColumns(context, summaries, sample, columns, workedOut).add(totals);
        columns.addAll(summaries.of(table.name()));
        columns.addAll(new TargetEffects(context).of(table.name()));
        return new EncodedTable(
                sample,
                columns,
                workedOut,
                rests,
                prefix,
                references,
                context.references(table.name()),
                fanOuts,
                fills,
                new Combinations(apart, combinations, rankings()),
                totals);
    }

    /** Columns that decide which link a row follows come before the links. */
    private void typeColumns() {
        FillChooser chooser = context.chooser(table.name());
        List<ForeignKey> emptied = context.emptied(table.name());
        List<ForeignKey> links = new ArrayList<>(context.references(table.name()));
        links.addAll(emptied);
        for (String name : TypeColumns.of(links)) {
            Column column = table.column(name).orElseThrow();
            if (chooser.withoutCascade(column).isPresent()) {
                continue;
            }
            if (sample.column(name) instanceof NumberSample numbers) {
                typed.put(name, new ColumnFill.Number(columns.size()));
                columns.add(NumberEncoding.column(column, numbers, sample.family(), context.k()));
                continue;
            }
            TextSample texts = (TextSample) sample.column(name);
            List<String> allowed = TypeColumns.allowed(
                    context.request().labels(new ColumnName(table.name(), name), column),
                    TypeColumns.labels(links, name),
                    TextEncoding.shared(texts, Meaning.OTHER, sample.family(), context.k()));
            EncodedColumn coded =
                    TextEncoding.column(column, texts, Meaning.OTHER, allowed, sample.family(), context.k());
            typed.put(
                    name,
                    TextEncoding.isFreeText(column)
                            ? new ColumnFill.Text(columns.size(), recipe(column, texts, Meaning.OTHER, false))
                            : new ColumnFill.Literal(columns.size()));
            columns.add(TypeColumns.known(coded, column, TypeColumns.impossible(emptied, name)));
        }
    }

    /** Totals whose columns the cascade draws. */
    private List<Total> drawn(List<ColumnFill> fills) {
        return totals.stream()
                .filter(total -> fills.get(table.columnIndex(total.column())) instanceof ColumnFill.Number)
                .toList();
    }

    private List<ReferenceModel> references() {
        ReferenceEncoding encoding = new ReferenceEncoding(context, sample, owner(), columns, rests, leading());
        List<ReferenceModel> references = new ArrayList<>();
        List<ForeignKey> links = context.references(table.name());
        for (int r = 0; r < links.size(); r++) {
            ForeignKey link = links.get(r);
            EncodedTable target = encoded.get(link.parent());
            references.add(encoding.encode(link, context.kind(link), target, links.subList(0, r)));
        }
        return references;
    }

    /** The first column that orders siblings, by its key or time; empty if none does. */
    private String leading() {
        return context.owning(table.name())
                .flatMap(link -> SiblingOrder.columns(table, link, sample.columns()).stream()
                        .findFirst())
                .orElse("");
    }

    private EncodedTable owner() {
        return context.owning(table.name())
                .map(link -> encoded.get(link.parent()))
                .orElse(null);
    }

    /**
     * A column that the cascade draws, before its place in the cascade is known.
     *
     * @param output its place in the table; -1 for a part of a date
     * @param of     name of the table's column
     */
    private record Drawn(int output, String of, EncodedColumn column, TextRecipe recipe) {}

    private List<ColumnFill> fills() {
        ForeignKey owning = context.owning(table.name()).orElse(null);
        FillChooser chooser = context.chooser(table.name());
        composed = ComposedTexts.of(context, table, sample, encoded.keySet(), chooser, this::meaning);
        ColumnFill[] fills = table.columns().stream()
                .map(column -> withoutDrawing(column, chooser))
                .toArray(ColumnFill[]::new);
        List<Drawn> drawn = columns(fills, chooser);
        List<String> first = owning == null ? List.of() : order(owning, drawn);
        leading = first.isEmpty() ? "" : first.get(0);
        bucketSteps(owning);
        ranks = owning == null ? Map.of() : ranks(drawn);
        Map<String, String> balances = owning == null ? Map.of() : balances(drawn);
        combinations = combinations(owning, first, drawn);
        Set<String> keyed = combinations.stream().flatMap(List::stream).collect(Collectors.toSet());
        keyed.addAll(ranks.keySet());
        if (!keyed.isEmpty()) {
            // The next row's begin, which a key may hold, is told from it.
            periods().ifPresent(found -> keyed.add(found.end().name()));
        }
        Set<String> told = totals.stream().map(Total::column).collect(Collectors.toSet());
        // What orders the siblings comes first: everything else then follows in time. Totals come before other numbers,
        // so that these are told from them, and not they from numbers that do not know the children.
        drawn.sort(Comparator.comparingInt((Drawn d) -> first.contains(d.of) ? first.indexOf(d.of) : first.size())
                .thenComparing(d -> !keyed.contains(d.of))
                .thenComparing(d -> !d.column.isOneOfFew())
                .thenComparing(d -> !told.contains(d.of))
                .thenComparingInt(d -> d.column.codec().codes()));
        int front = (int) drawn.stream()
                .filter(d ->
                        first.contains(d.of) || keyed.contains(d.of) || told.contains(d.of) || d.column.isOneOfFew())
                .count();
        drawn = inOrder(drawn, front, balances);
        RestQuotients quotients = new RestQuotients(sample, context.k());
        Differences differences = new Differences(sample, owner(), context.k(), workers);
        List<Drawn> held = keyed.isEmpty()
                ? List.of()
                : drawn.stream()
                        .takeWhile(d -> first.contains(d.of) || keyed.contains(d.of))
                        .toList();
        held.forEach(one -> draw(one, fills, quotients, differences));
        apart = held.isEmpty() ? 0 : columns.size();
        // What siblings leave is known once they are whole.
        if (held.isEmpty() || held.size() < drawn.size()) {
            addRests(quotients);
        }
        drawn.subList(held.size(), drawn.size()).forEach(one -> draw(one, fills, quotients, differences));
        guide(fills);
        return List.of(fills);
    }

    /** Columns that the cascade draws, in the table's order. @param fills gets those that are filled without it */
    private List<Drawn> columns(ColumnFill[] fills, FillChooser chooser) {
        List<Column> left = table.columns().stream()
                .filter(column -> fills[table.columnIndex(column.name())] == null)
                .toList();
        Map<String, NumberColumns.Coded> numbers = NumberColumns.of(left, sample, context.k(), workers);
        List<Drawn> drawn = new ArrayList<>();
        for (int c = 0; c < fills.length; c++) {
            Column column = table.columns().get(c);
            ColumnFill fill = fills[c];
            EncodedColumn digits = fill == null || fill instanceof ColumnFill.Serial ? digits(column, chooser) : null;
            if (digits != null) {
                drawn.add(new Drawn(c, column.name(), digits, null));
            } else if (numbers.containsKey(column.name())) {
                NumberColumns.Coded coded = numbers.get(column.name());
                drawn.add(new Drawn(c, column.name(), coded.column(), null));
                // An end that something else tells would not agree with a month that was drawn before.
                if (!isEnd(column.name())) {
                    coded.parts().forEach(part -> drawn.add(new Drawn(-1, column.name(), part, null)));
                }
            } else if (fill == null) {
                text(c, column, chooser, fills, drawn);
            }
        }
        return drawn;
    }

    /** How a column is filled that the cascade does not draw; null for one that it may draw. */
    private ColumnFill withoutDrawing(Column column, FillChooser chooser) {
        ColumnName name = new ColumnName(table.name(), column.name());
        if (context.request().isUnknown(name)) {
            return column.nullable() ? new ColumnFill.Null() : new ColumnFill.Omitted();
        }
        return column.filling().writesItself()
                ? context.request().ofDatabase(name)
                : chooser.withoutCascade(column).orElse(typed.get(column.name()));
    }

    /** Columns that order the siblings, by their key or time; or the number in whose order they were read. */
    private List<String> order(ForeignKey owning, List<Drawn> drawn) {
        List<String> declared = SiblingOrder.columns(table, owning, sample.columns());
        if (drawn.stream().anyMatch(one -> declared.contains(one.of))) {
            return declared;
        }
        Map<String, NumberSample> numbers = new LinkedHashMap<>();
        for (Drawn one : drawn) {
            if (one.output >= 0 && sample.column(one.of) instanceof NumberSample of) {
                numbers.put(one.of, of);
            }
        }
        return ReadOrder.of(sample, numbers, context.k()).map(List::of).orElse(declared);
    }

    /** Adds a column to the cascade, and what is worked out beside it. */
    private void draw(Drawn one, ColumnFill[] fills, RestQuotients quotients, Differences differences) {
        if (one.output >= 0 && one.of.equals(leading)) {
            new SiblingPaces(sample, owner(), context.k()).addBefore(one.of, one.of, columns, rests);
        }
        if (one.output >= 0 && isEnd(one.of)) {
            periods().orElseThrow().restsBeforeEnd(sample, owner(), context.k()).forEach(this::add);
        }
        int place = columns.size();
        columns.add(one.column);
        if (one.output < 0) {
            return;
        }
        quotients.beside(columns).forEach(this::add);
        differences.beside(columns).forEach(this::add);
        if (one.of.equals(leading)) {
            SiblingSteps.of(sample, one.column, place, context.k()).ifPresent(this::add);
            SiblingRuns.of(sample, one.column, context.k()).ifPresent(this::add);
        }
        Column column = table.columns().get(one.output);
        if (digits.containsKey(column.name())) {
            fills[one.output] = new ColumnFill.Digits(place, digits.get(column.name()));
            return;
        }
        fills[one.output] = one.recipe != null
                ? new ColumnFill.Text(place, one.recipe, composed.sources(column))
                : sample.column(column.name()) instanceof NumberSample
                        ? new ColumnFill.Number(place)
                        : new ColumnFill.Literal(place);
    }

    /** Rows of which each begins when its sibling before ends. */
    private Optional<ContiguousPeriods> periods() {
        return context.owning(table.name()).flatMap(summaries::periods);
    }

    private boolean isEnd(String column) {
        return periods().filter(found -> found.end().name().equals(column)).isPresent();
    }

    private void add(RestColumns.Of rest) {
        rests.put(columns.size(), rest);
        columns.add(rest.column());
    }

    private void add(WorkedOut column) {
        workedOut.put(columns.size(), column.base());
        columns.add(column.column());
    }

    /** Where siblings are ordered by part of a link, such as the year of a season, their steps are known once targets are. */
    private void bucketSteps(ForeignKey owning) {
        int prefix = columns.size();
        for (ForeignKey link : owning == null ? List.<ForeignKey>of() : context.references(table.name())) {
            int pair = link.childColumns().indexOf(leading);
            String bucket = pair < 0
                    ? ""
                    : ReferenceEncoding.bucketName(link, link.parentColumns().get(pair));
            for (int c = 0; c < prefix; c++) {
                if (columns.get(c).name().equals(bucket)) {
                    SiblingSteps.of(sample, columns.get(c), c, context.k()).ifPresent(this::add);
                    SiblingRuns.of(sample, columns.get(c), context.k()).ifPresent(this::add);
                }
            }
        }
    }

    private void addRests(RestQuotients quotients) {
        if (owner() == null) {
            return;
        }
        for (RestColumns.Of rest : new RestColumns(context, summaries, sample, owner()).all()) {
            quotients.add(rest, columns.size());
            add(rest);
        }
    }

    /** Adds what each row adds to a balance. @return balances, and the amounts that come before them */
    private Map<String, String> balances(List<Drawn> drawn) {
        List<EncodedColumn> numbers =
                drawn.stream().filter(d -> d.output >= 0).map(Drawn::column).toList();
        Map<String, String> amounts = new HashMap<>();
        for (RunningBalances.Found found : new RunningBalances(sample, context.k()).among(numbers)) {
            if (!amounts.containsValue(found.balance()) && !amounts.containsKey(found.amount())) {
                amounts.put(found.balance(), found.amount());
                drawn.add(new Drawn(-1, found.amount(), found.change(), null));
            }
        }
        return amounts;
    }

    private Map<String, Long> ranks(List<Drawn> drawn) {
        Map<String, Long> found = new HashMap<>();
        for (Drawn one : drawn) {
            boolean whole = one.output >= 0
                    && !digits.containsKey(one.of)
                    && table.columns().get(one.output).type().family() == TypeFamily.INTEGER;
            if (whole && sample.column(one.of) instanceof NumberSample numbers) {
                RankFinder.first(sample, numbers).ifPresent(rank -> found.put(one.of, rank));
            }
        }
        return found;
    }

    private List<Ranking> rankings() {
        return ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rank -> new Ranking(EncodedColumn.place(columns, rank.getKey()), rank.getValue()))
                .toList();
    }

    /** Only columns that the cascade draws, and links that are chosen with the row, can be kept apart. */
    private List<List<String>> combinations(ForeignKey owning, List<String> order, List<Drawn> drawn) {
        if (context.mode(table.name()) != TableMode.SYNTHESIZE) {
            return List.of();
        }
        CombinationFinder finder = new CombinationFinder(table, sample, owning, order);
        for (ForeignKey link : context.references(table.name())) {
            Kind kind = context.kind(link);
            if (!link.isTyped() && (kind == Kind.ROW || kind == Kind.DEALT)) {
                finder.add(link);
            }
        }
        for (Drawn one : drawn) {
            boolean ranked = ranks.containsKey(one.of);
            if (one.output >= 0 && one.recipe == null && !digits.containsKey(one.of) && !ranked) {
                finder.add(table.columns().get(one.output), one.column);
            }
        }
        return finder.find();
    }

    /** Whether a row has one of the numbers that are made of digits; null for other columns. */
    private EncodedColumn digits(Column column, FillChooser chooser) {
        ColumnName name = new ColumnName(table.name(), column.name());
        if (!(sample.column(column.name()) instanceof NumberSample numbers)
                || chooser.isReferred(column, context.schema())) {
            return null;
        }
        boolean unique = chooser.mustDiffer(column);
        return NumbersOfPeople.recipe(
                        table,
                        column,
                        numbers,
                        sample.family(),
                        context.request().meanings().get(name),
                        context.locale(),
                        unique,
                        context.k())
                .map(recipe -> {
                    digits.put(column.name(), recipe);
                    return NumbersOfPeople.presence(column, numbers);
                })
                .orElse(null);
    }

    /** Texts of words follow the rest of their row. */
    private void guide(ColumnFill[] fills) {
        Guides guides = new Guides(sample, columns, context.k());
        for (int c = 0; c < fills.length; c++) {
            Column column = table.columns().get(c);
            if (fills[c] instanceof ColumnFill.Text text && sample.column(column.name()) instanceof TextSample texts) {
                fills[c] = guides.guided(column, text, texts, about(column, texts, meaning(column, texts), false));
            }
        }
    }

    /** Parts of dates stand right before their dates. */
    private static List<Drawn> inOrder(List<Drawn> drawn, int first, Map<String, String> after) {
        List<Drawn> whole = drawn.stream().filter(d -> d.output >= 0).toList();
        int kept = (int)
                drawn.subList(0, first).stream().filter(d -> d.output >= 0).count();
        List<Drawn> ordered = new ArrayList<>();
        for (int place : CascadeOrder.of(whole.stream().map(Drawn::column).toList(), kept, after)) {
            Drawn next = whole.get(place);
            drawn.stream().filter(d -> d.output < 0 && d.of.equals(next.of)).forEach(ordered::add);
            ordered.add(next);
        }
        return ordered;
    }

    private void text(int output, Column column, FillChooser chooser, ColumnFill[] fills, List<Drawn> drawn) {
        TextSample texts = (TextSample) sample.column(column.name());
        Meaning meaning = meaning(column, texts);
        List<String> allowed = context.request().labels(new ColumnName(table.name(), column.name()), column);
        boolean free = TextEncoding.isFreeText(column)
                || column.type().family() == TypeFamily.JSON
                || column.type().family() == TypeFamily.XML
                || DocumentReader.isArray(column.type());
        boolean lone = free && allowed.isEmpty() && (chooser.isLoneKey(column) || isListOfLabels(texts));
        if (lone) {
            TextRecipe recipe = composed.recipe(column, meaning, recipe(column, texts, meaning, true), true);
            List<String> demanded =
                    new DemandedTexts(context.request()).of(new ColumnName(table.name(), column.name()));
            fills[output] = FillChooser.unique(recipe, composed.sources(column), demanded);
            return;
        }
        EncodedColumn coded = coded(column, texts, meaning, allowed);
        boolean differs = chooser.mustDiffer(column) && coded.codec().codes() == 2;
        TextRecipe recipe = null;
        if (free) {
            recipe = composed.recipe(column, meaning, recipe(column, texts, meaning, differs), differs);
            recipe = differs ? recipe : RareValues.repeated(recipe, meaning, texts, coded);
        }
        drawn.add(new Drawn(output, column.name(), coded, recipe));
    }

    private EncodedColumn coded(Column column, TextSample texts, Meaning meaning, List<String> allowed) {
        if (!allowed.isEmpty()) {
            return TextEncoding.ofAllowed(column, texts, allowed);
        }
        return composed.has(column)
                ? TextEncoding.presence(column, texts)
                : TextEncoding.column(column, texts, meaning, allowed, sample.family(), context.k());
    }

    /** No two rows of a lookup table share a label, though no key may say so. */
    private boolean isListOfLabels(TextSample texts) {
        return context.request().modes().get(table.name()) == TableMode.LOOKUP
                && texts.missing().isEmpty()
                && texts.distinct() == sample.rows();
    }

    private Meaning meaning(Column column, TextSample texts) {
        return meanings.computeIfAbsent(column.name(), name -> context.meaning(table.name(), column, texts));
    }

    private TextRecipe recipe(Column column, TextSample texts, Meaning meaning, boolean unique) {
        return texts.observer().recipe(about(column, texts, meaning, unique));
    }

    private ColumnContext about(Column column, TextSample texts, Meaning meaning, boolean unique) {
        Column held = fitted.column(column.name()).orElse(column);
        return new ColumnContext(table.name(), held, meaning, context.locale(), unique, texts.distinct());
    }
}
