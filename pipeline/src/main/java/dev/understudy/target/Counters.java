package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Filling;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.CounterStatements;
import dev.understudy.sql.statement.RowStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The counters of a target's tables: moved past the highest key, and checked for it. */
final class Counters {
    private final Connection connection;
    private final Vendor vendor;
    private final CounterStatements statements;
    private final RowStatements rows;

    Counters(Connection connection, Vendor vendor) {
        this.connection = connection;
        this.vendor = vendor;
        this.statements = new CounterStatements(vendor);
        this.rows = new RowStatements(vendor);
    }

    /**
     * A counter of the target.
     *
     * @param feeds    columns that it numbers, with their tables' names in the target
     * @param column   the column that has it; empty for one of its own
     * @param sequence the counter of its own; empty for a column's
     * @param step     in which it counts
     * @param first    number that it begins with
     */
    private record Counter(
            List<ColumnName> feeds, Optional<Column> column, Optional<TableName> sequence, long step, long first) {
        TableName table() {
            return feeds.get(0).table();
        }

        /** The number after the last one; one before the first may be more than the counter can hold. */
        long after(long furthest) {
            return step > 0 ? Math.max(furthest + step, first) : Math.min(furthest + step, first);
        }

        String object() {
            return sequence.map(TableName::toString)
                    .orElseGet(() -> feeds.get(0).toString());
        }
    }

    /** Moves every counter to the number after the highest key; one whose tables are empty stays. */
    void moveOn(Standing standing, Schema source, SchemaNames names, List<WrittenTable> tables) throws SQLException {
        for (Counter counter : of(standing, source, names, tables)) {
            OptionalLong furthest = furthest(counter);
            if (furthest.isPresent()) {
                long next = counter.after(furthest.getAsLong());
                Optional<String> statement = counter.sequence().isPresent()
                        ? statements.ofSequence(counter.sequence().get(), next)
                        : statements.ofColumn(counter.table(), counter.column().orElseThrow(), next);
                if (statement.isPresent()) {
                    Answers.execute(connection, statement.get());
                }
            }
        }
    }

    /** What {@link #check} found. */
    record Checked(int counters, List<Violation> violations) {}

    Checked check(Standing standing, Schema source, SchemaNames names, List<WrittenTable> tables) throws SQLException {
        List<Violation> behind = new ArrayList<>();
        int checked = 0;
        for (Counter counter : of(standing, source, names, tables)) {
            OptionalLong next = next(counter);
            if (next.isPresent()) {
                checked++;
                OptionalLong furthest = furthest(counter);
                boolean past = furthest.isEmpty()
                        || (counter.step() > 0
                                ? next.getAsLong() > furthest.getAsLong()
                                : next.getAsLong() < furthest.getAsLong());
                if (!past) {
                    behind.add(new Violation(Violation.Kind.COUNTER, counter.object(), 1));
                }
            }
        }
        return new Checked(checked, behind);
    }

    private OptionalLong next(Counter counter) throws SQLException {
        if (counter.sequence().isPresent()) {
            return ask(statements.nextOfSequence(counter.sequence().get()));
        }
        Column column = counter.column().orElseThrow();
        Optional<String> behind = statements.sequenceBehind(counter.table(), column);
        if (behind.isPresent()) {
            return ask(Answers.text(connection, behind.get()).map(statements::nextOfQuoted));
        }
        return ask(statements.nextOfColumn(counter.table(), column));
    }

    private OptionalLong ask(Optional<String> query) throws SQLException {
        return query.isEmpty() ? OptionalLong.empty() : Answers.number(connection, query.get());
    }

    private OptionalLong furthest(Counter counter) throws SQLException {
        boolean downwards = counter.step() < 0;
        OptionalLong furthest = OptionalLong.empty();
        for (ColumnName feed : counter.feeds()) {
            OptionalLong found = Answers.number(connection, rows.furthest(feed.table(), feed.column(), downwards));
            if (found.isPresent()) {
                long other = furthest.orElse(found.getAsLong());
                furthest = OptionalLong.of(
                        downwards ? Math.min(other, found.getAsLong()) : Math.max(other, found.getAsLong()));
            }
        }
        return furthest;
    }

    /** What counts is what the target says; what feeds from a sequence of its own is what the source says. */
    private List<Counter> of(Standing standing, Schema source, SchemaNames names, List<WrittenTable> tables) {
        List<Counter> counters = new ArrayList<>();
        for (WrittenTable table : tables) {
            for (Column column : table.source().columns()) {
                boolean counts = standing.column(table.target(), column.name())
                        .filter(Standing.StandingColumn::counting)
                        .isPresent();
                if (counts && isNumber(table.source(), column.name())) {
                    ColumnName feed = new ColumnName(table.target(), column.name());
                    Optional<Sequence> sequence =
                            sequence(source, table.source().name(), column.name());
                    counters.add(new Counter(
                            List.of(feed),
                            Optional.of(counting(column)),
                            Optional.empty(),
                            sequence.map(Sequence::increment).orElse(1L),
                            sequence.map(Sequence::start).orElse(1L)));
                }
            }
        }
        for (Sequence sequence : source.sequences()) {
            List<ColumnName> feeds = new ArrayList<>();
            for (ColumnName feed : sequence.feeds()) {
                tables.stream()
                        .filter(table -> table.source().name().equals(feed.table()))
                        .filter(table -> isNumber(table.source(), feed.column()))
                        .forEach(table -> feeds.add(new ColumnName(table.target(), feed.column())));
            }
            // In a database of another vendor the columns count by themselves, each for itself.
            if (source.vendor() == vendor && !sequence.owned() && !feeds.isEmpty()) {
                TableName name = standing.full(names.target(sequence.name()));
                counters.add(new Counter(
                        feeds, Optional.empty(), Optional.of(name), sequence.increment(), sequence.start()));
            }
        }
        return counters;
    }

    /** A text that a default makes of a counter's number may hold other texts. */
    private static boolean isNumber(Table table, String column) {
        return table.column(column)
                .map(found -> found.type().family())
                .filter(family -> family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL)
                .isPresent();
    }

    private static Optional<Sequence> sequence(Schema source, TableName table, String column) {
        ColumnName fed = new ColumnName(table, column);
        return source.sequences().stream()
                .filter(sequence -> sequence.feeds().contains(fed))
                .findFirst();
    }

    private Column counting(Column column) {
        Filling filling = vendor == Vendor.MARIADB ? Filling.AUTO_INCREMENT : Filling.IDENTITY_BY_DEFAULT;
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                filling,
                column.defaultExpression(),
                column.generation(),
                column.comment());
    }
}
