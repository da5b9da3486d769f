package dev.understudy.introspect.postgresql;

import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of the objects found are passed on: those of the selected schemas, the types and routines of other schemas that
 * these need, and nothing that reaches outside or needs something that is not there.
 */
final class Selected {
    /** What other schemas may lend: it holds no rows. */
    private static final Set<Kind> LENT = EnumSet.of(
            Kind.SCHEMA,
            Kind.EXTENSION,
            Kind.COLLATION,
            Kind.TEXT_SEARCH,
            Kind.ENUM_TYPE,
            Kind.COMPOSITE_TYPE,
            Kind.RANGE_TYPE,
            Kind.DOMAIN,
            Kind.ROUTINE,
            Kind.AGGREGATE,
            Kind.OPERATOR);

    private static final Pattern CALL = Pattern.compile("((?:\\w+|\"[^\"]+\")[.](?:\\w+|\"[^\"]+\"))\\s*\\(");

    private final Map<Address, Found> objects = new LinkedHashMap<>();
    private final Map<Address, Relation> relations = new HashMap<>();
    private final Set<Address> tables = new HashSet<>();
    private final Dependencies dependencies;

    /**
     * @param tables names of the tables that the target will have
     */
    Selected(
            Collection<Found> found,
            Collection<Relation> relations,
            Set<TableName> tables,
            Dependencies dependencies,
            List<String> schemas) {
        this.dependencies = dependencies;
        relations.forEach(relation -> {
            this.relations.put(relation.address(), relation);
            if (tables.contains(relation.name())) {
                this.tables.add(relation.address());
            }
        });
        Map<Address, Found> all = new LinkedHashMap<>();
        found.stream()
                .filter(object -> !dependencies.members().contains(object.address()))
                .forEach(object -> all.put(object.address(), object));
        keep(all, schemas);
        withholdOutward();
        withholdWhatMisses();
        // A trigger that is switched off must not be switched on again.
        objects.keySet()
                .removeIf(address -> address.catalog().equals(RelationSearches.MODE_OF_TRIGGER)
                        && objects.get(new Address("pg_trigger", address.id())).handling() != Handling.CREATE);
    }

    private void keep(Map<Address, Found> all, List<String> schemas) {
        Deque<Address> open = new ArrayDeque<>(tables);
        all.forEach((address, object) -> {
            if (object.schema().isEmpty() || schemas.contains(object.schema())) {
                objects.put(address, object);
                open.add(address);
            }
        });
        Set<Address> seen = new HashSet<>(open);
        Map<String, List<Address>> routines = routines(all.values());
        while (!open.isEmpty()) {
            Address next = open.remove();
            List<Address> needs = new ArrayList<>(dependencies.of(next));
            if (all.containsKey(next) && all.get(next).kind() == Kind.ROUTINE) {
                needs.addAll(called(all.get(next).definition(), routines));
            }
            for (Address need : needs) {
                Found lent = all.get(need);
                boolean wanted = lent != null && LENT.contains(lent.kind());
                if (wanted && seen.add(need)) {
                    objects.putIfAbsent(need, lent);
                    open.add(need);
                }
            }
        }
        // A lent object brings its schema, and so does an extension.
        all.values().stream()
                .filter(object -> object.kind() == Kind.SCHEMA)
                .filter(schema -> objects.values().stream().anyMatch(object -> standsIn(object, schema)))
                .toList()
                .forEach(schema -> objects.putIfAbsent(schema.address(), schema));
    }

    private static Map<String, List<Address>> routines(Collection<Found> all) {
        Map<String, List<Address>> routines = new HashMap<>();
        for (Found object : all) {
            if (object.kind() == Kind.ROUTINE) {
                String name = object.name().name().replaceFirst("\\(.*", "");
                routines.computeIfAbsent(object.schema() + "." + name, n -> new ArrayList<>())
                        .add(object.address());
            }
        }
        return routines;
    }

    /** Routines that the text of another one calls with their schema; the catalog knows nothing of what stands in a text. */
    private static List<Address> called(String text, Map<String, List<Address>> routines) {
        return CALL.matcher(text)
                .results()
                .map(call -> call.group(1).replace("\"", ""))
                .distinct()
                .flatMap(name -> routines.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private static boolean standsIn(Found object, Found schema) {
        return object.schema().equals(schema.schema())
                || object.kind() == Kind.EXTENSION
                        && object.definition()
                                .endsWith(schema.definition()
                                        .replaceFirst("^CREATE SCHEMA IF NOT EXISTS", " WITH SCHEMA"));
    }

    private void withholdOutward() {
        Outward outward = new Outward(
                objects.values().stream()
                        .filter(object -> object.kind() == Kind.ROUTINE)
                        .map(routine ->
                                new Outward.Routine(routine.name().name().replaceFirst("\\(.*", ""), routine.source()))
                        .toList(),
                relations.values().stream()
                        .filter(relation -> relation.kind() == TableKind.FOREIGN)
                        .map(relation -> relation.name().name())
                        .toList());
        objects.replaceAll((address, object) -> {
            if (object.withheld()) {
                return object;
            }
            return switch (object.kind()) {
                case TRIGGER -> trigger(object, outward);
                case MATERIALIZED_VIEW ->
                    outward.reaches(object.source())
                            ? object.withhold("filling it would reach outside the database")
                            : object;
                default -> object;
            };
        });
    }

    private Found trigger(Found trigger, Outward outward) {
        boolean out = outward.reaches(trigger.source());
        if (!out && !trigger.source().startsWith("off ")) {
            return trigger;
        }
        String reason = out ? "its function reaches outside the database" : "it is switched off in the source";
        // Only triggers of tables can be switched off.
        return relations.containsKey(Address.relation(trigger.on()))
                ? trigger.disable(reason)
                : trigger.withhold(reason);
    }

    private void withholdWhatMisses() {
        boolean changed = true;
        while (changed) {
            List<Found> missing = new ArrayList<>();
            for (Found object : objects.values()) {
                if (!object.withheld()) {
                    missingFor(object).ifPresent(reason -> missing.add(object.withhold(reason)));
                }
            }
            missing.forEach(object -> objects.put(object.address(), object));
            changed = !missing.isEmpty();
        }
    }

    private Optional<String> missingFor(Found object) {
        return direct(object)
                .filter(need -> !tables.contains(need))
                .map(need -> {
                    Found other = objects.get(need);
                    if (other != null) {
                        return other.withheld() ? "it needs " + other.name() + ", which is not created" : "";
                    }
                    Relation relation = relations.get(need);
                    boolean unselected =
                            relation != null && !dependencies.members().contains(need);
                    return unselected
                            ? "it needs " + relation.name() + ", which is not among the tables of the copy"
                            : "";
                })
                .filter(reason -> !reason.isEmpty())
                .findFirst();
    }

    /** What an object needs itself: where it stands, and what the catalog notes. */
    Stream<Address> direct(Found object) {
        return Stream.concat(
                object.on() == 0 ? Stream.of() : Stream.of(Address.relation(object.on())),
                dependencies.of(object.address()).stream());
    }

    Map<Address, Found> objects() {
        return objects;
    }

    /** Name of a table of the copy. */
    Optional<TableName> table(Address address) {
        return tables.contains(address) ? Optional.of(relations.get(address).name()) : Optional.empty();
    }

    boolean creates(Address address) {
        return tables.contains(address)
                || objects.containsKey(address) && objects.get(address).handling() != Handling.WITHHOLD;
    }
}
