package dev.understudy.introspect.sqlite;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.Deferrability;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * SQLite's one schema, in four queries on its own functions: tables, columns, primary and unique keys, and links. Checks, indexes
 * and triggers stand only in texts that nobody has taken apart, and are not told.
 */
public final class SqliteCatalog implements VendorCatalog {
    private static final String COLUMNS = """
            SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
            FROM sqlite_schema t, pragma_table_xinfo(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.hidden <> 1
            ORDER BY t.name, c.cid""";

    private static final String UNIQUE_KEYS = """
            SELECT t.name, i.name, group_concat(c.name, char(10)), count(*) = count(c.name)
            FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
            WHERE t.type = 'table' AND i."unique" AND i.origin <> 'pk' AND NOT i.partial
            GROUP BY t.name, i.name ORDER BY t.name, i.name""";

    private static final String LINKS = """
            SELECT t.name, k.id, k."table", k."from", k."to", k.on_delete, k.on_update
            FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
            WHERE t.type = 'table' ORDER BY t.name, k.id, k.seq""";

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

    private record Cell(String name, String type, boolean required, String standard, int key, boolean computed) {}

    private record Part(int link, String parent, String from, String to, String onDelete, String onUpdate) {}

    @Override
    public Optional<Schema> core(Connection connection) throws SQLException {
        CatalogQuery query = new CatalogQuery(connection, List.of());
        Map<String, List<Cell>> columns = query.group(
                COLUMNS,
                row -> row.getString(1),
                row -> new Cell(
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        Objects.requireNonNullElse(row.getString(5), ""),
                        row.getInt(6),
                        row.getInt(7) > 1));
        Map<String, List<UniqueKey>> keys = query.group(
                UNIQUE_KEYS,
                row -> row.getString(1),
                row -> row.getBoolean(4)
                        ? UniqueKey.of(
                                row.getString(2),
                                false,
                                List.of(row.getString(3).split("\n")))
                        : null);
        List<Table> tables = new ArrayList<>();
        columns.forEach((name, cells) -> tables.add(table(name, cells, keys.getOrDefault(name, List.of()))));
        return Optional.of(new Schema(
                Vendor.SQLITE,
                connection.getMetaData().getDatabaseProductVersion(),
                "",
                tables,
                links(query, tables),
                List.of(),
                List.of()));
    }

    private static Table table(String name, List<Cell> cells, List<UniqueKey> unique) {
        List<String> key = cells.stream()
                .filter(cell -> cell.key > 0)
                .sorted((a, b) -> Integer.compare(a.key, b.key))
                .map(Cell::name)
                .toList();
        List<Column> columns = cells.stream()
                .map(cell -> DeclaredTypes.column(
                        cell.name,
                        cell.type,
                        !cell.required && cell.key == 0,
                        cell.standard,
                        cell.computed,
                        key.equals(List.of(cell.name))))
                .toList();
        List<UniqueKey> keys = new ArrayList<>();
        if (!key.isEmpty()) {
            keys.add(UniqueKey.of(name + "_pkey", true, key));
        }
        unique.stream().filter(Objects::nonNull).forEach(keys::add);
        return Table.of(new TableName("", name), columns, keys);
    }

    /** Names ignore case; a link that names no column of its parent means the key. */
    private static List<ForeignKey> links(CatalogQuery query, List<Table> tables) throws SQLException {
        Map<String, Table> byName = tables.stream()
                .collect(Collectors.toMap(table -> table.name().name().toLowerCase(Locale.ROOT), table -> table));
        List<ForeignKey> links = new ArrayList<>();
        Map<String, List<Part>> parts = query.group(
                LINKS,
                row -> row.getString(1) + "\n" + row.getInt(2),
                row -> new Part(
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
        parts.forEach((of, link) -> {
            Table child = byName.get(of.split("\n")[0].toLowerCase(Locale.ROOT));
            Table parent = byName.get(link.get(0).parent.toLowerCase(Locale.ROOT));
            if (child != null && parent != null) {
                links.add(link(child, parent, link));
            }
        });
        return links;
    }

    private static ForeignKey link(Table child, Table parent, List<Part> parts) {
        List<ColumnPair> pairs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String to = parts.get(i).to;
            pairs.add(new ColumnPair(
                    spelled(child, parts.get(i).from),
                    to == null ? parent.primaryKey().orElseThrow().columns().get(i) : spelled(parent, to)));
        }
        boolean optional = pairs.stream()
                .anyMatch(pair -> child.column(pair.child()).orElseThrow().nullable());
        return new ForeignKey(
                child.name().name() + "_fk" + parts.get(0).link,
                child.name(),
                parent.name(),
                pairs,
                optional,
                Deferrability.IMMEDIATE,
                true,
                parts.get(0).onDelete,
                parts.get(0).onUpdate,
                "");
    }

    private static String spelled(Table table, String column) {
        return table.columns().stream()
                .map(Column::name)
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElse(column);
    }

    @Override
    public Schema complete(Schema crawled, Connection connection, List<String> schemas) {
        return crawled;
    }
}
