package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.KeyHash;
import dev.understudy.data.KeyIndex;
import dev.understudy.data.LongArray;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.TableMode;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.semantic.DocumentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables of a source, parents before children, and keeps whole families: all of them where they fit, else
 * those whose hash says so, so that a parent is in the sample exactly when all its children are.
 */
final class SampleReader {
    /** Fewer are taken up faster by one thread than handed to several. */
    private static final int MANY_CELLS = 10_000;

    private final Schema schema;
    private final SchemaGraph graph;
    private final Map<TableName, TableMode> modes;
    private final RowSource source;
    private final LearnSettings settings;
    private final Map<TableName, TableSample> samples = new LinkedHashMap<>();
    private final Map<TableName, Map<String, LongArray>> unresolved = new HashMap<>();
    private final Map<TableName, Double> shares;
    /** Keys of all rows, sampled or not, by table and columns; of those that links point at which nobody enforced. */
    private final Map<TableName, Map<List<String>, KeyIndex>> allKeys = new HashMap<>();

    private final Workers workers;

    /** @param workers take up columns of a batch side by side */
    SampleReader(LearnRequest request, RowSource source, Workers workers) {
        this.workers = workers;
        this.schema = request.schema();
        this.graph = request.graph();
        this.modes = request.modes();
        this.source = source;
        this.settings = request.settings();
        this.shares = SampleShares.of(request, source);
    }

    /** Samples by table, in parents-first order. Tables without rows to learn from are left out. */
    Map<TableName, TableSample> readAll(LearnProgress progress) {
        for (TableName name : graph.order()) {
            if (modes.get(name).isLearned()) {
                progress.reading(name);
                samples.put(name, read(schema.table(name).orElseThrow()));
                progress.read(
                        name, samples.get(name).totalRows(), samples.get(name).rows());
            }
        }
        resolveLinks();
        return samples;
    }

    private TableSample read(Table table) {
        TableName name = table.name();
        ForeignKey owning = graph.owningLink(name).orElse(null);
        TableRows rows = new TableRows(table, owning);
        List<Column> columns = rows.columns;
        source.read(name, columns, rows::add);
        return rows.finish();
    }

    /** True for a column that a link has at either end; what the database computes is read only then. */
    private boolean isLinked(Table table, Column column) {
        return schema.foreignKeysOf(table.name()).stream()
                        .anyMatch(link -> link.childColumns().contains(column.name()))
                || schema.foreignKeysTo(table.name()).stream()
                        .anyMatch(link -> link.parentColumns().contains(column.name()));
    }

    /** Gathers the rows of one table. */
    private final class TableRows {
        private final Table table;
        private final ForeignKey owning;
        private final List<Column> columns;
        private final Map<String, ColumnSample> samplesOf = new LinkedHashMap<>();
        private final LongArray family = new LongArray();
        private final LongArray owner = new LongArray();
        private final Map<String, LongArray> links = new LinkedHashMap<>();
        private final Map<List<String>, LongArray> keyHashes = new LinkedHashMap<>();
        private final Map<List<String>, LongArray> unenforced = new LinkedHashMap<>();
        private final double share;
        private final Draws familyDraws;
        private long total;

        TableRows(Table table, ForeignKey owning) {
            this.table = table;
            this.owning = owning;
            this.columns = table.columns().stream()
                    .filter(c -> !c.filling().writesItself() || isLinked(table, c))
                    .toList();
            boolean keepsRows = modes.get(table.name()).keepsRows();
            this.share = keepsRows ? 1 : shares.getOrDefault(graph.subjectOf(table.name()), 1.0);
            this.familyDraws = Draws.seeded(settings.seed())
                    .at("family")
                    .at(graph.subjectOf(table.name()).toString());
            for (Column column : columns) {
                Storage storage = Storage.of(column.type());
                samplesOf.put(
                        column.name(),
                        storage == Storage.TEXT
                                ? new TextSample(settings.k(), keepsRows, DocumentReader.of(column.type()))
                                : new NumberSample(storage == Storage.DOUBLE));
            }
            schema.foreignKeysOf(table.name()).forEach(link -> links.put(link.name(), new LongArray()));
            Set<List<String>> referenced = new LinkedHashSet<>();
            schema.foreignKeysTo(table.name()).forEach(link -> referenced.add(link.parentColumns()));
            referenced.forEach(key -> keyHashes.put(key, new LongArray()));
            schema.foreignKeysTo(table.name()).stream()
                    .filter(ForeignKey::isConfigured)
                    .forEach(link -> unenforced.put(link.parentColumns(), new LongArray()));
        }

