package dev.understudy.target;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowJudge;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.load.RowBuffer;
import dev.understudy.load.ValueText;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Trials;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a database about rows before they are written, by selects over their values. One question at a time, over one
 * connection; a condition that cannot be asked (a routine that is not there) counts as kept.
 */
public final class AskedRows implements RowJudge {
    private static final int AT_ONCE = 200;
    /** Syntax error or access rule violation: the question itself is no good. */
    private static final String NO_QUESTION = "42";

    private final Database database;
    private final Vendor vendor;
    private final Trials trials;

    public AskedRows(Database database) {
        this.database = database;
        this.vendor = database.vendor();
        this.trials = new Trials(database.vendor());
    }

    @Override
    public synchronized boolean[] passes(TableName table, String condition, List<Column> columns, RowBatch rows) {
        boolean[] fine = new boolean[rows.rows()];
        database.with("Asking %s about rows of %s".formatted(database.access(), table), connection -> {
            connection.setReadOnly(true);
            for (int from = 0; from < fine.length; from += AT_ONCE) {
                List<List<String>> some = new ArrayList<>();
                for (int row = from; row < Math.min(fine.length, from + AT_ONCE); row++) {
                    some.add(values(columns, rows, row));
                }
                if (!ask(connection, condition, columns, some, fine, from)) {
                    Arrays.fill(fine, true);
                    break;
                }
            }
            return null;
        });
        return fine;
    }

    /** @return false if the condition cannot be asked */
    private boolean ask(
            Connection connection,
            String condition,
            List<Column> columns,
            List<List<String>> rows,
            boolean[] fine,
            int from)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet verdicts = statement.executeQuery(trials.rows(condition, columns, rows))) {
            for (int i = from; verdicts.next(); i++) {
                fine[i] = verdicts.getInt(1) == 1;
            }
            return true;
        } catch (SQLException e) {
            if (SqlFailure.isDisturbance(e)) {
                throw e;
            }
            if (e.getSQLState() != null && e.getSQLState().startsWith(NO_QUESTION)) {
                return false;
            }
            if (rows.size() > 1) {
                // One row may be enough for a function to fail.
                boolean asked = true;
                for (int i = 0; i < rows.size() && asked; i++) {
                    asked = ask(connection, condition, columns, List.of(rows.get(i)), fine, from + i);
                }
                return asked;
            }
            fine[from] = false;
            return true;
        }
    }

    private List<String> values(List<Column> columns, RowBatch rows, int row) {
        List<String> values = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            ColumnVector vector = rows.column(c);
            values.add(vector.isNull(row) ? null : text(columns.get(c), vector, row));
        }
        return values;
    }

    private String text(Column column, ColumnVector vector, int row) {
        if (vector instanceof TextVector texts) {
            return texts.get(row);
        }
        RowBuffer out = new RowBuffer(32);
        if (vector instanceof DoubleVector reals) {
            ValueText.putReal(out, reals.get(row), -1);
        } else {
            number(column, ((LongVector) vector).get(row), out);
        }
        return new String(out.bytes(), 0, out.size(), StandardCharsets.US_ASCII);
    }

    private void number(Column column, long value, RowBuffer out) {
        switch (column.type().family()) {
            case BOOLEAN -> out.putAscii(value != 0 ? "true" : "false");
            case DATE -> ValueText.putDate(out, value);
            case TIME -> ValueText.putTime(out, value);
            case TIMESTAMP -> ValueText.putTimestamp(out, value, "");
            case TIMESTAMP_ZONED -> ValueText.putTimestamp(out, value, vendor == Vendor.MARIADB ? "" : "+00");
            default -> ValueText.putScaled(out, value, Storage.scaleOf(column.type()));
        }
    }
}
