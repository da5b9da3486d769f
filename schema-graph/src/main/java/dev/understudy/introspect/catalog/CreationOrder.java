package dev.understudy.introspect.catalog;

import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts objects into an order in which they can be created: by kind, then by what they need, then by name. */
public final class CreationOrder {
    private final Map<TableName, SchemaObject> waiting = new LinkedHashMap<>();
    private final List<SchemaObject> ordered = new ArrayList<>();

    private CreationOrder() {}

    /** Views that need each other in a circle, which no catalog allows, stay in the order of their names. */
    public static List<SchemaObject> of(Collection<SchemaObject> objects) {
        List<SchemaObject> byKind = objects.stream()
                .sorted(Comparator.comparing(SchemaObject::kind).thenComparing(SchemaObject::name))
                .toList();
        CreationOrder order = new CreationOrder();
        byKind.stream().filter(CreationOrder::isView).forEach(view -> order.waiting.put(view.name(), view));
        for (SchemaObject object : byKind) {
            if (!isView(object)) {
                order.ordered.add(object);
            } else if (order.waiting.containsKey(object.name())) {
                order.place(object);
            }
        }
        return List.copyOf(order.ordered);
    }

    private static boolean isView(SchemaObject object) {
        return object.kind() == SchemaObject.Kind.VIEW;
    }

    private void place(SchemaObject view) {
        waiting.remove(view.name());
        for (TableName need : view.needs()) {
            if (waiting.containsKey(need)) {
                place(waiting.get(need));
            }
        }
        ordered.add(view);
    }
}