        void add(RowBatch batch) {
            ColumnVector[] own = owning == null ? null : vectors(batch, owning.childColumns());
            List<ForeignKey> allLinks = schema.foreignKeysOf(table.name());
            ColumnVector[][] linkVectors = allLinks.stream()
                    .map(link -> vectors(batch, link.childColumns()))
                    .toArray(ColumnVector[][]::new);
            List<List<String>> keyColumns = new ArrayList<>(keyHashes.keySet());
            ColumnVector[][] keyVectors =
                    keyColumns.stream().map(key -> vectors(batch, key)).toArray(ColumnVector[][]::new);
            TableSample parent = owning == null ? null : samples.get(owning.parent());
            KeyIndex parentKeys = parent == null ? null : parent.key(owning.parentColumns());
            ColumnVector[] identity = identity(batch);
            ColumnVector[] types = allLinks.stream()
                    .map(link ->
                            link.isTyped() ? vectors(batch, List.of(link.type().column()))[0] : null)
                    .toArray(ColumnVector[]::new);
            unenforced.forEach((key, hashes) -> {
                ColumnVector[] keyOf = vectors(batch, key);
                for (int row = 0; row < batch.rows(); row++) {
                    hashes.add(KeyHash.of(keyOf, row));
                }
            });
            int[] taken = new int[batch.rows()];
            long[] familyOf = new long[batch.rows()];
            int n = 0;
            for (int row = 0; row < batch.rows(); row++) {
                total++;
                long ownerHash = own == null ? KeyIndex.MISSING : KeyHash.of(own, row);
                int ownerRow = parentKeys == null ? -1 : parentKeys.row(ownerHash);
                boolean outside = ownerRow < 0
                        && ownerHash != KeyIndex.MISSING
                        && parentKeys != null
                        && !isOrphan(owning, ownerHash);
                long familyOfRow = ownerRow >= 0 ? parent.family()[ownerRow] : ownFamily(identity, row);
                if (share < 1 && (outside || ownerRow < 0 && familyDraws.unit(familyOfRow) >= share)) {
                    continue;
                }
                family.add(familyOfRow);
                owner.add(ownerRow);
                taken[n] = row;
                familyOf[n++] = familyOfRow;
                for (int i = 0; i < linkVectors.length; i++) {
                    boolean follows = types[i] == null
                            || isOfType(types[i], row, allLinks.get(i).type().label());
                    links.get(allLinks.get(i).name())
                            .add(follows ? KeyHash.of(linkVectors[i], row) : KeyIndex.OTHER_TYPE);
                }
                for (int i = 0; i < keyVectors.length; i++) {
                    keyHashes.get(keyColumns.get(i)).add(KeyHash.of(keyVectors[i], row));
                }
            }
            addCells(batch, Arrays.copyOf(taken, n), familyOf);
        }

        /** Columns know nothing of each other, so that large batches are taken up by several threads. */
        private void addCells(RowBatch batch, int[] taken, long[] familyOf) {
            if (taken.length * (long) columns.size() < MANY_CELLS) {
                for (int i = 0; i < columns.size(); i++) {
                    addColumn(batch, i, taken, familyOf);
                }
            } else {
                workers.map(columns.size(), i -> addColumn(batch, i, taken, familyOf));
            }
        }

        /** @return the column's number */
        private int addColumn(RowBatch batch, int column, int[] taken, long[] familyOf) {
            ColumnSample to = samplesOf.get(columns.get(column).name());
            ColumnVector cells = batch.column(column);
            for (int i = 0; i < taken.length; i++) {
                to.add(cells, taken[i], familyOf[i]);
            }
            return column;
        }

        /** A family of its own: named by the primary key, or by the place of the row where there is none. */
        private long ownFamily(ColumnVector[] identity, int row) {
            long key = identity == null ? total : KeyHash.of(identity, row);
            return Draws.mix(key ^ table.name().hashCode());
        }

