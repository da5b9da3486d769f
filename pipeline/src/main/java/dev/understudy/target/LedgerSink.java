package dev.understudy.target;

import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowSink;
import dev.understudy.data.WrittenPart;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sink that knows from the ledger what is there already, and tells it which tables are complete. */
final class LedgerSink implements RowSink {
    private final RowSink sink;
    private final Run run;
    private final Map<TableName, WrittenTable> tables = new HashMap<>();
    private final Map<TableName, List<WrittenPart>> written;

    /** @param sink writes a checkpoint with each part */
    LedgerSink(RowSink sink, Run run) {
        this.sink = sink;
        this.run = run;
        run.tables().forEach(table -> tables.put(table.source().name(), table));
        this.written = run.resumed()
                ? run.target()
                        .with(
                                "Reading the ledger of " + run.target().access(),
                                connection -> run.ledger().parts(connection, run.id()))
                : Map.of();
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        return sink.open(table, columns, part);
    }

    @Override
    public Intake intake() {
        return sink.intake();
    }

    @Override
    public List<WrittenPart> written(TableName table) {
        return written.getOrDefault(tables.get(table).target(), List.of());
    }

    @Override
    public void finish(TableName table) {
        run.target().with("Noting that %s is complete".formatted(table), connection -> {
            run.ledger().finish(connection, run.id(), tables.get(table).target());
            return null;
        });
    }

    @Override
    public void close() {
        sink.close();
    }
}
