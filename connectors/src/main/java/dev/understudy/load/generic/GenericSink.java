package dev.understudy.load.generic;

import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowSink;
import dev.understudy.load.BatchWriter;
import dev.understudy.load.BeforeCommit;
import dev.understudy.load.ColumnBinding;
import dev.understudy.load.Connections;
import dev.understudy.load.JdbcSetters;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.util.List;

/** Loads whatever takes an ANSI insert; every table that is open has a connection and a transaction of its own. */
public final class GenericSink implements RowSink {
    private static final int ROWS_PER_TRIP = 1_000;

    private final Connections connections;
    private final SchemaNames names;
    private final BeforeCommit beforeCommit;
    private final Intake intake;

    public GenericSink(Connections connections, SchemaNames names, BeforeCommit beforeCommit, Intake intake) {
        this.connections = connections;
        this.names = names;
        this.beforeCommit = beforeCommit;
        this.intake = intake;
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        List<ColumnBinding> bindings = ColumnBinding.plain(Vendor.GENERIC, columns, JdbcSetters::of);
        String quoted = Identifiers.quote(Vendor.GENERIC, names.target(table));
        BatchWriter.Plan plan = new BatchWriter.Plan(table, part, quoted, bindings, "VALUES", ROWS_PER_TRIP);
        return new BatchWriter(connections.take(), plan, beforeCommit);
    }

    /** Writers end their own connections. */
    @Override
    public void close() {}
}