        private ColumnVector[] identity(RowBatch batch) {
            return table.primaryKey()
                    .filter(key -> key.columns().stream()
                            .allMatch(c -> columns.stream()
                                    .anyMatch(column -> column.name().equals(c))))
                    .map(key -> vectors(batch, key.columns()))
                    .orElse(null);
        }

        private ColumnVector[] vectors(RowBatch batch, List<String> names) {
            ColumnVector[] vectors = new ColumnVector[names.size()];
            for (int i = 0; i < vectors.length; i++) {
                for (int c = 0; c < columns.size(); c++) {
                    if (columns.get(c).name().equals(names.get(i))) {
                        ColumnType type = columns.get(c).type();
                        vectors[i] = type.ignoresCase() ? ((TextVector) batch.column(c)).folded(type) : batch.column(c);
                    }
                }
            }
            return vectors;
        }

        TableSample finish() {
            int[] ownerRows =
                    Arrays.stream(owner.toArray()).mapToInt(row -> (int) row).toArray();
            long[] families = family.toArray();
            if (owning != null) {
                int[] order = SiblingOrder.of(ownerRows, SiblingOrder.columns(table, owning, samplesOf), samplesOf);
                samplesOf.values().forEach(sample -> sample.reorder(order));
                links.replaceAll((link, hashes) -> reordered(hashes, order));
                keyHashes.replaceAll((key, hashes) -> reordered(hashes, order));
                ownerRows = Arrays.stream(order).map(Reorder.ints(ownerRows)).toArray();
                families =
                        Arrays.stream(order).mapToLong(Reorder.longs(families)).toArray();
            }
            Map<List<String>, KeyIndex> keys = new LinkedHashMap<>();
            keyHashes.forEach((columnsOfKey, hashes) -> keys.put(columnsOfKey, new KeyIndex(hashes.toArray())));
            unresolved.put(table.name(), links);
            Map<List<String>, KeyIndex> all = new HashMap<>();
            unenforced.forEach((key, hashes) -> all.put(key, new KeyIndex(hashes.toArray())));
            allKeys.put(table.name(), all);
            return new TableSample(table.name(), total, families, ownerRows, samplesOf, keys, new LinkedHashMap<>());
        }

        private LongArray reordered(LongArray values, int[] order) {
            LongArray moved = new LongArray();
            for (int row : order) {
                moved.add(values.get(row));
            }
            return moved;
        }
    }

    private static boolean isOfType(ColumnVector types, int row, String label) {
        if (types.isNull(row)) {
            return false;
        }
        return types instanceof LongVector longs
                ? String.valueOf(longs.get(row)).equals(label)
                : KeyHash.of(types, row) == KeyHash.of(label);
    }

    /** True if no row of the parent has the key, in the sample or out of it: nobody enforced the link. */
    private boolean isOrphan(ForeignKey link, long hash) {
        return link.isConfigured()
                && allKeys.containsKey(link.parent())
                && allKeys.get(link.parent()).get(link.parentColumns()).row(hash) < 0;
    }

    /** Turns the keys in all links into row numbers, now that all tables are read. */
    private void resolveLinks() {
        samples.forEach((name, sample) -> {
            Map<String, LongArray> links = unresolved.remove(name);
            for (ForeignKey link : schema.foreignKeysOf(name)) {
                LongArray hashes = links.get(link.name());
                TableSample parent = samples.get(link.parent());
                KeyIndex index = parent == null ? null : parent.key(link.parentColumns());
                int[] rows = new int[hashes.size()];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = target(link, hashes.get(i), index);
                }
                sample.resolve(link.name(), rows);
            }
        });
    }

    private int target(ForeignKey link, long hash, KeyIndex parent) {
        if (hash == KeyIndex.MISSING) {
            return TableSample.NOWHERE;
        }
        if (hash == KeyIndex.OTHER_TYPE) {
            return TableSample.OTHER_TYPE;
        }
        int row = parent == null ? -1 : parent.row(hash);
        if (row >= 0) {
            return row;
        }
        // A row that must point somewhere will do so, though this one did not.
        return link.optional() && isOrphan(link, hash) ? TableSample.NOWHERE : TableSample.OUTSIDE;
    }
}
