package dev.understudy.introspect.sqlite;

import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.util.List;

/** SQLite as far as JDBC tells of it: tables, columns, primary keys and links. */
public final class SqliteCatalog implements VendorCatalog {
    @Override
    public Vendor vendor() {
        return Vendor.SQLITE;
    }

    @Override
    public List<String> defaultSchemas(Connection connection) {
        return List.of("");
    }

    @Override
    public List<String> tableTypes() {
        return List.of("TABLE");
    }

    @Override
    public Schema complete(Schema crawled, Connection connection, List<String> schemas) {
        return crawled;
    }
}
