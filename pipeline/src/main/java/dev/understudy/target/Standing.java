package dev.understudy.target;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that stand in some schemas of a target, as JDBC tells them.
 *
 * @param defaultSchema what an unqualified name means; empty if nothing
 * @param tables        columns by table, in declared order
 * @param ignoresCase   true if names that differ in case alone are one, however they are quoted
 */
record Standing(String defaultSchema, Map<TableName, List<StandingColumn>> tables, boolean ignoresCase) {

    /**
     * @param jdbcType a constant of {@link java.sql.Types}
     * @param size     most characters of a text
     * @param counting true if the database counts it up by itself
     * @param optional true if a row may leave it out
     */
    record StandingColumn(String name, int jdbcType, int size, boolean nullable, boolean counting, boolean optional) {}

    /** Cost: two catalog queries per schema. */
    static Standing read(Connection connection, Vendor vendor, Collection<TableName> wanted) throws SQLException {
        String current = vendor == Vendor.MARIADB ? connection.getCatalog() : connection.getSchema();
        String defaultSchema = current == null ? "" : current;
        Set<String> schemas = new TreeSet<>();
        schemas.add(defaultSchema);
        wanted.forEach(table -> schemas.add(table.schema().isEmpty() ? defaultSchema : table.schema()));
        Map<TableName, List<StandingColumn>> tables = new LinkedHashMap<>();
        for (String schema : schemas) {
            readSchema(connection.getMetaData(), vendor, schema, tables);
        }
        return new Standing(defaultSchema, tables, vendor == Vendor.SQLITE);
    }

    private static void readSchema(
            DatabaseMetaData catalog, Vendor vendor, String schema, Map<TableName, List<StandingColumn>> tables)
            throws SQLException {
        String inCatalog = vendor == Vendor.MARIADB ? schema : null;
        String pattern = vendor == Vendor.MARIADB ? null : escaped(schema, catalog.getSearchStringEscape());
        try (ResultSet found = catalog.getTables(inCatalog, pattern, "%", null)) {
            while (found.next()) {
                String type = found.getString("TABLE_TYPE");
                if (type != null && type.contains("TABLE") && !type.contains("SYSTEM")) {
                    tables.put(new TableName(schema, found.getString("TABLE_NAME")), new ArrayList<>());
                }
            }
        }
        try (ResultSet found = catalog.getColumns(inCatalog, pattern, "%", "%")) {
            while (found.next()) {
                List<StandingColumn> columns = tables.get(new TableName(schema, found.getString("TABLE_NAME")));
                if (columns != null) {
                    columns.add(column(found));
                }
            }
        }
    }

    private static StandingColumn column(ResultSet found) throws SQLException {
        String name = found.getString("COLUMN_NAME");
        int type = found.getInt("DATA_TYPE");
        int size = found.getInt("COLUMN_SIZE");
        boolean nullable = found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        boolean hasDefault = found.getString("COLUMN_DEF") != null;
        boolean counting = "YES".equals(found.getString("IS_AUTOINCREMENT"));
        boolean computed = "YES".equals(found.getString("IS_GENERATEDCOLUMN"));
        return new StandingColumn(name, type, size, nullable, counting, nullable || hasDefault || counting || computed);
    }

    private static String escaped(String name, String escape) {
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    /** With the default schema where the name has none, and as the target spells it. */
    TableName full(TableName name) {
        TableName full = name.schema().isEmpty() ? new TableName(defaultSchema, name.name()) : name;
        return !ignoresCase || tables.containsKey(full)
                ? full
                : tables.keySet().stream()
                        .filter(table -> table.name().equalsIgnoreCase(full.name()))
                        .findFirst()
                        .orElse(full);
    }

    boolean has(TableName table) {
        return tables.containsKey(full(table));
    }

    List<StandingColumn> columns(TableName table) {
        return tables.getOrDefault(full(table), List.of());
    }

    Optional<StandingColumn> column(TableName table, String column) {
        return columns(table).stream()
                .filter(c -> ignoresCase
                        ? c.name().equalsIgnoreCase(column)
                        : c.name().equals(column))
                .findFirst();
    }

    /** True if the default schema holds tables that are not Understudy's own. */
    boolean holdsTablesOfOthers() {
        return tables.keySet().stream().anyMatch(table -> table.schema().equals(defaultSchema) && !Ledger.isOwn(table));
    }
}
