package dev.understudy.introspect.h2;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.introspect.catalog.CreationOrder;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.text.QualifiedNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Domains, constants, functions, views, triggers, synonyms; what is linked from elsewhere is withheld. */
final class H2Objects {
    /** By the words of SCRIPT. A constant may stand in a table's default, so it comes as early as domains do. */
    private static final Map<String, Kind> KINDS = Map.of(
            "DOMAIN", Kind.DOMAIN,
            "ALIAS", Kind.ROUTINE,
            "AGGREGATE", Kind.AGGREGATE,
            "VIEW", Kind.VIEW,
            "TRIGGER", Kind.TRIGGER,
            "CONSTANT", Kind.OTHER,
            "GLOBAL TEMPORARY TABLE", Kind.OTHER);

    private static final String SYNONYMS = """
            SELECT synonym_schema, synonym_name, synonym_for_schema, synonym_for FROM information_schema.synonyms
            WHERE synonym_schema IN (:schemas) ORDER BY synonym_schema, synonym_name""";

    private static final String LINKED = """
            SELECT table_schema, table_name FROM information_schema.tables
            WHERE table_schema IN (:schemas) AND table_type = 'TABLE LINK' ORDER BY table_schema, table_name""";

    private static final String TRIGGERS = """
            SELECT trigger_schema, trigger_name, event_object_table FROM information_schema.triggers
            WHERE trigger_schema IN (:schemas) ORDER BY trigger_schema, trigger_name""";

    private H2Objects() {}

    /** @param tables all selected tables */
    static List<SchemaObject> read(CatalogQuery query, H2Script script, Set<TableName> tables) throws SQLException {
        Set<TableName> needed = new TreeSet<>(tables);
        needed.addAll(script.names("VIEW"));
        List<SchemaObject> objects = new ArrayList<>();
        KINDS.forEach((words, kind) -> {
            for (TableName name : kind == Kind.TRIGGER ? List.<TableName>of() : script.names(words)) {
                String definition = script.definition(words, name);
                objects.add(SchemaObject.created(kind, name, definition, needs(definition, name, needed)));
            }
        });
        objects.addAll(query.list(TRIGGERS, row -> {
            TableName name = new TableName(row.getString(1), row.getString(2));
            TableName table = new TableName(row.getString(1), row.getString(3));
            String definition = script.definition("TRIGGER", name);
            TableName shown = new TableName(table.schema(), table.name() + "." + name.name());
            return definition.isEmpty()
                    ? SchemaObject.withheld(Kind.TRIGGER, shown, "only an administrator may read its definition")
                    : SchemaObject.created(Kind.TRIGGER, shown, definition, List.of(table));
        }));
        objects.addAll(query.list(SYNONYMS, row -> {
            TableName meant = new TableName(row.getString(3), row.getString(4));
            TableName name = new TableName(row.getString(1), row.getString(2));
            return SchemaObject.created(
                    Kind.SYNONYM,
                    name,
                    "CREATE SYNONYM %s FOR %s".formatted(quoted(name), quoted(meant)),
                    List.of(meant));
        }));
        objects.addAll(query.list(
                LINKED,
                row -> SchemaObject.withheld(
                        Kind.FOREIGN_TABLE,
                        new TableName(row.getString(1), row.getString(2)),
                        "it is a way into another database")));
        return CreationOrder.of(objects);
    }

    private static List<TableName> needs(String definition, TableName self, Set<TableName> tables) {
        return QualifiedNames.ansi(definition).names().stream()
                .filter(name -> tables.contains(name) && !name.equals(self))
                .distinct()
                .sorted()
                .toList();
    }

    private static String quoted(TableName name) {
        return '"' + name.schema().replace("\"", "\"\"") + "\".\"" + name.name().replace("\"", "\"\"") + '"';
    }
}
