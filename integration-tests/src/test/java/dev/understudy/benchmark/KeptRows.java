package dev.understudy.benchmark;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.load.BeforeCommit;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.vendor.Vendors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as they are made, kept in memory, so that loading them can be measured by itself. */
final class KeptRows implements RowSink {
    private record Kept(List<Column> columns, List<RowBatch> batches) {}

    private final Map<TableName, Kept> tables = new LinkedHashMap<>();

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        Kept kept = tables.computeIfAbsent(table, name -> new Kept(columns, new ArrayList<>()));
        return new TableWriter() {
            @Override
            public void write(RowBatch batch) {
                kept.batches.add(batch);
            }

            @Override
            public long finish() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    /** Loads them by the product's own way. @return seconds */
    double load(String url, SchemaNames names) {
        try (Database database = Database.open(Access.of(url, "", ""))) {
            long start = System.nanoTime();
            try (RowSink sink = Vendors.sink(database, names, BeforeCommit.NOTHING)) {
                tables.forEach((table, kept) -> {
                    try (TableWriter writer = sink.open(table, kept.columns)) {
                        kept.batches.forEach(writer::write);
                        writer.finish();
                    }
                });
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    @Override
    public void close() {}
}
