package dev.understudy.introspect;

import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** A product that only JDBC is known of: the common core is all there is. */
final class GenericCatalog implements VendorCatalog {
    @Override
    public Vendor vendor() {
        return Vendor.GENERIC;
    }

    @Override
    public List<String> defaultSchemas(Connection connection) throws SQLException {
        return List.of(Objects.requireNonNullElse(connection.getSchema(), ""));
    }

    @Override
    public List<String> tableTypes() {
        return List.of("TABLE", "BASE TABLE");
    }

    @Override
    public Schema complete(Schema crawled, Connection connection, List<String> schemas) {
        return crawled;
    }
}
