package dev.understudy.introspect;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets links aside whose parent was not selected, or is not there: no row of the copy could satisfy them. */
final class LinksInside {
    private LinksInside() {}

    /** @param selected names of the schemas that were read */
    static Schema of(Schema schema, List<String> selected) {
        Map<TableName, Table> tables = schema.tablesByName();
        List<ForeignKey> inside = new ArrayList<>();
        List<SchemaObject> objects = new ArrayList<>(schema.objects());
        for (ForeignKey key : schema.foreignKeys()) {
            if (tables.containsKey(key.parent())) {
                inside.add(key);
            } else {
                objects.add(SchemaObject.withheld(
                        SchemaObject.Kind.OTHER,
                        new TableName(key.child().schema(), key.child().name() + "." + key.name()),
                        "it links to %s, which %s"
                                .formatted(
                                        key.parent(),
                                        // MariaDB takes links to tables that do not exist while checks are off.
                                        selected.contains(key.parent().schema())
                                                ? "does not exist, or may not be seen"
                                                : "is not among the selected schemas")));
            }
        }
        return new Schema(
                schema.vendor(),
                schema.vendorVersion(),
                schema.defaultSchema(),
                schema.tables(),
                inside,
                schema.sequences(),
                objects);
    }
}
