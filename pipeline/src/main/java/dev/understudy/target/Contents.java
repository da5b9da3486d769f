package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.RowStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How many rows a table holds, and a number that changes with any of them. */
record Contents(long rows, String checksum) {

    /** Cost: one scan by the server. */
    static Contents of(Connection connection, Vendor vendor, Table source, TableName target) throws SQLException {
        RowStatements statements = new RowStatements(vendor);
        // By name, so that a column that only moved does not look like other rows.
        List<Column> columns = source.columns().stream()
                .filter(column -> !column.filling().writesItself())
                .sorted(Comparator.comparing(Column::name))
                .toList();
        long rows = count(connection, vendor, target);
        return new Contents(
                rows,
                Answers.text(connection, statements.checksum(target, columns)).orElse(""));
    }

    static long count(Connection connection, Vendor vendor, TableName target) throws SQLException {
        return Answers.number(connection, new RowStatements(vendor).count(target))
                .orElse(0);
    }

    static boolean any(Connection connection, Vendor vendor, TableName target) throws SQLException {
        return Answers.any(connection, new RowStatements(vendor).any(target));
    }

    /** Of all tables, in their order. Two scans run side by side; the tables must not change meanwhile. */
    static List<Contents> ofAll(Database target, List<WrittenTable> tables) {
        ExecutorService scans = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Contents>> asked = tables.stream()
                    .map(table -> CompletableFuture.supplyAsync(() -> of(target, table), scans))
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            scans.shutdownNow();
        }
    }

    private static Contents of(Database target, WrittenTable table) {
        return target.with(
                "Signing " + table.target(),
                connection -> of(connection, target.vendor(), table.source(), table.target()));
    }

    /** Signs all tables of a run inside the transaction that changed them. */
    static void sign(Connection connection, Vendor vendor, List<WrittenTable> tables, Ledger ledger, String runId)
            throws SQLException {
        for (WrittenTable table : tables) {
            Contents contents = of(connection, vendor, table.source(), table.target());
            ledger.sign(connection, runId, table.target(), contents.rows(), contents.checksum());
        }
    }
}
