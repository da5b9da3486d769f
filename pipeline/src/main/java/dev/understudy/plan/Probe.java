package dev.understudy.plan;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.graph.LinkFacts;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import dev.understudy.semantic.TextObserver;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks at some rows of each table: how many there are, what strings mean, whether links are one to one.
 *
 * <p>Reads at most 2,000 rows of each table with strings, and the link columns of at most 100,000 rows.
 */
final class Probe {
    private static final long SAMPLED_ROWS = 2_000;
    private static final long LINK_ROWS = 100_000;
    /** How sure a name without any value makes. */
    private static final double NAME_ONLY = 0.5;
    /** Above this, the vendor's statistics do. */
    private static final long COUNTED_ROWS = 5_000_000;

    private final RowSource source;
    private final Map<ColumnName, Meaning> chosen;
    private final int k;
    private final Predicate<TableName> meant;

    /** @param meant tables of which strings are looked at */
    Probe(RowSource source, Map<ColumnName, Meaning> chosen, int k, Predicate<TableName> meant) {
        this.source = source;
        this.chosen = chosen;
        this.k = k;
        this.meant = meant;
    }

    ProbedTable table(Table table) {
        long rows = table.approximateRows() > COUNTED_ROWS ? table.approximateRows() : source.count(table.name());
        return new ProbedTable(rows, meant.test(table.name()) ? meanings(table, rows) : List.of());
    }

    private List<PlannedColumn> meanings(Table table, long rows) {
        List<Column> texts = table.columns().stream()
                .filter(column -> !column.filling().writesItself())
                .filter(column ->
                        column.type().family() == TypeFamily.TEXT || TextObserver.mayMean(TableNames.of(table), column))
                .toList();
        List<TextObserver> observers = new ArrayList<>();
        texts.forEach(column -> observers.add(new TextObserver(k)));
        if (!texts.isEmpty() && rows > 0) {
            long[] row = {0};
            source.sample(table.name(), texts, SAMPLED_ROWS, batch -> {
                for (int c = 0; c < texts.size(); c++) {
                    for (int r = 0; r < batch.rows(); r++) {
                        if (!batch.column(c).isNull(r)) {
                            String value = text(
                                    batch.column(c),
                                    Storage.scaleOf(texts.get(c).type()),
                                    r);
                            observers.get(c).observe(value, row[0] + r);
                        }
                    }
                }
                row[0] += batch.rows();
            });
        }
        List<PlannedColumn> columns = new ArrayList<>();
        for (int c = 0; c < texts.size(); c++) {
            meaning(table, texts.get(c), observers.get(c)).ifPresent(columns::add);
        }
        return columns;
    }

    /** A value as text; decimals as they are written. */
    private static String text(ColumnVector values, int scale, int row) {
        if (values instanceof LongVector longs) {
            return BigDecimal.valueOf(longs.get(row), scale).toPlainString();
        }
        return values instanceof DoubleVector doubles
                ? Double.toString(doubles.get(row))
                : ((TextVector) values).get(row);
    }

    private Optional<PlannedColumn> meaning(Table table, Column column, TextObserver observer) {
        Meaning told = chosen.get(new ColumnName(table.name(), column.name()));
        if (told != null) {
            return Optional.of(new PlannedColumn(column.name(), told, 1, "configuration"));
        }
        if (observer.count() == 0) {
            return TextObserver.byName(TableNames.of(table), column)
                    .map(meaning ->
                            new PlannedColumn(column.name(), meaning, NAME_ONLY, "name only; there are no values"));
        }
        return observer.meaning(TableNames.of(table), column)
                .map(found -> new PlannedColumn(column.name(), found.meaning(), found.confidence(), found.evidence()));
    }

    /**
     * @param rows   rows of the child
     * @param listed true if a check lists the parents
     */
    LinkFacts link(Table child, ForeignKey link, long rows, boolean listed) {
        if (rows == 0) {
            return LinkFacts.UNKNOWN;
        }
        if (link.isTyped()) {
            // Each parent has rows of its own type only; such a link never owns.
            return LinkFacts.UNKNOWN;
        }
        boolean unique = child.keys().stream()
                .anyMatch(key -> key.isPlain() && link.childColumns().containsAll(key.columns()));
        List<Column> columns = link.childColumns().stream()
                .map(name -> child.column(name).orElseThrow())
                .toList();
        Set<List<Object>> seen = new HashSet<>();
        long[] counts = new long[3];
        source.sample(child.name(), columns, LINK_ROWS, batch -> {
            for (int r = 0; r < batch.rows(); r++) {
                List<Object> values = row(batch.columns(), r);
                counts[0]++;
                if (values.stream().anyMatch(Objects::isNull)) {
                    counts[1]++;
                } else if (!unique && !seen.add(values)) {
                    counts[2]++;
                }
            }
        });
        boolean oneToOne = unique || rows <= LINK_ROWS && counts[2] == 0;
        return new LinkFacts(oneToOne, counts[0] == 0 ? 0 : (double) counts[1] / counts[0], listed);
    }

    private static List<Object> row(List<ColumnVector> columns, int row) {
        List<Object> values = new ArrayList<>(columns.size());
        for (ColumnVector column : columns) {
            if (column.isNull(row)) {
                values.add(null);
            } else if (column instanceof LongVector longs) {
                values.add(longs.get(row));
            } else if (column instanceof DoubleVector doubles) {
                values.add(doubles.get(row));
            } else {
                values.add(((TextVector) column).get(row));
            }
        }
        return values;
    }
}
