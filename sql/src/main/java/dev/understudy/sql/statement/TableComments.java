package dev.understudy.sql.statement;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.Optional;

/** Comments of tables, asked for and set. Empty for vendors that have none, or none that we know. */
public final class TableComments {
    private final Vendor vendor;

    public TableComments(Vendor vendor) {
        this.vendor = vendor;
    }

    /** A query for the comment of one table: no row, null or the empty text if it has none. */
    public Optional<String> query(TableName table) {
        return switch (vendor) {
            case POSTGRESQL ->
                Optional.of("SELECT obj_description(%s::regclass, 'pg_class')"
                        .formatted(text(Identifiers.quote(vendor, table))));
            case MARIADB ->
                Optional.of(
                        "SELECT table_comment FROM information_schema.tables WHERE table_schema = %s AND table_name = %s"
                                .formatted(text(table.schema()), text(table.name())));
            case H2 ->
                Optional.of("SELECT remarks FROM information_schema.tables WHERE table_schema = %s AND table_name = %s"
                        .formatted(text(table.schema()), text(table.name())));
            case SQLITE, GENERIC -> Optional.empty();
        };
    }

    /** Most characters of a comment. */
    public int longest() {
        return vendor == Vendor.MARIADB ? 2_048 : Integer.MAX_VALUE;
    }

    /** Replaces the comment of a table. */
    public Optional<String> set(TableName table, String comment) {
        String name = Identifiers.quote(vendor, table);
        return switch (vendor) {
            case POSTGRESQL, H2 -> Optional.of("COMMENT ON TABLE %s IS %s".formatted(name, text(comment)));
            case MARIADB -> Optional.of("ALTER TABLE %s COMMENT = %s".formatted(name, text(comment)));
            case SQLITE, GENERIC -> Optional.empty();
        };
    }

    private String text(String value) {
        String escaped = value.replace("'", "''");
        return switch (vendor) {
            case MARIADB -> "'" + escaped.replace("\\", "\\\\") + "'";
            // Right whatever the server's standard_conforming_strings says.
            case POSTGRESQL -> "E'" + escaped.replace("\\", "\\\\") + "'";
            case H2, SQLITE, GENERIC -> "'" + escaped + "'";
        };
    }
}
