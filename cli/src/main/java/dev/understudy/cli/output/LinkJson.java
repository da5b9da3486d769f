package dev.understudy.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.plan.PlannedLink;
import dev.understudy.schema.ForeignKey;

/** Links as JSON. */
final class LinkJson {
    private LinkJson() {}

    static void add(ObjectNode row, PlannedLink planned) {
        add(row, planned.link());
        if (planned.orphans() < 0) {
            row.putNull("orphans");
        } else {
            row.put("orphans", planned.orphans());
        }
    }

    static void add(ObjectNode row, ForeignKey link) {
        row.put("name", link.name());
        row.put("from", link.child().toString());
        ArrayNode from = row.putArray("columns");
        link.childColumns().forEach(from::add);
        row.put("to", link.parent().toString());
        ArrayNode to = row.putArray("keyColumns");
        link.parentColumns().forEach(to::add);
        row.put("optional", link.optional());
        row.put("declaredBy", link.isConfigured() ? "configuration" : "database");
        if (link.isTyped()) {
            row.put("typeColumn", link.type().column());
            row.put("typeLabel", link.type().label());
        }
    }
}
