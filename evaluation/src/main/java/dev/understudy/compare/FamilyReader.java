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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Streams tables together with the family of each row, parents before children. A family has the same number in any source in
 * which its subject has the same key. Memory: 20 bytes a row of each table that others hang on.
 */
final class FamilyReader {
    private final SchemaGraph graph;
    private final RowSource source;
    private final Map<TableName, Table> tables;
    private final Map<TableName, Map<List<String>, KeyIndex>> keys = new HashMap<>();
    private final Map<TableName, long[]> families = new HashMap<>();
    private final Set<TableName> read = new HashSet<>();

    FamilyReader(SchemaGraph graph, RowSource source, Map<TableName, Table> tables) {
        this.graph = graph;
        this.source = source;
        this.tables = tables;
    }

    /** Takes some rows and the family of each. */
    interface Taker {
        void take(RowBatch batch, long[] families);
    }

    /** @return rows of the table */
    long read(TableName name, List<Column> columns, Taker taker) {
        ForeignKey owning = graph.owningLink(name)
                .filter(link -> read.contains(link.parent()))
                .orElse(null);
        KeyIndex owners = owning == null ? null : keys.get(owning.parent()).get(owning.parentColumns());
        long[] ownerFamilies = owning == null ? null : families.get(owning.parent());
        List<String> identity =
                tables.get(name).primaryKey().map(key -> key.columns()).orElse(List.of());
        Map<List<String>, LongArray> own = new LinkedHashMap<>();
        graph.ownedBy(name)
                .forEach(child -> own.put(graph.owningLink(child).orElseThrow().parentColumns(), new LongArray()));
        LongArray all = new LongArray();
        long[] rows = {0};
        source.read(name, columns, batch -> {
            ColumnVector[] link = owning == null ? null : vectors(batch, columns, owning.childColumns());
            boolean linked =
                    link != null && link.length == owning.childColumns().size();
            ColumnVector[] id = vectors(batch, columns, identity);
            long[] of = new long[batch.rows()];
            for (int row = 0; row < of.length; row++) {
                int owner = linked ? owners.row(KeyHash.of(link, row)) : -1;
                of[row] = owner >= 0 ? ownerFamilies[owner] : ownFamily(name, id, row, rows[0] + row);
                if (!own.isEmpty()) {
                    all.add(of[row]);
                }
            }
            own.forEach((key, hashes) -> {
                ColumnVector[] parts = vectors(batch, columns, key);
                for (int row = 0; row < of.length; row++) {
                    hashes.add(parts.length == key.size() ? KeyHash.of(parts, row) : KeyIndex.MISSING);
                }
            });
            rows[0] += of.length;
            taker.take(batch, of);
        });
        if (!own.isEmpty()) {
            read.add(name);
            families.put(name, all.toArray());
            Map<List<String>, KeyIndex> indexes = new HashMap<>();
            own.forEach((key, hashes) -> indexes.put(key, new KeyIndex(hashes.toArray())));
            keys.put(name, indexes);
        }
        return rows[0];
    }

    private static long ownFamily(TableName table, ColumnVector[] identity, int row, long place) {
        long key = identity.length == 0 ? place : KeyHash.of(identity, row);
        return Draws.mix(key ^ table.name().hashCode());
    }

    private static ColumnVector[] vectors(RowBatch batch, List<Column> columns, List<String> names) {
        List<ColumnVector> vectors = new ArrayList<>();
        for (String name : names) {
            IntStream.range(0, columns.size())
                    .filter(c -> columns.get(c).name().equals(name))
                    .forEach(c -> vectors.add(batch.column(c)));
        }
        return vectors.toArray(ColumnVector[]::new);
    }
}
