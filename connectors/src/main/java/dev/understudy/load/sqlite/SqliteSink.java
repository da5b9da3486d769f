package dev.understudy.load.sqlite;

import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowSink;
import dev.understudy.load.BeforeCommit;
import dev.understudy.load.ColumnBinding;
import dev.understudy.load.Connections;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.util.List;

/** Loads SQLite: one table after the other, since a file has one writer at a time. */
public final class SqliteSink implements RowSink {
    private final Connections connections;
    private final SchemaNames names;
    private final BeforeCommit beforeCommit;
    private final Intake intake;

    public SqliteSink(Connections connections, SchemaNames names, BeforeCommit beforeCommit, Intake intake) {
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
        List<ColumnBinding> bindings = ColumnBinding.plain(Vendor.SQLITE, columns, SqliteSetters::of);
        String quoted = Identifiers.quote(Vendor.SQLITE, names.target(table));
        return new ManyRowsWriter(connections.take(), table, part, quoted, bindings, beforeCommit);
    }

    /** Writers end their own connections. */
    @Override
    public void close() {}
}
