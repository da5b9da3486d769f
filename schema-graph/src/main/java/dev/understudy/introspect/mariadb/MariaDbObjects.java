package dev.understudy.introspect.mariadb;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.introspect.catalog.CreationOrder;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.text.QualifiedNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Views, routines and triggers, owned by whoever creates them: the DEFINER of the source is dropped. Events are withheld.
 */
final class MariaDbObjects {
    private static final String VIEWS = """
            SELECT table_schema, table_name, view_definition, check_option, security_type
            FROM information_schema.views WHERE table_schema IN (:schemas) ORDER BY table_schema, table_name""";

    private static final String ROUTINES = """
            SELECT routine_schema, routine_name, routine_type FROM information_schema.routines
            WHERE routine_schema IN (:schemas) ORDER BY routine_schema, routine_name, routine_type""";

    private static final String TRIGGERS = """
            SELECT trigger_schema, trigger_name, action_timing, event_manipulation, event_object_schema,
              event_object_table, action_statement, action_order
            FROM information_schema.triggers WHERE trigger_schema IN (:schemas)
            ORDER BY event_object_schema, event_object_table, action_timing, event_manipulation, action_order""";

    private static final String EVENTS = """
            SELECT event_schema, event_name FROM information_schema.events
            WHERE event_schema IN (:schemas) ORDER BY event_schema, event_name""";

    private static final Pattern ROUTINE_HEAD =
            Pattern.compile("^CREATE (?:DEFINER=\\S+ )?(AGGREGATE )?(FUNCTION|PROCEDURE) `((?:[^`]|``)+)`");

    private final CatalogQuery query;
    private final Set<TableName> known;

    private MariaDbObjects(CatalogQuery query, Set<TableName> known) {
        this.query = query;
        this.known = known;
    }

    static List<SchemaObject> read(CatalogQuery query, Set<TableName> tables) throws SQLException {
        Set<TableName> known = new HashSet<>(tables);
        known.addAll(query.list(VIEWS, MariaDbObjects::name));
        MariaDbObjects reader = new MariaDbObjects(query, known);
        List<SchemaObject> objects = new ArrayList<>(query.list(VIEWS, reader::view));
        for (Routine routine : query.list(ROUTINES, row -> new Routine(name(row), row.getString(3)))) {
            objects.add(reader.routine(routine));
        }
        objects.addAll(query.list(
                EVENTS, row -> SchemaObject.withheld(Kind.EVENT, name(row), "it would run by itself in the target")));
        List<SchemaObject> ordered = new ArrayList<>(CreationOrder.of(objects));
        // Triggers of one table fire in the order in which they were made, so they are not sorted by name.
        ordered.addAll(query.list(TRIGGERS, MariaDbObjects::trigger));
        return ordered.stream().sorted(Comparator.comparing(SchemaObject::kind)).toList();
    }

    private record Routine(TableName name, String type) {}

    private static TableName name(ResultSet row) throws SQLException {
        return new TableName(row.getString(1), row.getString(2));
    }

    private SchemaObject view(ResultSet row) throws SQLException {
        TableName name = name(row);
        String query = Objects.requireNonNullElse(row.getString("view_definition"), "");
        if (query.isEmpty()) {
            return SchemaObject.withheld(Kind.VIEW, name, "the user may not see its text");
        }
        String option = row.getString("check_option");
        String definition = "CREATE SQL SECURITY %s VIEW %s AS %s%s"
                .formatted(
                        row.getString("security_type"),
                        Backticks.quote(name),
                        query,
                        option.equals("NONE") ? "" : " WITH " + option + " CHECK OPTION");
        List<TableName> needs = QualifiedNames.backticks(query).names().stream()
                .filter(other -> known.contains(other) && !other.equals(name))
                .distinct()
                .sorted()
                .toList();
        return SchemaObject.created(Kind.VIEW, name, definition, needs);
    }

    private SchemaObject routine(Routine routine) throws SQLException {
        if (!routine.type().equals("FUNCTION") && !routine.type().equals("PROCEDURE")) {
            return SchemaObject.withheld(Kind.ROUTINE, routine.name(), "packages are not copied");
        }
        String shown = query.list(
                        "SHOW CREATE " + routine.type() + " " + Backticks.quote(routine.name()),
                        row -> Objects.requireNonNullElse(row.getString(3), ""))
                .get(0);
        var head = ROUTINE_HEAD.matcher(shown);
        if (!head.find()) {
            return SchemaObject.withheld(Kind.ROUTINE, routine.name(), "the user may not see its text");
        }
        String definition = "CREATE " + Objects.requireNonNullElse(head.group(1), "") + head.group(2) + " "
                + Backticks.quote(routine.name()) + shown.substring(head.end());
        return SchemaObject.created(Kind.ROUTINE, routine.name(), definition, List.of());
    }

    private static SchemaObject trigger(ResultSet row) throws SQLException {
        TableName trigger = name(row);
        TableName table = new TableName(row.getString("event_object_schema"), row.getString("event_object_table"));
        String definition = "CREATE TRIGGER %s %s %s ON %s FOR EACH ROW %s"
                .formatted(
                        Backticks.quote(trigger),
                        row.getString("action_timing"),
                        row.getString("event_manipulation"),
                        Backticks.quote(table),
                        row.getString("action_statement"));
        return SchemaObject.created(
                Kind.TRIGGER,
                new TableName(table.schema(), table.name() + "." + trigger.name()),
                definition,
                List.of(table));
    }
}
