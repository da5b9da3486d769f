package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Whether a target can be written to at all, and by this user; found out without writing. */
final class WriteAccess {
    private static final String MARIADB_GRANT = """
            WITH own AS (SELECT concat('''', substring_index(current_user(), '@', 1), '''@''',
                                       substring_index(current_user(), '@', -1), '''') AS grantee)
            SELECT 1 FROM information_schema.user_privileges JOIN own USING (grantee) WHERE privilege_type = '%1$s'
            UNION ALL
            SELECT 1 FROM information_schema.schema_privileges JOIN own USING (grantee)
            WHERE privilege_type = '%1$s' AND %2$s LIKE table_schema""";

    private final Connection connection;
    private final Database target;

    WriteAccess(Connection connection, Database target) {
        this.connection = connection;
        this.target = target;
    }

    /** @throws UnderstudyException {@link Problem#CONNECTION} for a replica or a database that takes no writes */
    void refuseReadOnly() throws SQLException {
        boolean readOnly = switch (target.vendor()) {
            case POSTGRESQL ->
                Answers.any(
                        connection,
                        "SELECT 1 WHERE pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on'");
            case MARIADB -> Answers.any(connection, "SELECT 1 FROM DUAL WHERE @@global.read_only") && !mayWriteAnyway();
            case H2 -> Answers.any(connection, "SELECT 1 WHERE READONLY()");
            case SQLITE, GENERIC -> connection.isReadOnly();
        };
        if (readOnly || target.access().readOnly()) {
            throw new UnderstudyException(
                    Problem.CONNECTION,
                    "The target %s takes no writes: it is read-only, or a replica.".formatted(target.access()));
        }
    }

    private boolean mayWriteAnyway() throws SQLException {
        return Answers.rows(connection, "SHOW GRANTS", 1).stream()
                .map(row -> row.get(0).toUpperCase(Locale.ROOT))
                .filter(grant -> grant.contains(" ON *.* "))
                .anyMatch(grant -> grant.contains("ALL PRIVILEGES")
                        || grant.contains("SUPER")
                        || grant.contains("READ_ONLY ADMIN")
                        || grant.contains("READ ONLY ADMIN"));
    }

    /**
     * PostgreSQL tells beforehand what a user may do, roles included, and MariaDB what was granted to a user without a role;
     * elsewhere the first write is refused.
     *
     * @param existing tables that will be filled
     * @param missing  tables that will be made
     * @throws UnderstudyException {@link Problem#CONNECTION} naming the first thing that the user may not do
     */
    void requireGrants(String defaultSchema, List<TableName> existing, List<TableName> missing) throws SQLException {
        switch (target.vendor()) {
            case POSTGRESQL -> requirePostgresGrants(defaultSchema, existing, missing);
            case MARIADB -> requireMariaDbGrants(defaultSchema);
            case H2, SQLITE, GENERIC -> {}
        }
    }

    /** A grant may be global or one of the database, whose name may be a pattern. */
    private void requireMariaDbGrants(String database) throws SQLException {
        if (Answers.any(connection, "SELECT 1 FROM DUAL WHERE current_role() IS NOT NULL")) {
            return;
        }
        for (String privilege : List.of("CREATE", "ALTER", "DROP", "INSERT", "DELETE")) {
            if (!Answers.any(connection, MARIADB_GRANT.formatted(privilege, text(database)))) {
                throw denied("%s in %s".formatted(privilege, database));
            }
        }
    }

    private void requirePostgresGrants(String defaultSchema, List<TableName> existing, List<TableName> missing)
            throws SQLException {
        if (defaultSchema.isEmpty()) {
            throw new UnderstudyException(
                    Problem.CONNECTION,
                    "The target %s gives its user no default schema, which Understudy needs for its ledger."
                            .formatted(target.access()));
        }
        Set<String> schemas = new TreeSet<>();
        schemas.add(defaultSchema);
        missing.forEach(table -> schemas.add(table.schema()));
        for (String schema : schemas) {
            // A schema that does not exist yet is made by the definitions.
            if (Answers.any(
                    connection,
                    "SELECT 1 FROM pg_namespace WHERE nspname = %s AND NOT has_schema_privilege(oid, 'CREATE')"
                            .formatted(text(schema)))) {
                throw denied("create tables in schema " + schema);
            }
        }
        for (TableName table : existing) {
            if (!Answers.any(
                    connection,
                    "SELECT 1 WHERE has_table_privilege(%1$s, 'INSERT') AND has_table_privilege(%1$s, 'TRUNCATE')"
                            .formatted(text(Identifiers.quote(Vendor.POSTGRESQL, table))))) {
                throw denied("insert into and truncate " + table);
            }
        }
    }

    private UnderstudyException denied(String what) {
        return new UnderstudyException(
                Problem.CONNECTION,
                "The target's user may not %s (%s); grant that, or use another user.".formatted(what, target.access()));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
