package dev.understudy.learn;

import dev.understudy.model.ColumnFill.Place;
import dev.understudy.model.ReferenceModel;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The columns that a text of a table could be made from: texts and dates of its row, texts of its owner and of its targets. */
final class TextSources {
    private static final int FEWEST_DIFFERENT = 3;

    /**
     * @param texts  of the row that {@link #rowOf} names; null for a date
     * @param values its text by row of the child's sample; null where unknown or missing
     */
    record Source(Place place, boolean isDate, TextSample texts, int[] rowOf, IntFunction<String> values) {}

    private TextSources() {}

    /** @param before tables that are made before this one */
    static List<Source> of(TableContext context, Table table, TableSample sample, Set<TableName> before) {
        List<Source> sources = new ArrayList<>();
        addOwn(sources, table, sample, later(context, table, before));
        context.owning(table.name())
                .filter(link -> before.contains(link.parent()))
                .ifPresent(link -> addOf(sources, context, link.parent(), ColumnOf.owner(sample), before));
        List<ForeignKey> references = context.references(table.name());
        for (int r = 0; r < references.size(); r++) {
            ForeignKey link = references.get(r);
            if (before.contains(link.parent()) && !link.isTyped() && context.kind(link) != ReferenceModel.Kind.LATE) {
                addOf(sources, context, link.parent(), new ColumnOf(r, sample.targets(link.name())), before);
            }
        }
        return sources;
    }

    /** @param step as in a {@link Place} */
    private record ColumnOf(int step, int[] rowOf) {
        static ColumnOf owner(TableSample sample) {
            return new ColumnOf(Place.OWNER, sample.owner());
        }
    }

    /** Columns that hold keys of rows that come later, or of the table itself: these may be what is to be told. */
    private static Set<String> later(TableContext context, Table table, Set<TableName> before) {
        return context.schema().foreignKeysOf(table.name()).stream()
                .filter(link -> !before.contains(link.parent()))
                .flatMap(link -> link.childColumns().stream())
                .collect(Collectors.toSet());
    }

    private static void addOwn(List<Source> sources, Table table, TableSample sample, Set<String> later) {
        for (Column column : table.columns()) {
            if (later.contains(column.name()) || column.filling().writesItself()) {
                continue;
            }
            ColumnSample values = sample.columns().get(column.name());
            Place place = new Place(Place.OWN, column.name());
            if (values instanceof TextSample texts
                    && column.type().family() == TypeFamily.TEXT
                    && texts.distinct() >= FEWEST_DIFFERENT) {
                sources.add(new Source(place, false, texts, null, texts.rowTexts()::at));
            } else if (values instanceof NumberSample numbers && isDate(column)) {
                sources.add(new Source(place, true, null, null, row -> date(column, numbers, row)));
            }
        }
    }

    private static void addOf(
            List<Source> sources, TableContext context, TableName parent, ColumnOf of, Set<TableName> before) {
        Set<String> later = later(context, context.table(parent), before);
        for (Column column : context.table(parent).columns()) {
            if (!later.contains(column.name())
                    && context.samples().get(parent).columns().get(column.name()) instanceof TextSample texts
                    && column.type().family() == TypeFamily.TEXT
                    && texts.distinct() >= FEWEST_DIFFERENT) {
                sources.add(new Source(
                        new Place(of.step(), column.name()),
                        false,
                        texts,
                        of.rowOf(),
                        row -> of.rowOf()[row] < 0 ? null : texts.rowTexts().at(of.rowOf()[row])));
            }
        }
    }

    private static boolean isDate(Column column) {
        TypeFamily family = column.type().family();
        return family == TypeFamily.DATE || family == TypeFamily.TIMESTAMP || family == TypeFamily.TIMESTAMP_ZONED;
    }

    private static String date(Column column, NumberSample numbers, int row) {
        if (numbers.missing().get(row)) {
            return null;
        }
        long value = numbers.values()[row];
        long day = column.type().family() == TypeFamily.DATE ? value : Math.floorDiv(value, TimeUnit.DAYS.toMicros(1));
        return Math.abs(day) > 2_000_000 ? null : LocalDate.ofEpochDay(day).toString();
    }
}
