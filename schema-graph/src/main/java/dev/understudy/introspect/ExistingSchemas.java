package dev.understudy.introspect;

import dev.understudy.introspect.catalog.VendorCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Names of all schemas that the connection may see. */
final class ExistingSchemas {
    private ExistingSchemas() {}

    static List<String> of(VendorCatalog catalog, Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = catalog.schemasAreCatalogs()
                ? connection.getMetaData().getCatalogs()
                : connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names.stream().sorted().distinct().toList();
    }
}
