package dev.understudy.compare;

import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * A source without some families of one subject. Tables of other subjects are whole. Must be read parents before children, each
 * table once and with its key columns.
 */
public final class ChosenFamilies implements RowSource {
    private final RowSource whole;
    private final SchemaGraph graph;
    private final TableName subject;
    private final LongPredicate chosen;
    private final FamilyReader reader;

    /** @param chosen says of a family's number whether it belongs here */
    public ChosenFamilies(
            RowSource whole, SchemaGraph graph, Map<TableName, Table> tables, TableName subject, LongPredicate chosen) {
        this.whole = whole;
        this.graph = graph;
        this.subject = subject;
        this.chosen = chosen;
        this.reader = new FamilyReader(graph, whole, tables);
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        if (!graph.subjectOf(table).equals(subject)) {
            whole.read(table, columns, batches);
            return;
        }
        reader.read(table, columns, (batch, families) -> {
            BitSet rows = new BitSet();
            for (int row = 0; row < families.length; row++) {
                rows.set(row, chosen.test(families[row]));
            }
            if (!rows.isEmpty()) {
                batches.accept(HalfSource.pick(batch, rows.stream().toArray()));
            }
        });
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        whole.sample(table, columns, limit, batches);
    }

    /** Of the whole table: what a budget must allow for. */
    @Override
    public long count(TableName table) {
        return whole.count(table);
    }

    @Override
    public void close() {}
}
