package dev.understudy.drift;

import dev.understudy.model.Profile;
import dev.understudy.model.Profile.ColumnProfile;
import dev.understudy.model.Profile.LinkProfile;
import dev.understudy.model.Profile.TableProfile;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Chooses bins for the rows of a source and says how they are spread over them, as far as k families share it. */
public final class Profiler {
    private static final int MOST_LABELS = 50;
    /** Beyond this share of rows whose label few families share, a column is an identifier or prose. */
    private static final double MOSTLY_OWN = 0.5;

    private static final String TOO_MANY = "…";
    private static final List<Double> FANS =
            List.of(1.0, 2.0, 3.0, 4.0, 6.0, 9.0, 13.0, 20.0, 35.0, 60.0, 100.0, 300.0);

    private final Schema schema;
    private final Map<TableName, List<Column>> columns;
    private final Spread spread;
    private final int k;

    private Profiler(Spread spread) {
        this.schema = spread.plan().plan().schema();
        this.columns = spread.columns();
        this.spread = spread;
        this.k = spread.plan().plan().settings().k();
    }

    /** How all rows are spread. */
    public static Profile profile(Spread spread) {
        return profile(spread, spread.columns().keySet());
    }

    /** The same of some tables only. */
    public static Profile profile(Spread spread, Set<TableName> some) {
        return new Profile(new Profiler(spread).tables(some));
    }

    private List<TableProfile> tables(Set<TableName> some) {
        List<TableProfile> tables = new ArrayList<>();
        columns.forEach((name, read) -> {
            if (!some.contains(name)) {
                return;
            }
            Set<String> keys = keys(name);
            tables.add(new TableProfile(
                    name,
                    spread.total(name),
                    spread.families(name),
                    read.stream()
                            .filter(column -> !keys.contains(column.name()))
                            .map(column -> column(name, column))
                            .toList(),
                    schema.foreignKeysTo(name).stream()
                            .filter(link -> columns.containsKey(link.child()))
                            .map(this::link)
                            .flatMap(Optional::stream)
                            .toList()));
        });
        return tables;
    }

    private Set<String> keys(TableName name) {
        Table table = schema.table(name).orElseThrow();
        Set<String> keys = new HashSet<>();
        schema.foreignKeysOf(name).forEach(link -> keys.addAll(link.childColumns()));
        schema.foreignKeysTo(name).forEach(link -> keys.addAll(link.parentColumns()));
        table.keys().stream().filter(key -> key.columns().size() == 1).forEach(key -> keys.addAll(key.columns()));
        return keys;
    }

    private ColumnProfile column(TableName table, Column column) {
        double[] values = spread.values(table, column);
        long[] of = spread.rows().families(table);
        double missing = Spread.missing(values);
        if (Spread.isNumber(column)) {
            List<Double> bounds = Histogram.joined(Histogram.bounds(values, spread.families(table)), values, of, k);
            return new ColumnProfile(column.name(), missing, bounds, List.of(), Spread.shares(values, bounds));
        }
        List<String> labels = labels(table, column, values, of);
        return new ColumnProfile(
                column.name(),
                missing,
                List.of(),
                labels,
                labels.isEmpty() ? List.of() : Spread.shares(column, values, labels));
    }

    /** The most frequent labels that k families share; none if most rows have another one. */
    private List<String> labels(TableName table, Column column, double[] values, long[] of) {
        Map<Double, Set<Long>> sharing = new HashMap<>();
        Map<Double, Integer> counts = new HashMap<>();
        int present = 0;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                present++;
                counts.merge(values[row], 1, Integer::sum);
                Set<Long> set = sharing.computeIfAbsent(values[row], value -> new HashSet<>(2));
                if (set.size() < k) {
                    set.add(of[row]);
                }
            }
        }
        counts.keySet().removeIf(value -> sharing.get(value).size() < k);
        double shared = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (shared < MOSTLY_OWN * present) {
            return List.of();
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Double, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LABELS)
                .map(entry -> spread.rows().label(table, column, entry.getKey()))
                .filter(label -> !label.equals(TOO_MANY))
                .toList();
    }

    private Optional<LinkProfile> link(ForeignKey link) {
        double[] fans = spread.fans(link);
        if (fans.length < k || spread.rows().rows(link.child()) == 0) {
            return Optional.empty();
        }
        long[] own = LongStream.range(0, fans.length).toArray();
        List<Double> bounds = Histogram.joined(FANS, fans, own, k);
        return Optional.of(new LinkProfile(
                link.name(), link.child(), fans.length, spread.orphaned(link), bounds, Spread.shares(fans, bounds)));
    }
}
