package dev.understudy.compare;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.KeyHash;
import dev.understudy.data.KeyIndex;
import dev.understudy.data.LongArray;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads some whole families of a source into memory: those whose hash says so. Streams every table once, parents before
 * children; memory depends on what is kept, besides 13 bytes a row of each table that others hang on.
 */
public final class FamilyRows {
    private final SchemaGraph graph;
    private final RowSource source;
    private final Map<TableName, List<Column>> columns;
    private final Map<TableName, Table> tables;
    private final Map<TableName, Double> shares;
    private final HeldRows held = new HeldRows();
    private final Map<TableName, Map<List<String>, KeyIndex>> keys = new HashMap<>();
    private final Map<TableName, long[]> families = new LinkedHashMap<>();
    private final Map<TableName, long[]> allFamilies = new HashMap<>();
    private final Map<TableName, Long> totals = new LinkedHashMap<>();

    /**
     * @param tables  definitions by name
     * @param columns per table, the columns to read
     * @param shares  by subject, the share of families to keep; all of those that have no entry
     */
    public FamilyRows(
            SchemaGraph graph,
            RowSource source,
            Map<TableName, Table> tables,
            Map<TableName, List<Column>> columns,
            Map<TableName, Double> shares) {
        this.graph = graph;
        this.source = source;
        this.tables = tables;
        this.columns = columns;
        this.shares = shares;
    }

    /** Reads everything; call once. */
    public FamilyRows read() {
        graph.order().stream().filter(columns::containsKey).forEach(this::read);
        keys.clear();
        allFamilies.clear();
        return this;
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

    private void read(TableName name) {
        List<Column> read = columns.get(name);
        ForeignKey owning = graph.owningLink(name)
                .filter(link -> columns.containsKey(link.parent()))
                .orElse(null);
        KeyIndex owners = owning == null ? null : keys.get(owning.parent()).get(owning.parentColumns());
        long[] ownerFamilies = owning == null ? null : allFamilies.get(owning.parent());
        List<String> identity =
                tables.get(name).primaryKey().map(key -> key.columns()).orElse(List.of());
        double share = shares.getOrDefault(graph.subjectOf(name), 1.0);
        Map<List<String>, LongArray> own = new LinkedHashMap<>();
        graph.ownedBy(name)
                .forEach(child -> own.put(graph.owningLink(child).orElseThrow().parentColumns(), new LongArray()));
        LongArray all = new LongArray();
        LongArray kept = new LongArray();
        try (var writer = held.open(name, read)) {
            source.read(name, read, batch -> {
                ColumnVector[] link = owning == null ? null : vectors(batch, read, owning.childColumns());
                ColumnVector[] id = vectors(batch, read, identity);
                BitSet chosen = new BitSet();
                for (int row = 0; row < batch.rows(); row++) {
                    int owner = link == null || link.length == 0 ? -1 : owners.row(KeyHash.of(link, row));
                    long family = owner >= 0 ? ownerFamilies[owner] : ownFamily(name, id, row, all.size());
                    all.add(family);
                    if (share >= 1 || unit(family) < share) {
                        chosen.set(row);
                        kept.add(family);
                    }
                }
                own.forEach((key, hashes) -> {
                    ColumnVector[] of = vectors(batch, read, key);
                    for (int row = 0; row < batch.rows(); row++) {
                        hashes.add(of.length == key.size() ? KeyHash.of(of, row) : KeyIndex.MISSING);
                    }
                });
                if (!chosen.isEmpty()) {
                    writer.write(HalfSource.pick(batch, chosen.stream().toArray()));
                }
            });
            writer.finish();
        }
        totals.put(name, (long) all.size());
        families.put(name, kept.toArray());
        if (!own.isEmpty()) {
            allFamilies.put(name, all.toArray());
            Map<List<String>, KeyIndex> indexes = new HashMap<>();
            own.forEach((key, hashes) -> indexes.put(key, new KeyIndex(hashes.toArray())));
            keys.put(name, indexes);
        }
    }

    /** Where a family stands in [0, 1); those below a share are kept. */
    static double unit(long family) {
        return Draws.seeded(0).at("kept family").unit(family);
    }

    private static long ownFamily(TableName table, ColumnVector[] identity, int row, int place) {
        long key = identity.length == 0 ? place : KeyHash.of(identity, row);
        return Draws.mix(key ^ table.name().hashCode());
    }

    private static ColumnVector[] vectors(RowBatch batch, List<Column> read, List<String> names) {
        return names.stream()
                .flatMap(name -> IntStream.range(0, read.size())
                        .filter(c -> read.get(c).name().equals(name))
                        .mapToObj(batch::column))
                .toArray(ColumnVector[]::new);
    }
}
