package dev.understudy.introspect;

import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.introspect.h2.H2Catalog;
import dev.understudy.introspect.mariadb.MariaDbCatalog;
import dev.understudy.introspect.postgresql.PostgresCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The list of products whose catalogs are known; the only place that names them all. */
final class Vendors {
    private Vendors() {}

    static VendorCatalog of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "postgresql" -> new PostgresCatalog();
            case "mariadb", "mysql" -> new MariaDbCatalog();
            case "h2" -> new H2Catalog();
            default -> new GenericCatalog();
        };
    }
}
