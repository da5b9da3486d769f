package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.introspect.catalog.VendorCatalog;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Index;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.Sequence;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL, all from {@code pg_catalog}: it knows the tables as well as JDBC does, and names that JDBC trips over too.
 * About 40 queries, whatever the number of tables.
 *
 * <p>Tables of extensions are left out. Types and routines of other schemas come along where the selected ones need them.
 */
public final class PostgresCatalog implements VendorCatalog {
    /** Those with objects of users; what extensions brought is theirs. */
    private static final String USER_SCHEMAS = """
            SELECT n.nspname FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND (
              EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relkind <> 'i' AND NOT EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
              OR EXISTS (SELECT FROM pg_type t WHERE t.typnamespace = n.oid AND t.typtype IN ('d', 'e', 'r') AND NOT EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'))
              OR EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = n.oid AND NOT EXISTS (
                SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')))
            ORDER BY n.nspname COLLATE "C\"""";

    private static final String PARENTS = """
            SELECT i.inhrelid AS id, n.nspname AS schema, c.relname AS name
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f') ORDER BY i.inhrelid, i.inhseqno""";

    @Override
    public Vendor vendor() {
        return Vendor.POSTGRESQL;
    }

    @Override
    public List<String> defaultSchemas(Connection connection) throws SQLException {
        List<String> schemas = new CatalogQuery(connection, List.of()).list(USER_SCHEMAS, row -> row.getString(1));
        return schemas.isEmpty() ? List.of("public") : schemas;
    }

    @Override
    public List<String> tableTypes() {
        return List.of("TABLE", "PARTITIONED TABLE", "FOREIGN TABLE");
    }

    @Override
    @SuppressWarnings("try") // The settings are held, not used.
    public Schema complete(Schema crawled, Connection connection, List<String> schemas) throws SQLException {
        CatalogQuery query = new CatalogQuery(connection, schemas);
        try (SessionSettings texts = SessionSettings.forTexts(connection)) {
            Dependencies dependencies = Dependencies.of(query);
            List<Relation> relations = Relation.all(query);
            Map<TableName, Table> tables = tables(query, schemas, relations, dependencies);
            Links links = Links.of(query, tables);
            Set<TableName> made = tables.values().stream()
                    .filter(table -> table.kind() != TableKind.FOREIGN)
                    .map(Table::name)
                    .collect(Collectors.toSet());
            Selected selected = new Selected(found(query), relations, made, dependencies, schemas);
            List<Sequence> sequences = Sequences.of(query, schemas, made);
            Set<TableName> counters = sequences.stream().map(Sequence::name).collect(Collectors.toSet());
            return new Schema(
                    Vendor.POSTGRESQL,
                    crawled.vendorVersion().replaceFirst(" .*", ""),
                    schemas.contains("public") ? "public" : schemas.get(0),
                    List.copyOf(tables.values()),
                    links.links(),
                    sequences,
                    objects(selected, links, Comments.of(query, selected, counters)));
        }
    }

    private static Map<TableName, Table> tables(
            CatalogQuery query, List<String> schemas, List<Relation> relations, Dependencies dependencies)
            throws SQLException {
        Map<TableName, Relation> known = relations.stream()
                .filter(relation -> !dependencies.members().contains(relation.address()))
                .collect(Collectors.toMap(Relation::name, Function.identity()));
        known.keySet().removeIf(name -> !schemas.contains(name.schema()));
        Map<Long, List<TableName>> parents = query.group(
                PARENTS,
                row -> row.getLong("id"),
                row -> new TableName(row.getString("schema"), row.getString("name")));
        Map<Long, List<Column>> columns = Columns.of(query);
        Map<Long, List<UniqueKey>> keys = Keys.unique(query);
        Map<Long, List<Check>> checks = Checks.of(query);
        Map<Long, List<Index>> indexes = Keys.others(query);
        Map<TableName, Table> tables = new LinkedHashMap<>();
        known.values().stream().sorted(Comparator.comparing(Relation::name)).forEach(relation -> {
            List<TableName> inherits = parents.getOrDefault(relation.id(), List.of()).stream()
                    .filter(known::containsKey)
                    .toList();
            tables.put(
                    relation.name(),
                    new Table(
                            relation.name(),
                            kind(relation.kind(), inherits),
                            columns.getOrDefault(relation.id(), List.of()),
                            keys.getOrDefault(relation.id(), List.of()),
                            checks.getOrDefault(relation.id(), List.of()),
                            indexes.getOrDefault(relation.id(), List.of()),
                            inherits,
                            relation.partitioning(),
                            relation.rows(),
                            relation.comment(),
                            "",
                            relation.options()));
        });
        return tables;
    }

    private static TableKind kind(TableKind kind, List<TableName> inherits) {
        return kind == TableKind.ORDINARY && !inherits.isEmpty() ? TableKind.INHERITED : kind;
    }

    private static List<Found> found(CatalogQuery query) throws SQLException {
        List<Found> found = new ArrayList<>();
        for (Found.Search search : Stream.of(
                        TypeSearches.all(), RoutineSearches.all(), RelationSearches.all(), WithheldSearches.all())
                .flatMap(List::stream)
                .toList()) {
            found.addAll(search.run(query));
        }
        return found;
    }

    private static List<SchemaObject> objects(Selected selected, Links links, List<SchemaObject> comments) {
        List<SchemaObject> objects = new ArrayList<>(CreationOrder.of(selected));
        objects.addAll(links.partition());
        objects.addAll(comments);
        return objects;
    }
}
