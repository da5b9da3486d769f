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

/** How many rows a table holds, and a number that changes with any of them. */
record Contents(long rows, String checksum) {
    /** Version of PostgreSQL from which a row can be hashed as it is. */
    private static final int HASHES_RECORDS = 14;

    /** Cost: one scan by the server. */
    static Contents of(Connection connection, Vendor vendor, Table source, TableName target) throws SQLException {
        return of(connection, vendor, source, target, false);
    }

    /** @param byText as an earlier version told it */
    static Contents of(Connection connection, Vendor vendor, Table source, TableName target, boolean byText)
            throws SQLException {
        // By name, so that a column that only moved does not look like other rows.
        List<Column> columns = source.columns().stream()
                .filter(column -> !column.filling().writesItself())
                .sorted(Comparator.comparing(Column::name))
                .toList();
        boolean old =
                vendor == Vendor.POSTGRESQL && connection.getMetaData().getDatabaseMajorVersion() < HASHES_RECORDS;
        String query = new RowStatements(vendor).contents(target, columns, byText || old);
        List<String> answer = Answers.rows(connection, query, 2).get(0);
        return new Contents(Long.parseLong(answer.get(0)), answer.get(1));
    }

    static long count(Connection connection, Vendor vendor, TableName target) throws SQLException {
        return Answers.number(connection, new RowStatements(vendor).count(target))
                .orElse(0);
    }

    static boolean any(Connection connection, Vendor vendor, TableName target) throws SQLException {
        return Answers.any(connection, new RowStatements(vendor).any(target));
    }

    /** Of all tables, in their order. The tables must not change meanwhile. */
    static List<Contents> ofAll(Database target, List<WrittenTable> tables) {
        return SideBySide.of(tables, table -> of(target, table));
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
