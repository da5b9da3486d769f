package dev.understudy.compare;

import dev.understudy.concurrent.Workers;
import dev.understudy.data.LongArray;
import dev.understudy.data.RowSource;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some whole families of a source in memory: those whose number says so. */
public final class FamilyRows {
    private static final Draws KEPT = Draws.seeded(0).at("kept family");

    private final HeldRows held = new HeldRows();
    private final Map<TableName, long[]> families = new LinkedHashMap<>();
    private final Map<TableName, Long> totals = new LinkedHashMap<>();

    private FamilyRows() {}

    /**
     * Streams every table once, parents before children, families of several subjects side by side.
     *
     * @param tables  definitions by name
     * @param columns per table, the columns to read
     * @param shares  by subject, the share of families to keep; all of those that have no entry
     */
    public static FamilyRows read(
            SchemaGraph graph,
            RowSource source,
            Map<TableName, Table> tables,
            Map<TableName, List<Column>> columns,
            Map<TableName, Double> shares) {
        FamilyRows rows = new FamilyRows();
        Map<TableName, List<TableName>> bySubject = graph.order().stream()
                .filter(columns::containsKey)
                .collect(Collectors.groupingBy(graph::subjectOf, LinkedHashMap::new, Collectors.toList()));
        List<TableName> subjects = List.copyOf(bySubject.keySet());
        try (Workers workers = new Workers(source.readers(), "read")) {
            workers.map(subjects.size(), piece -> {
                        TableName subject = subjects.get(piece);
                        FamilyReader reader = new FamilyReader(graph, source, tables);
                        return bySubject.get(subject).stream()
                                .map(name ->
                                        rows.read(reader, name, columns.get(name), shares.getOrDefault(subject, 1.0)))
                                .toList();
                    })
                    .forEach(of -> of.forEach(table -> {
                        rows.families.put(table.name(), table.families());
                        rows.totals.put(table.name(), table.total());
                    }));
        }
        return rows;
    }

    /** One table: the family of each row that was kept, and rows of the whole. */
    private record Kept(TableName name, long[] families, long total) {}

    private Kept read(FamilyReader reader, TableName name, List<Column> columns, double share) {
        LongArray kept = new LongArray();
        try (var writer = held.open(name, columns)) {
            long total = reader.read(name, columns, (batch, of) -> {
                BitSet chosen = new BitSet();
                for (int row = 0; row < of.length; row++) {
                    if (share >= 1 || KEPT.unit(of[row]) < share) {
                        chosen.set(row);
                        kept.add(of[row]);
                    }
                }
                if (chosen.cardinality() == of.length) {
                    writer.write(batch);
                } else if (!chosen.isEmpty()) {
                    writer.write(HalfSource.pick(batch, chosen.stream().toArray()));
                }
            });
            writer.finish();
            return new Kept(name, kept.toArray(), total);
        }
    }

    /** What was kept. */
    public HeldRows rows() {
        return held;
    }

    /** Per table the family of each row that was kept, the same for the same key of the subject in any source. */
    public Map<TableName, long[]> families() {
        return families;
    }

    /** Rows of the whole table, kept or not. */
    public long total(TableName table) {
        return totals.get(table);
    }
}
