package dev.understudy.introspect;

import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.introspect.h2.H2Catalog;
import dev.understudy.introspect.mariadb.MariaDbCatalog;
import dev.understudy.introspect.postgresql.PostgresCatalog;
import dev.understudy.introspect.sqlite.SqliteCatalog;
import java.sql.Connection;
import java.sql.SQLException;

/** The list of products whose catalogs are known; the only place that names them all. */
final class Vendors {
    private Vendors() {}

    static VendorCatalog of(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> new PostgresCatalog();
            case "H2" -> new H2Catalog();
            case "SQLite" -> new SqliteCatalog();
            case "MariaDB", "MySQL" -> new MariaDbCatalog();
            default -> new GenericCatalog();
        };
    }
}
