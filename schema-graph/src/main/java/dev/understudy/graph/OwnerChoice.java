package dev.understudy.graph;

import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses for one table after the other, parents first, the link through which its rows are made, if it has one.
 *
 * <p>A parent owns if its rows are things of their own with enough of them to learn families from: no lookup, at least
 * 100 rows, or 50 if they are people (with fewer families no tree is learned). An attribute that lives in a table of its
 * own, as an address of a customer, does not own its customer: such a link is one to one.
 */
final class OwnerChoice {
    static final long FEWEST_OWNERS = 100;
    static final long FEWEST_PERSONS = 50;
    /** A link that most rows leave empty cannot be where they come from. */
    private static final double MOST_NULLS = 0.5;

    private final Map<TableName, Table> tables;
    private final GraphFacts facts;
    private final Set<TableName> chosen;
    private final Set<TableName> referenced;
    private final Map<TableName, ForeignKey> owners = new HashMap<>();

    OwnerChoice(
            Map<TableName, Table> tables, List<ForeignKey> links, GraphFacts facts, List<TableName> chosenSubjects) {
        this.tables = tables;
        this.facts = facts;
        this.chosen = Set.copyOf(chosenSubjects);
        this.referenced = links.stream().map(ForeignKey::parent).collect(Collectors.toUnmodifiableSet());
    }

    /** Decides for {@code child}. All parents in {@code links} must have been decided before. */
    Optional<ForeignKey> decide(TableName child, List<ForeignKey> links) {
        if (chosen.contains(child) || facts.table(child).standsApart()) {
            return Optional.empty();
        }
        List<ForeignKey> candidates = links.stream()
                .filter(this::mayOwn)
                .filter(link -> links.stream().noneMatch(wider -> !mayOwn(wider) && isToldBy(link, wider)))
                .toList();
        Optional<ForeignKey> owner = candidates.stream().min(best(tables.get(child), candidates));
        owner.ifPresent(link -> owners.put(child, link));
        return owner;
    }

    private boolean mayOwn(ForeignKey link) {
        // Rows of several types have several parents; no one of them is where they all come from.
        if (link.isTyped() || isComputed(link)) {
            return false;
        }
        LinkFacts about = facts.link(link);
        if (about.listed() || about.nullShare() > MOST_NULLS || about.nullShare() > 0 && isPartlyRequired(link)) {
            return false;
        }
        return isOwner(link.parent()) && !isAttribute(link);
    }

    /** A row without such a parent still has values there, which then have to come from elsewhere: (tenant, order). */
    private boolean isPartlyRequired(ForeignKey link) {
        return link.childColumns().stream()
                .flatMap(name -> tables.get(link.child()).column(name).stream())
                .anyMatch(column -> !column.nullable());
    }

    /**
     * True if {@code wider} rests on the columns of the link and on others that every row has: where the link points
     * somewhere, {@code wider} does, and has to be chosen among fewer rows.
     */
    private boolean isToldBy(ForeignKey link, ForeignKey wider) {
        Table child = tables.get(link.child());
        List<String> columns = link.childColumns();
        return wider.columns().size() > columns.size()
                && wider.childColumns().containsAll(columns)
                && wider.childColumns().stream()
                        .filter(name -> !columns.contains(name))
                        .flatMap(name -> child.column(name).stream())
                        .noneMatch(Column::nullable);
    }

    /** What the database computes says which parents come into question, so the child has to choose among them. */
    private boolean isComputed(ForeignKey link) {
        return link.childColumns().stream()
                .flatMap(name -> tables.get(link.child()).column(name).stream())
                .anyMatch(column -> column.filling() == Filling.GENERATED);
    }

    private boolean isOwner(TableName parent) {
        TableFacts about = facts.table(parent);
        if (about.standsApart()) {
            return false;
        }
        return chosen.contains(parent) || about.rows() >= (about.personal() ? FEWEST_PERSONS : FEWEST_OWNERS);
    }

    /**
     * True if the parent of {@code link} describes the child rather than owning it. What is named by its parent's key is a
     * part or an extension of the parent, even if no parent happens to have two; so is a declared unique link of a table to which nothing else refers (a user's profile).
     */
    private boolean isAttribute(ForeignKey link) {
        Table child = tables.get(link.child());
        Set<String> columns = new HashSet<>(link.childColumns());
        boolean named = child.primaryKey()
                .filter(key -> key.columns().containsAll(columns) || columns.containsAll(key.columns()))
                .isPresent();
        if (named) {
            return false;
        }
        boolean unique = child.keys().stream()
                .filter(UniqueKey::isPlain)
                .anyMatch(key -> columns.equals(Set.copyOf(key.columns())));
        if (unique) {
            return referenced.contains(link.child());
        }
        return facts.link(link).oneToOne();
    }

    private Comparator<ForeignKey> best(Table child, List<ForeignKey> candidates) {
        List<String> key = child.primaryKey().map(UniqueKey::columns).orElse(List.of());
        boolean junction = candidates.stream().filter(link -> partOf(key, link)).count() > 1;
        Comparator<ForeignKey> order = Comparator.comparing(link -> !leadsToChosen(link.parent()));
        order = order.thenComparing(link -> candidates.stream().anyMatch(link::isImpliedBy));
        order = order.thenComparing(link -> !partOf(key, link));
        if (junction) {
            // Of the two keys of a junction table, the order of columns says less than its name: film_actor is of
            // films.
            order = order.thenComparing(link -> !isNamedAfter(child, link.parent()));
        }
        return order.thenComparing(
                        link -> !(partOf(key, link) && link.childColumns().contains(key.get(0))))
                .thenComparing(link -> !leadsToPersons(link.parent()))
                .thenComparing(link -> !isNamedAfter(child, link.parent()))
                .thenComparing(ForeignKey::optional)
                .thenComparing(link -> -facts.table(link.parent()).rows())
                .thenComparing(ForeignKey::name);
    }

    private static boolean partOf(List<String> key, ForeignKey link) {
        return !key.isEmpty() && Set.copyOf(key).containsAll(link.childColumns());
    }

    private boolean leadsToChosen(TableName table) {
        return chosen.contains(table)
                || owner(table).map(link -> leadsToChosen(link.parent())).orElse(false);
    }

    private boolean leadsToPersons(TableName table) {
        return facts.table(table).personal()
                || owner(table).map(link -> leadsToPersons(link.parent())).orElse(false);
    }

    private Optional<ForeignKey> owner(TableName table) {
        return Optional.ofNullable(owners.get(table));
    }

    private static boolean isNamedAfter(Table child, TableName parent) {
        return child.name().name().toLowerCase(Locale.ROOT).startsWith(singular(parent.name()));
    }

    /** {@code order} of {@code orders}, so that {@code order_line} is named after it. */
    private static String singular(String plural) {
        String lower = plural.toLowerCase(Locale.ROOT);
        return lower.length() > 3 && lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
