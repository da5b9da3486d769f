package dev.understudy.introspect.mariadb;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** MariaDB and MySQL, where a schema is a database. */
public final class MariaDbCatalog implements VendorCatalog {
    private static final Set<String> ELSEWHERE = Set.of("FEDERATED", "CONNECT", "SPIDER");

    private static final String TABLES = """
            SELECT table_schema, table_name, table_type, engine, table_rows, table_comment
            FROM information_schema.tables WHERE table_schema IN (:schemas)
              AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY table_schema, table_name""";

    private static final String SEQUENCES = """
            SELECT table_schema, table_name FROM information_schema.tables
            WHERE table_schema IN (:schemas) AND table_type = 'SEQUENCE' ORDER BY table_schema, table_name""";

    private static final Pattern START = Pattern.compile(" start with (-?\\d+)");
    private static final Pattern STEP = Pattern.compile(" increment by (-?\\d+)");

    @Override
    public Vendor vendor() {
        return Vendor.MARIADB;
    }

    @Override
    public List<String> defaultSchemas(Connection connection) throws SQLException {
        return List.of(Objects.requireNonNullElse(connection.getCatalog(), ""));
    }

    @Override
    public List<String> tableTypes() {
        return List.of("BASE TABLE", "TABLE", "SYSTEM VERSIONED");
    }

    @Override
    public boolean schemasAreCatalogs() {
        return true;
    }

    private record Head(TableName name, String type, String engine, long rows, String comment) {
        boolean isElsewhere() {
            return ELSEWHERE.contains(engine);
        }
    }

    @Override
    public Schema complete(Schema crawled, Connection connection, List<String> schemas) throws SQLException {
        CatalogQuery query = new CatalogQuery(connection, schemas);
        boolean mysql = connection.getMetaData().getDatabaseProductName().equals("MySQL");
        List<Head> heads = query.list(TABLES, MariaDbCatalog::head);
        MariaDbTexts texts = MariaDbTexts.read(
                query,
                heads.stream()
                        .filter(head -> !head.isElsewhere())
                        .map(Head::name)
                        .toList());
        Map<TableName, List<Column>> columns = MariaDbColumns.read(query, texts.jsonColumns(), mysql);
        List<Table> tables = heads.stream()
                .map(head -> table(head, columns.getOrDefault(head.name(), List.of()), texts))
                .sorted(Comparator.comparing(Table::name))
                .toList();
        List<SchemaObject> objects = new ArrayList<>(MariaDbObjects.read(query, texts.tables()));
        heads.stream()
                .filter(Head::isElsewhere)
                .forEach(head -> objects.add(SchemaObject.withheld(
                        SchemaObject.Kind.FOREIGN_TABLE, head.name(), "it is a way into another database")));
        return new Schema(
                Vendor.MARIADB,
                crawled.vendorVersion(),
                Objects.requireNonNullElse(connection.getCatalog(), schemas.get(0)),
                tables,
                MariaDbLinks.read(query, columns, texts),
                sequences(query, columns),
                objects);
    }

    private static Head head(ResultSet row) throws SQLException {
        long counted = row.getLong("table_rows");
        long rows = row.wasNull() ? -1 : counted;
        return new Head(
                new TableName(row.getString("table_schema"), row.getString("table_name")),
                row.getString("table_type"),
                Objects.requireNonNullElse(row.getString("engine"), ""),
                rows,
                Objects.requireNonNullElse(row.getString("table_comment"), ""));
    }

    private static Table table(Head head, List<Column> columns, MariaDbTexts texts) {
        TableName name = head.name();
        if (head.isElsewhere()) {
            return new Table(
                    name,
                    TableKind.FOREIGN,
                    columns,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    -1,
                    head.comment(),
                    "");
        }
        String partitioning = texts.partitioning(name);
        TableKind kind = head.type().equals("SYSTEM VERSIONED")
                ? TableKind.VERSIONED
                : partitioning.isEmpty() ? TableKind.ORDINARY : TableKind.PARTITIONED;
        return new Table(
                name,
                kind,
                columns,
                kind == TableKind.VERSIONED ? versioned(texts.keys(name), columns) : texts.keys(name),
                texts.checks(name),
                texts.indexes(name),
                List.of(),
                partitioning,
                head.rows(),
                head.comment(),
                texts.definition(name));
    }

    /** The server adds the end of a row's time to each key; among rows that are valid now it makes no difference. */
    private static List<UniqueKey> versioned(List<UniqueKey> keys, List<Column> columns) {
        Set<String> times = columns.stream()
                .filter(column -> column.filling() == Filling.SYSTEM_TIME)
                .map(Column::name)
                .collect(Collectors.toSet());
        return keys.stream()
                .map(key -> new UniqueKey(
                        key.name(),
                        key.columns().stream()
                                .filter(column -> !times.contains(column))
                                .toList(),
                        key.primary(),
                        key.nullsDistinct(),
                        key.predicate(),
                        key.expressions(),
                        key.constraint(),
                        key.definition()))
                .toList();
    }

    private static List<Sequence> sequences(CatalogQuery query, Map<TableName, List<Column>> columns)
            throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (TableName name : query.list(SEQUENCES, row -> new TableName(row.getString(1), row.getString(2)))) {
            String shown = query.list("SHOW CREATE SEQUENCE " + Backticks.quote(name), row -> row.getString(2))
                    .get(0);
            String definition = "CREATE SEQUENCE " + Backticks.quote(name)
                    + shown.substring(shown.indexOf(Backticks.quote(name.name()))
                            + Backticks.quote(name.name()).length());
            sequences.add(new Sequence(
                    name,
                    number(START, shown),
                    number(STEP, shown),
                    MariaDbColumns.fedBy(name, columns),
                    false,
                    definition));
        }
        sequences.sort(Comparator.comparing(Sequence::name));
        return sequences;
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 1;
    }
}
