package dev.understudy.sql.statement;

import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.Optional;

/** Statements that set counters, so that the next row that the database numbers gets {@code next}. */
public final class CounterStatements {
    private final Vendor vendor;

    public CounterStatements(Vendor vendor) {
        this.vendor = vendor;
    }

    /** For the counter that belongs to a column; empty if the vendor has none there. */
    public Optional<String> ofColumn(TableName table, Column column, long next) {
        if (!column.filling().counts()) {
            return Optional.empty();
        }
        String quotedTable = Identifiers.quote(vendor, table);
        return switch (vendor) {
            case POSTGRESQL ->
                Optional.of("SELECT setval(pg_get_serial_sequence(%s, %s), %d, false)"
                        .formatted(text(quotedTable), text(column.name()), next));
            case MARIADB ->
                column.filling() == Filling.AUTO_INCREMENT
                        ? Optional.of("ALTER TABLE %s AUTO_INCREMENT = %d".formatted(quotedTable, next))
                        : Optional.empty();
            case H2 ->
                column.filling() == Filling.SEQUENCE
                        ? Optional.empty()
                        : Optional.of("ALTER TABLE %s ALTER COLUMN %s RESTART WITH %d"
                                .formatted(quotedTable, Identifiers.quote(vendor, column.name()), next));
            // A row without a key gets the one after the highest.
            case SQLITE, GENERIC -> Optional.empty();
        };
    }

    /** For a counter of its own. */
    public Optional<String> ofSequence(TableName sequence, long next) {
        String quoted = Identifiers.quote(vendor, sequence);
        return switch (vendor) {
            case POSTGRESQL -> Optional.of("SELECT setval(%s::regclass, %d, false)".formatted(text(quoted), next));
            case MARIADB -> Optional.of("ALTER SEQUENCE %s RESTART %d".formatted(quoted, next));
            case H2 -> Optional.of("ALTER SEQUENCE %s RESTART WITH %d".formatted(quoted, next));
            case SQLITE, GENERIC -> Optional.empty();
        };
    }

    /**
     * Asks for the quoted name of the sequence that belongs to a column, null if none does; empty unless the vendor counts
     * columns by sequences (PostgreSQL).
     */
    public Optional<String> sequenceBehind(TableName table, Column column) {
        return vendor == Vendor.POSTGRESQL && column.filling().counts()
                ? Optional.of("SELECT pg_get_serial_sequence(%s, %s)"
                        .formatted(text(Identifiers.quote(vendor, table)), text(column.name())))
                : Optional.empty();
    }

    /** Asks for the number that the next row would get; empty if the vendor has no counter in the column itself. */
    public Optional<String> nextOfColumn(TableName table, Column column) {
        if (!column.filling().counts()) {
            return Optional.empty();
        }
        String schema = text(table.schema());
        return switch (vendor) {
            case POSTGRESQL, SQLITE, GENERIC -> Optional.empty();
            case MARIADB ->
                column.filling() == Filling.AUTO_INCREMENT
                        ? Optional.of(("SELECT auto_increment FROM information_schema.tables"
                                        + " WHERE table_schema = %s AND table_name = %s")
                                .formatted(schema, text(table.name())))
                        : Optional.empty();
            case H2 ->
                column.filling() == Filling.SEQUENCE
                        ? Optional.empty()
                        : Optional.of(("SELECT identity_base FROM information_schema.columns"
                                        + " WHERE table_schema = %s AND table_name = %s AND column_name = %s")
                                .formatted(schema, text(table.name()), text(column.name())));
        };
    }

    /** Asks for the next number of a counter of its own. */
    public Optional<String> nextOfSequence(TableName sequence) {
        String quoted = Identifiers.quote(vendor, sequence);
        return switch (vendor) {
            case POSTGRESQL -> Optional.of(nextOfQuoted(quoted));
            case MARIADB -> Optional.of("SELECT next_not_cached_value FROM " + quoted);
            case H2 ->
                Optional.of(
                        "SELECT base_value FROM information_schema.sequences WHERE sequence_schema = %s AND sequence_name = %s"
                                .formatted(text(sequence.schema()), text(sequence.name())));
            case SQLITE, GENERIC -> Optional.empty();
        };
    }

    /** Like {@link #nextOfSequence}, by the name that {@link #sequenceBehind} told. */
    public String nextOfQuoted(String sequence) {
        return "SELECT last_value + CASE WHEN is_called THEN 1 ELSE 0 END FROM " + sequence;
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
