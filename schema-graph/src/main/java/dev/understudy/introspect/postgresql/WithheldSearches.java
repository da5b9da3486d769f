package dev.understudy.introspect.postgresql;

import static dev.understudy.introspect.postgresql.TypeSearches.OF_USERS;

import dev.understudy.introspect.postgresql.Found.Search;
import dev.understudy.schema.SchemaObject.Kind;
import java.util.List;

/** What is listed and never created, because it reaches outside the database. Reads no option: those hold passwords. */
final class WithheldSearches {
    private static final Search FOREIGN_TABLES = new Search(Kind.FOREIGN_TABLE, "pg_class", """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, '' AS definition, NULL AS source, 0 AS onid,
              'its rows live on another server' AS reason
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f' AND""" + " " + OF_USERS);

    private static final Search INVALID_INDEXES = new Search(Kind.OTHER, "pg_class", """
            SELECT x.oid AS id, n.nspname AS schema, x.relname AS name, '' AS definition, NULL AS source, i.indrelid AS onid,
              'the source marks this index as invalid' AS reason
            FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
            WHERE NOT (i.indisvalid AND i.indislive) AND""" + " " + OF_USERS);

    private WithheldSearches() {}

    static List<Search> all() {
        return List.of(
                whole(
                        Kind.USER_MAPPING,
                        "pg_user_mapping",
                        "umid",
                        "usename || ' on ' || srvname",
                        "pg_user_mappings",
                        "it holds credentials of another server"),
                whole(
                        Kind.FOREIGN_SERVER,
                        "pg_foreign_server",
                        "oid",
                        "srvname",
                        "pg_foreign_server",
                        "it leads to another server"),
                FOREIGN_TABLES,
                INVALID_INDEXES,
                whole(
                        Kind.PUBLICATION,
                        "pg_publication",
                        "oid",
                        "pubname",
                        "pg_publication",
                        "it sends changes to other servers"),
                whole(
                        Kind.SUBSCRIPTION,
                        "pg_subscription",
                        "oid",
                        "subname",
                        "(SELECT oid, subname FROM pg_subscription WHERE subdbid = "
                                + "(SELECT oid FROM pg_database WHERE datname = current_database())) s",
                        "it reads changes from another server"),
                whole(
                        Kind.EVENT_TRIGGER,
                        "pg_event_trigger",
                        "oid",
                        "evtname",
                        "pg_event_trigger",
                        "it acts on the whole database"));
    }

    /** Objects of the whole database. */
    private static Search whole(Kind kind, String catalog, String id, String name, String rows, String reason) {
        return new Search(kind, catalog, """
                SELECT %s AS id, '' AS schema, %s AS name, '' AS definition, NULL AS source, 0 AS onid, '%s' AS reason
                FROM %s ORDER BY 3""".formatted(id, name, reason, rows));
    }
}
