package dev.understudy.introspect;

import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import schemacrawler.inclusionrule.InclusionRule;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.InformationSchemaKey;
import schemacrawler.schemacrawler.InformationSchemaViewsBuilder;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.MetadataRetrievalStrategy;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevel;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.schemacrawler.SchemaInfoMetadataRetrievalStrategy;
import schemacrawler.schemacrawler.SchemaRetrievalOptions;
import schemacrawler.schemacrawler.SchemaRetrievalOptionsBuilder;
import schemacrawler.tools.options.ConfigUtility;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSources;

/**
 * The common core of a catalog, found by SchemaCrawler: tables, columns, primary keys and foreign keys, whole schemas at
 * a time instead of table by table.
 */
final class CatalogCrawl {
    private final VendorCatalog vendor;
    private final Connection connection;

    CatalogCrawl(VendorCatalog vendor, Connection connection) {
        this.vendor = vendor;
        this.connection = connection;
    }

    Schema crawl(List<String> schemas) throws SQLException {
        Catalog catalog = SchemaCrawlerUtility.getCatalog(
                DatabaseConnectionSources.fromConnection(connection),
                retrieval(),
                options(Set.copyOf(schemas)),
                ConfigUtility.newConfig());
        CrawledTables translation = new CrawledTables(vendor.schemasAreCatalogs());
        Collection<Table> tables = catalog.getTables();
        return new Schema(
                vendor.vendor(),
                connection.getMetaData().getDatabaseProductVersion(),
                schemas.get(0),
                tables.stream()
                        .map(translation::table)
                        .sorted(Comparator.comparing(dev.understudy.schema.Table::name))
                        .toList(),
                translation.foreignKeys(tables),
                List.of(),
                List.of());
    }

    private SchemaRetrievalOptions retrieval() {
        SchemaRetrievalOptionsBuilder builder =
                SchemaRetrievalOptionsBuilder.builder().fromConnnection(connection);
        if (vendor.schemasAreCatalogs()) {
            builder.withSupportsCatalogs().withDoesNotSupportSchemas();
        } else {
            builder.withDoesNotSupportCatalogs().withSupportsSchemas();
        }
        InformationSchemaViewsBuilder views = InformationSchemaViewsBuilder.builder();
        vendor.bulkQueries().forEach((name, sql) -> views.withSql(InformationSchemaKey.valueOf(name), sql));
        return builder.withInformationSchemaViews(views.toOptions())
                .with(
                        SchemaInfoMetadataRetrievalStrategy.tableColumnsRetrievalStrategy,
                        strategy(InformationSchemaKey.TABLE_COLUMNS))
                .with(
                        SchemaInfoMetadataRetrievalStrategy.primaryKeysRetrievalStrategy,
                        strategy(InformationSchemaKey.PRIMARY_KEYS))
                .with(
                        SchemaInfoMetadataRetrievalStrategy.foreignKeysRetrievalStrategy,
                        strategy(InformationSchemaKey.FOREIGN_KEYS))
                .toOptions();
    }

    private MetadataRetrievalStrategy strategy(InformationSchemaKey key) {
        return vendor.bulkQueries().containsKey(key.name())
                ? MetadataRetrievalStrategy.data_dictionary_all
                : MetadataRetrievalStrategy.metadata_over_schemas;
    }

    private SchemaCrawlerOptions options(Set<String> schemas) {
        InclusionRule selected = name -> schemas.contains(name) || schemas.contains(unquoted(name));
        SchemaInfoLevel level = SchemaInfoLevelBuilder.builder()
                .setRetrieveDatabaseInfo(true)
                // A type for each table that there is; our own vendors' columns are told by their own catalogs.
                .setRetrieveColumnDataTypes(vendor.vendor() == Vendor.GENERIC)
                .setRetrieveTables(true)
                .setRetrieveTableColumns(true)
                .setRetrievePrimaryKeys(true)
                .setRetrieveForeignKeys(true)
                .toOptions();
        return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLimitOptions(LimitOptionsBuilder.builder()
                        .includeSchemas(selected)
                        .tableTypes(vendor.tableTypes())
                        .toOptions())
                // One connection serves one thread.
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withSchemaInfoLevel(level)
                        .withMaxThreads(1)
                        .toOptions());
    }

    /** SchemaCrawler quotes a name that is not plain before it asks. */
    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && "\"`".indexOf(name.charAt(0)) >= 0;
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
