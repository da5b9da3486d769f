package dev.understudy.target;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.target.Standing.StandingColumn;
import java.sql.Types;
import java.util.Optional;
import java.util.Set;

/** Whether rows of a source's table can go into a table that stands already. */
final class Fit {
    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.DECIMAL,
            Types.NUMERIC,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE);
    private static final Set<Integer> TEXTS = Set.of(Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR);
    private static final Set<Integer> MOMENTS =
            Set.of(Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.TIME_WITH_TIMEZONE);

    private Fit() {}

    /** @throws UnderstudyException {@link Problem#USAGE}, naming the first column that does not fit */
    static void check(Standing standing, Table source, TableName target) {
        for (Column column : source.columns()) {
            Optional<StandingColumn> found = standing.column(target, column.name());
            if (found.isEmpty()) {
                throw misfit(target, column.name(), "is missing");
            }
            if (!column.filling().writesItself()) {
                checkColumn(target, column, found.get());
            }
        }
        for (StandingColumn column : standing.columns(target)) {
            if (!column.optional() && source.column(column.name()).isEmpty()) {
                throw misfit(target, column.name(), "needs a value, but the source has no such column");
            }
        }
    }

    private static void checkColumn(TableName target, Column column, StandingColumn found) {
        if (column.nullable() && !found.nullable()) {
            throw misfit(target, column.name(), "forbids null, which the source allows");
        }
        boolean limited = TEXTS.contains(found.jdbcType()) && found.size() > 0;
        int longest = column.type().length();
        if (column.type().family() == TypeFamily.TEXT && limited && longest > found.size()) {
            throw misfit(
                    target, column.name(), "holds %d characters, in the source %d".formatted(found.size(), longest));
        }
        if (!takes(found.jdbcType(), column.type().family())) {
            throw misfit(target, column.name(), "is of another kind than in the source");
        }
    }

    /** Only what can never work is refused; the database judges the rest. */
    private static boolean takes(int jdbcType, TypeFamily family) {
        return switch (family) {
            // A year is a date to JDBC.
            case INTEGER, DECIMAL, REAL -> jdbcType == Types.DATE || !MOMENTS.contains(jdbcType);
            case DATE, TIME, TIMESTAMP, TIMESTAMP_ZONED -> !NUMBERS.contains(jdbcType);
            case TEXT, UUID, JSON, XML, BINARY -> !NUMBERS.contains(jdbcType) && !MOMENTS.contains(jdbcType);
            default -> true;
        };
    }

    private static UnderstudyException misfit(TableName table, String column, String what) {
        return new UnderstudyException(
                Problem.USAGE,
                "Column %s of %s in the target %s. Let Understudy create the tables, or adapt the column."
                        .formatted(column, table, what));
    }
}
