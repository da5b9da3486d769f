package dev.understudy.introspect.h2;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * H2. Definitions come from its SCRIPT command, which only an administrator may run; other users get tables, keys, checks
 * and links, but no views, functions and triggers.
 */
public final class H2Catalog implements VendorCatalog {
    private static final String SCHEMAS = """
            SELECT schema_name FROM information_schema.schemata WHERE schema_name <> 'INFORMATION_SCHEMA'
            ORDER BY schema_name""";

    private static final String TABLES = """
            SELECT table_schema, table_name, row_count_estimate, remarks FROM information_schema.tables
            WHERE table_schema IN (:schemas) AND table_type = 'BASE TABLE' ORDER BY table_schema, table_name""";

    private static final String SEQUENCES = """
            SELECT sequence_schema, sequence_name, start_value, increment FROM information_schema.sequences
            WHERE sequence_schema IN (:schemas) ORDER BY sequence_schema, sequence_name""";

    @Override
    public Vendor vendor() {
        return Vendor.H2;
    }

    @Override
    public List<String> defaultSchemas(Connection connection) throws SQLException {
        return new CatalogQuery(connection, List.of()).list(SCHEMAS, row -> row.getString(1));
    }

    @Override
    public List<String> tableTypes() {
        return List.of("BASE TABLE");
    }

    @Override
    public Schema complete(Schema crawled, Connection connection, List<String> schemas) throws SQLException {
        CatalogQuery query = new CatalogQuery(connection, schemas);
        H2Script script = H2Script.read(query, schemas);
        Map<TableName, List<Column>> columns = H2Columns.read(query);
        H2Constraints constraints = new H2Constraints(query);
        Map<TableName, List<UniqueKey>> keys = constraints.keys();
        Map<TableName, List<Check>> checks = constraints.checks();
        H2Indexes indexes = H2Indexes.read(query, script);
        List<Table> tables = query.list(TABLES, row -> {
            TableName name = name(row);
            List<UniqueKey> all = new ArrayList<>(keys.getOrDefault(name, List.of()));
            all.addAll(indexes.unique(name));
            return new Table(
                    name,
                    TableKind.ORDINARY,
                    columns.getOrDefault(name, List.of()),
                    all,
                    checks.getOrDefault(name, List.of()),
                    indexes.plain(name),
                    List.of(),
                    "",
                    row.getLong("row_count_estimate"),
                    Objects.requireNonNullElse(row.getString("remarks"), ""),
                    script.definition("TABLE", name));
        });
        return new Schema(
                Vendor.H2,
                crawled.vendorVersion(),
                Objects.requireNonNullElse(connection.getSchema(), "PUBLIC"),
                tables.stream().sorted(Comparator.comparing(Table::name)).toList(),
                constraints.links(columns),
                sequences(query, script, columns),
                H2Objects.read(
                        query,
                        script,
                        new TreeSet<>(tables.stream().map(Table::name).toList())));
    }

    private static List<Sequence> sequences(CatalogQuery query, H2Script script, Map<TableName, List<Column>> columns)
            throws SQLException {
        return query
                .list(SEQUENCES, row -> {
                    TableName name = name(row);
                    return new Sequence(
                            name,
                            row.getLong("start_value"),
                            row.getLong("increment"),
                            H2Columns.fedBy(name, columns),
                            false,
                            script.definition("SEQUENCE", name));
                })
                .stream()
                .sorted(Comparator.comparing(Sequence::name))
                .toList();
    }

    private static TableName name(ResultSet row) throws SQLException {
        return new TableName(row.getString(1), row.getString(2));
    }
}
