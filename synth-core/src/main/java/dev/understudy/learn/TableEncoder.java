package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.FanOut;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.Total;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final TableSample sample;
    private final ForeignKey owning;
    private final EncodedTable owner;
    private final FillChooser chooser;
    private final DraftCascade cascade = DraftCascade.empty();

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
        this.sample = context.samples().get(name);
        this.owning = context.owning(name).orElse(null);
        this.owner = owning == null ? null : encoded.get(owning.parent());
        this.chooser = context.chooser(name);
    }

    EncodedTable encode() {
        TextMeanings meanings = new TextMeanings(context, table.name());
        Map<String, ColumnFill> typed = new TypeColumnEncoding(context, sample, meanings).addTo(cascade, chooser);
        List<String> declared = owning == null ? List.of() : SiblingOrder.columns(table, owning, sample.columns());
        List<Total> totals = TotalsFound.of(context, table.name());
        List<ReferenceModel> references = references(first(declared));
        int prefix = cascade.size();
        ComposedTexts composed = ComposedTexts.of(context, table, sample, encoded.keySet(), chooser, meanings::of);
        TextColumns texts = new TextColumns(context, sample, chooser, meanings, composed);
        DigitColumns digits = new DigitColumns(context, sample, chooser);
        ColumnFill[] fills = table.columns().stream()
                .map(column -> withoutDrawing(column, typed))
                .toArray(ColumnFill[]::new);
        List<DrawnColumn> drawn = columns(fills, texts, digits);
        List<String> siblings = owning == null ? List.of() : siblingOrder(declared, drawn);
        KeptApart apart = KeptApart.of(context, sample, siblings, drawn, digits.found());
        Set<String> kept = new HashSet<>(apart.columns());
        if (!kept.isEmpty()) {
            // The next row's begin, which a key may hold, is told from it.
            end().ifPresent(kept::add);
        }
        Set<String> told = totals.stream().map(Total::column).collect(Collectors.toSet());
        DrawingOrder order = new DrawingOrder(siblings, kept, told);
        Map<String, String> balances = owning == null ? Map.of() : balances(drawn);
        List<DrawnColumn> ordered = order.of(drawn, balances);
        List<DrawnColumn> held = order.beforeApart(ordered);
        WorkedOutColumns beside =
                new WorkedOutColumns(context, summaries, sample, owner, first(siblings), cascade, workers);
        beside.addBucketSteps();
        held.forEach(one -> draw(one, fills, beside, texts, digits));
        int before = held.isEmpty() ? 0 : cascade.size();
        if (held.isEmpty() || held.size() < ordered.size()) {
            beside.addRests();
        }
        ordered.subList(held.size(), ordered.size()).forEach(one -> draw(one, fills, beside, texts, digits));
        texts.guide(fills, cascade.columns());
        List<Total> shown = shown(totals, fills);
        List<FanOut> fanOuts =
                new ChildColumns(context, summaries, sample, cascade.columns(), cascade.workedOut()).add(shown);
        summaries.of(table.name()).forEach(cascade::add);
        new TargetEffects(context, List.copyOf(cascade.columns()))
                .of(table.name())
                .forEach(cascade::add);
        return new EncodedTable(
                sample,
                cascade.columns(),
                cascade.workedOut(),
                cascade.rests(),
                prefix,
                references,
                context.references(table.name()),
                fanOuts,
                List.of(fills),
                apart.in(cascade.columns(), before),
                shown);
    }

    /** The first of the columns that order siblings; empty if none does. */
    private static String first(List<String> siblings) {
        return siblings.isEmpty() ? "" : siblings.get(0);
    }

    private List<ReferenceModel> references(String leading) {
        ReferenceEncoding encoding =
                new ReferenceEncoding(context, sample, owner, cascade.columns(), cascade.rests(), leading);
        List<ReferenceModel> references = new ArrayList<>();
        List<ForeignKey> links = context.references(table.name());
        for (int r = 0; r < links.size(); r++) {
            ForeignKey link = links.get(r);
            EncodedTable target = encoded.get(link.parent());
            references.add(encoding.encode(link, context.kind(link), target, links.subList(0, r)));
        }
        return references;
    }

    /** How a column is filled that the cascade does not draw; null for one that it may draw. */
    private ColumnFill withoutDrawing(Column column, Map<String, ColumnFill> typed) {
        ColumnName name = new ColumnName(table.name(), column.name());
        if (context.request().isUnknown(name)) {
            return column.nullable() ? new ColumnFill.Null() : new ColumnFill.Omitted();
        }
        return column.filling().writesItself()
                ? context.request().ofDatabase(name)
                : chooser.withoutCascade(column).orElse(typed.get(column.name()));
    }

    /** Columns that the cascade draws, in the table's order. @param fills gets those that are filled without it */
    private List<DrawnColumn> columns(ColumnFill[] fills, TextColumns texts, DigitColumns digits) {
        List<Column> left = table.columns().stream()
                .filter(column -> fills[table.columnIndex(column.name())] == null)
                .toList();
        Map<String, NumberColumns.Coded> numbers = NumberColumns.of(left, sample, context.k(), workers);
        List<DrawnColumn> drawn = new ArrayList<>();
        for (int c = 0; c < fills.length; c++) {
            Column column = table.columns().get(c);
            boolean open = fills[c] == null;
            Optional<EncodedColumn> presence =
                    open || fills[c] instanceof ColumnFill.Serial ? digits.presence(column) : Optional.empty();
            if (presence.isPresent()) {
                drawn.add(new DrawnColumn(c, column.name(), presence.get(), null));
            } else if (numbers.containsKey(column.name())) {
                NumberColumns.Coded coded = numbers.get(column.name());
                drawn.add(new DrawnColumn(c, column.name(), coded.column(), null));
                // An end that something else tells would not agree with a month that was drawn before.
                if (!end().equals(Optional.of(column.name()))) {
                    coded.parts().forEach(part -> drawn.add(new DrawnColumn(-1, column.name(), part, null)));
                }
            } else if (open) {
                fills[c] = texts.alone(column).orElse(null);
                if (fills[c] == null) {
                    drawn.add(texts.drawn(column));
                }
            }
        }
        return drawn;
    }

    /** The column that says when each row ends, if the next one begins then. */
    private Optional<String> end() {
        return owning == null
                ? Optional.empty()
                : summaries.periods(owning).map(found -> found.end().name());
    }

    /** Columns that order the siblings, by their key or time; or the number in whose order they were read. */
    private List<String> siblingOrder(List<String> declared, List<DrawnColumn> drawn) {
        if (drawn.stream().anyMatch(one -> declared.contains(one.of()))) {
            return declared;
        }
        Map<String, NumberSample> numbers = new LinkedHashMap<>();
        for (DrawnColumn one : drawn) {
            if (one.isWhole() && sample.column(one.of()) instanceof NumberSample of) {
                numbers.put(one.of(), of);
            }
        }
        return ReadOrder.of(sample, numbers, context.k()).map(List::of).orElse(declared);
    }

    /** Adds what each row adds to a balance. @return balances, and the amounts that come before them */
    private Map<String, String> balances(List<DrawnColumn> drawn) {
        List<EncodedColumn> numbers = drawn.stream()
                .filter(DrawnColumn::isWhole)
                .map(DrawnColumn::column)
                .toList();
        Map<String, String> amounts = new HashMap<>();
        for (RunningBalances.Found found : new RunningBalances(sample, context.k()).among(numbers)) {
            if (!amounts.containsValue(found.balance()) && !amounts.containsKey(found.amount())) {
                amounts.put(found.balance(), found.amount());
                drawn.add(new DrawnColumn(-1, found.amount(), found.change(), null));
            }
        }
        return amounts;
    }

    /** Adds a column to the cascade, with what is worked out beside it. @param fills gets how it is filled */
    private void draw(
            DrawnColumn one, ColumnFill[] fills, WorkedOutColumns beside, TextColumns texts, DigitColumns digits) {
        int place = beside.add(one);
        if (!one.isWhole()) {
            return;
        }
        Column column = table.columns().get(one.output());
        if (digits.found().contains(column.name())) {
            fills[one.output()] = new ColumnFill.Digits(place, digits.recipe(column));
        } else if (one.recipe() != null) {
            fills[one.output()] = new ColumnFill.Text(place, one.recipe(), texts.sources(column));
        } else {
            fills[one.output()] = sample.column(column.name()) instanceof NumberSample
                    ? new ColumnFill.Number(place)
                    : new ColumnFill.Literal(place);
        }
    }

    /** Totals whose columns the cascade draws. */
    private List<Total> shown(List<Total> totals, ColumnFill[] fills) {
        return totals.stream()
                .filter(total -> fills[table.columnIndex(total.column())] instanceof ColumnFill.Number)
                .toList();
    }
}
