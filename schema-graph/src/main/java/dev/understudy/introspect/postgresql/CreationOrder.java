package dev.understudy.introspect.postgresql;

import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Objects by kind and name, except that whatever an object needs comes before it. */
final class CreationOrder {
    private static final Comparator<Found> BY_KIND = Comparator.comparing(Found::kind)
            .thenComparing(Found::name)
            .thenComparing(object -> object.address().id());

    private final Selected selected;
    private final List<SchemaObject> order = new ArrayList<>();
    private final Set<Address> placed = new HashSet<>();
    private final Map<Address, Set<TableName>> needs = new HashMap<>();

    private CreationOrder(Selected selected) {
        this.selected = selected;
    }

    static List<SchemaObject> of(Selected selected) {
        CreationOrder order = new CreationOrder(selected);
        selected.objects().values().stream().sorted(BY_KIND).forEach(order::place);
        return order.order;
    }

    private void place(Found object) {
        if (!placed.add(object.address())) {
            return;
        }
        List<Found> before = selected.direct(object)
                .map(selected.objects()::get)
                .filter(need -> need != null && need != object)
                .sorted(BY_KIND)
                .toList();
        before.forEach(this::place);
        order.add(new SchemaObject(
                object.kind(),
                object.kind() == Kind.SCHEMA ? new TableName("", object.schema()) : object.name(),
                object.definition(),
                object.handling(),
                object.reason(),
                object.withheld() ? List.of() : List.copyOf(relations(object))));
    }

    /** Tables and views that the object needs, also through types and routines, but not through other views. */
    private Set<TableName> relations(Found object) {
        Set<TableName> known = needs.get(object.address());
        if (known != null) {
            return known;
        }
        Set<TableName> names = new TreeSet<>();
        // Entered before it is complete: objects that need each other must not go round for ever.
        needs.put(object.address(), names);
        selected.direct(object).forEach(need -> {
            Found other = selected.objects().get(need);
            selected.table(need).ifPresent(names::add);
            if (other != null && (other.kind() == Kind.VIEW || other.kind() == Kind.MATERIALIZED_VIEW)) {
                names.add(other.name());
            } else if (other != null && other != object) {
                names.addAll(relations(other));
            }
        });
        return names;
    }
}
