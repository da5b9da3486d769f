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
            case GENERIC -> Optional.empty();
        };
    }

    /** For a counter of its own. */
    public Optional<String> ofSequence(TableName sequence, long next) {
        String quoted = Identifiers.quote(vendor, sequence);
        return switch (vendor) {
            case POSTGRESQL -> Optional.of("SELECT setval(%s::regclass, %d, false)".formatted(text(quoted), next));
            case MARIADB -> Optional.of("ALTER SEQUENCE %s RESTART %d".formatted(quoted, next));
            case H2 -> Optional.of("ALTER SEQUENCE %s RESTART WITH %d".formatted(quoted, next));
            case GENERIC -> Optional.empty();
        };
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
