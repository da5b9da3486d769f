package dev.understudy.feature;

import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a database declares, in its own words, one line each: asked of the catalogs without any class of the product. */
final class Declared {
    private static final String OWN = " NOT IN ('pg_catalog', 'information_schema') AND nspname NOT LIKE 'pg_toast%'";

    private static final List<String> POSTGRES = List.of(
            "SELECT 'column', c.oid::regclass::text, attname, format_type(atttypid, atttypmod), (attnotnull OR typnotnull)::text,"
                    + " attidentity::text, attgenerated::text, coalesce(pg_get_expr(adbin, adrelid), '')"
                    + " FROM pg_attribute a JOIN pg_type y ON y.oid = atttypid JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace"
                    + " LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
                    + " WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm') AND nspname" + OWN,
            "SELECT 'constraint', CASE WHEN conrelid <> 0 THEN conrelid::regclass::text ELSE contypid::regtype::text END,"
                    + " conname, pg_get_constraintdef(o.oid), convalidated::text"
                    + " FROM pg_constraint o JOIN pg_namespace n ON n.oid = connamespace"
                    + " WHERE contype <> 't' AND nspname" + OWN,
            "SELECT 'trigger', pg_get_triggerdef(t.oid), tgenabled::text FROM pg_trigger t WHERE NOT tgisinternal",
            "SELECT 'index', pg_get_indexdef(indexrelid), indisvalid::text FROM pg_index"
                    + " JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname"
                    + OWN,
            "SELECT 'table', c.oid::regclass::text, relkind::text, relrowsecurity::text, relforcerowsecurity::text,"
                    + " coalesce(pg_get_partkeydef(c.oid), ''), coalesce(pg_get_expr(relpartbound, c.oid), ''),"
                    + " coalesce(obj_description(c.oid, 'pg_class'), ''), relispopulated::text,"
                    + " coalesce((SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid), '')"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND nspname" + OWN,
            "SELECT 'comment', c.oid::regclass::text, attname, col_description(c.oid, attnum) FROM pg_attribute"
                    + " JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE col_description(c.oid, attnum) IS NOT NULL AND nspname" + OWN,
            "SELECT 'policy', tablename, policyname, permissive, cmd, qual, with_check FROM pg_policies",
            "SELECT 'view', c.oid::regclass::text, pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE relkind IN ('v', 'm') AND nspname" + OWN,
            "SELECT 'rule', rulename, definition FROM pg_rules WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
            "SELECT 'routine', p.oid::regprocedure::text, prokind::text, prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace"
                    + " WHERE nspname" + OWN,
            "SELECT 'label', enumtypid::regtype::text, enumlabel, enumsortorder::text FROM pg_enum",
            "SELECT 'sequence', seqrelid::regclass::text, seqincrement::text, seqtypid::regtype::text FROM pg_sequence",
            "SELECT 'extension', extname FROM pg_extension");

    private Declared() {}

    static SortedSet<String> in(Vendor vendor, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            SortedSet<String> lines = switch (vendor) {
                case POSTGRESQL -> lines(connection, POSTGRES);
                case MARIADB -> ofMariaDb(connection);
                default -> ofH2(connection);
            };
            lines = lines.stream().map(Declared::unlabelled).collect(Collectors.toCollection(TreeSet::new));
            // The ledger is the product's own.
            lines.removeIf(line -> line.toLowerCase(Locale.ROOT).contains("understudy_"));
            // A condition that is read back once more is shown with other casts and parentheses.
            return lines.stream()
                    .map(line -> line.startsWith("constraint") ? line.replaceAll("::[a-z ]+(\\[\\])?|[()]", "") : line)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Without what a run adds to the comment of a table. */
    private static String unlabelled(String line) {
        String label = "\\[Synthetic rows, made by Understudy[^\\]]*\\]";
        return line.replaceAll(" COMMENT[= ]?'" + label + "'", "")
                .replaceAll("\\| " + label, "| ")
                .replaceAll(" ?" + label, "")
                // Blanks at the end of a comment are not kept beside the label.
                .replaceAll("\\s+\\|", " |");
    }

    private static SortedSet<String> ofMariaDb(Connection connection) throws SQLException {
        String database = connection.getCatalog();
        List<String> queries = new ArrayList<>(
                List.of(
                        "SELECT 'trigger', trigger_name, event_object_table, action_timing, event_manipulation, action_statement"
                                + " FROM information_schema.triggers WHERE trigger_schema = database()",
                        "SELECT 'routine', routine_name, routine_type, routine_definition FROM information_schema.routines WHERE routine_schema = database()",
                        "SELECT 'view', table_name, view_definition FROM information_schema.views WHERE table_schema = database()"));
        for (String table : lines(
                connection,
                List.of(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = database() AND table_type <> 'VIEW'"))) {
            queries.add("SHOW CREATE TABLE `" + table.replace("`", "``") + "`");
        }
        SortedSet<String> lines = new TreeSet<>();
        for (String line : lines(connection, queries)) {
            lines.add(line.replaceAll(" AUTO_INCREMENT=\\d+", "").replace(database, "db"));
        }
        return lines;
    }

    private static SortedSet<String> ofH2(Connection connection) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        for (String line : lines(connection, List.of("SCRIPT NODATA NOSETTINGS"))) {
            if (!line.startsWith("CREATE USER") && !line.startsWith("-- ")) {
                lines.add(line.replaceAll("(RESTART|START) WITH -?\\d+ ?", "").replaceAll("SELECTIVITY \\d+", ""));
            }
        }
        return lines;
    }

    private static SortedSet<String> lines(Connection connection, List<String> queries) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        for (String query : queries) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    List<String> parts = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        parts.add(rows.getString(i));
                    }
                    lines.add(String.join(
                            " | ", parts.stream().map(String::valueOf).toList()));
                }
            }
        }
        return lines;
    }
}
