package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * An object beside the tables as the catalog has it, before it is known what it needs.
 *
 * @param schema the schema whose selection decides about it; empty if it belongs to the whole database
 * @param source what it runs, where that can reach outside the database; else empty
 * @param on     the relation that a trigger, rule, policy or index belongs to; 0 for none
 */
record Found(
        Address address,
        Kind kind,
        TableName name,
        String schema,
        String definition,
        String source,
        long on,
        Handling handling,
        String reason) {

    /**
     * A catalog query for objects of one kind. Its columns: {@code id}, {@code schema}, {@code name}, {@code definition},
     * {@code source}, {@code onid}, {@code reason} (why it is not created, or null).
     *
     * @param catalog the catalog table that {@code id} is of
     */
    record Search(Kind kind, String catalog, String sql) {
        List<Found> run(CatalogQuery query) throws SQLException {
            return query.list(sql, row -> {
                String schema = row.getString("schema");
                String reason = row.getString("reason");
                return new Found(
                        new Address(catalog, row.getLong("id")),
                        kind,
                        new TableName(schema, row.getString("name")),
                        schema,
                        reason == null ? row.getString("definition") : "",
                        Objects.requireNonNullElse(row.getString("source"), ""),
                        row.getLong("onid"),
                        reason == null ? Handling.CREATE : Handling.WITHHOLD,
                        Objects.requireNonNullElse(reason, ""));
            });
        }
    }

    boolean withheld() {
        return handling == Handling.WITHHOLD;
    }

    Found withhold(String why) {
        return new Found(address, kind, name, schema, "", source, on, Handling.WITHHOLD, why);
    }

    Found disable(String why) {
        return new Found(address, kind, name, schema, definition, source, on, Handling.CREATE_DISABLED, why);
    }
}
