package dev.understudy.introspect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where the catalog keeps an object.
 *
 * @param catalog name of the catalog table, as {@code pg_class}
 * @param id      its row there
 */
record Address(String catalog, long id) {
    static Address relation(long id) {
        return new Address("pg_class", id);
    }

    /** From two columns of a result, {@code catalog} and {@code id} after a prefix. */
    static Address of(ResultSet row, String prefix) throws SQLException {
        return new Address(row.getString(prefix + "catalog"), row.getLong(prefix + "id"));
    }
}
