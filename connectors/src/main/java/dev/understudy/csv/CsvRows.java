package dev.understudy.csv;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.Inclusion;
import dev.understudy.data.KeyHash;
import dev.understudy.data.KeyIndex;
import dev.understudy.data.LongArray;
import dev.understudy.data.RowBatch;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.BatchFiller;
import dev.understudy.read.Deadline;
import dev.understudy.read.SnapshotSource;
import dev.understudy.read.Thinning;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Rows of the files of a folder. Every read opens its file anew, so any number of threads may read. */
final class CsvRows implements SnapshotSource {
    private static final int READERS = 4;

    private final Schema schema;
    private final Map<TableName, CsvFile> files;
    private final Deadline deadline;
    private final Map<TableName, Long> counts = new ConcurrentHashMap<>();

    CsvRows(Schema schema, Map<TableName, CsvFile> files, Duration maxDuration) {
        this.schema = schema;
        this.files = files;
        this.deadline = Deadline.in(maxDuration);
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        read(table, columns, Thinning.NONE, batches);
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        if (limit >= 1) {
            read(table, columns, Thinning.spread(count(table), limit), batches);
        }
    }

    private void read(TableName table, List<Column> columns, Thinning thinning, Consumer<RowBatch> batches) {
        CsvFile file = files.get(table);
        int[] places =
                columns.stream().mapToInt(column -> file.place(column.name())).toArray();
        CellParser[] parsers =
                columns.stream().map(column -> CellParser.of(column.type())).toArray(CellParser[]::new);
        BatchFiller filler = new BatchFiller(columns, thinning, deadline, batches);
        file.rows((line, fields) -> {
            for (int c = 0; c < places.length; c++) {
                String text = fields[places[c]];
                if (text == null) {
                    filler.cells(c).addMissing();
                } else {
                    parse(parsers[c], text, filler, c, line, table, columns.get(c));
                }
            }
            return filler.endRow();
        });
        filler.flush();
    }

    private static void parse(
            CellParser parser, String text, BatchFiller filler, int c, long line, TableName table, Column column) {
        try {
            parser.parse(text, filler.cells(c));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "Line %d of the file of %s: the field %s is no %s."
                            .formatted(line, table, column.name(), column.type().sqlName()),
                    e);
        }
    }

    @Override
    public long count(TableName table) {
        return counts.computeIfAbsent(table, name -> {
            long[] rows = {0};
            files.get(name).rows((line, fields) -> {
                rows[0]++;
                return true;
            });
            return rows[0];
        });
    }

    @Override
    public long orphans(ForeignKey link) {
        KeyIndex parents = parents(link);
        long[] orphans = {0};
        hashes(link.child(), link.childColumns(), Thinning.NONE, hash -> {
            if (hash != KeyIndex.MISSING && parents.row(hash) < 0) {
                orphans[0]++;
            }
        });
        return orphans[0];
    }

    @Override
    public Inclusion inclusion(ForeignKey link, long rows, long values) {
        KeyIndex parents = parents(link);
        Set<Long> seen = new HashSet<>();
        long[] found = {0};
        hashes(link.child(), link.childColumns(), Thinning.first(rows), hash -> {
            if (hash != KeyIndex.MISSING && seen.size() < values && seen.add(hash)) {
                found[0] += parents.row(hash) >= 0 ? 1 : 0;
            }
        });
        return new Inclusion(seen.size(), found[0]);
    }

    private KeyIndex parents(ForeignKey link) {
        LongArray keys = new LongArray();
        hashes(link.parent(), link.parentColumns(), Thinning.NONE, keys::add);
        return new KeyIndex(keys.toArray());
    }

    private void hashes(TableName table, List<String> names, Thinning thinning, LongConsumer hashes) {
        List<Column> columns = names.stream()
                .map(name -> schema.table(table).orElseThrow().column(name).orElseThrow())
                .toList();
        read(table, columns, thinning, batch -> {
            ColumnVector[] vectors = batch.columns().toArray(ColumnVector[]::new);
            for (int row = 0; row < batch.rows(); row++) {
                hashes.accept(KeyHash.of(vectors, row));
            }
        });
    }

    @Override
    public void close() {}
}
