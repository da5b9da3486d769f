package dev.understudy.introspect.catalog;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a database product keeps in its own catalog and JDBC does not tell.
 *
 * <p>The common core (tables, columns, primary and foreign keys) is crawled alike for all products; an implementation
 * says where to look and completes what was found, in a fixed number of catalog queries, whatever the number of tables.
 */
public interface VendorCatalog {
    Vendor vendor();

    /** Schemas that are read when the user names none, sorted: all that users made. */
    List<String> defaultSchemas(Connection connection) throws SQLException;

    /** What JDBC calls the tables of this product. */
    List<String> tableTypes();

    /** True if JDBC shows this product's schemas as catalogs. */
    default boolean schemasAreCatalogs() {
        return false;
    }

    /**
     * Queries of ours in place of the driver's metadata calls, where those work only table by table. By name
     * ({@code PRIMARY_KEYS}, {@code FOREIGN_KEYS}, {@code TABLE_COLUMNS}); columns named as the JDBC call names them.
     */
    default Map<String, String> bulkQueries() {
        return Map.of();
    }

    /** The common core, for a product that tells all of it in its own way; empty where it is crawled. */
    default Optional<Schema> core(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * Completes the common core.
     *
     * @param crawled what JDBC tells of the tables in {@code schemas}; types are guesses, partitions and tables of
     *     extensions look like any table
     * @param schemas names of existing schemas, sorted; at least one
     */
    Schema complete(Schema crawled, Connection connection, List<String> schemas) throws SQLException;
}
