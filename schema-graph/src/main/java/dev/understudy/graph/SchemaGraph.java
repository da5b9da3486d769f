package dev.understudy.graph;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The tables that hold rows, parents before children, with the part that every link plays. Immutable, deterministic:
 * ties are settled by name.
 *
 * <p>Links of tables that hold no rows of their own (partitions, foreign tables) are left out; ask
 * {@link #links()} for those that count. Building costs about (tables + links) times (broken links + 1).
 */
public final class SchemaGraph {
    private final List<TableName> order;
    private final List<ForeignKey> links;
    private final List<Ring> rings;
    private final Set<ForeignKey> broken;
    private final Map<TableName, ForeignKey> owners;
    private final Map<TableName, TableName> subjects;
    private final Set<TableName> personal;
    private final ValueRings values;

    private SchemaGraph(
            List<TableName> order,
            List<ForeignKey> links,
            List<Ring> rings,
            Map<TableName, ForeignKey> owners,
            GraphFacts facts) {
        this.order = List.copyOf(order);
        this.links = List.copyOf(links);
        this.rings = List.copyOf(rings);
        this.broken = new HashSet<>();
        rings.forEach(ring -> broken.addAll(ring.broken()));
        this.values = new ValueRings(links, broken);
        this.owners = owners;
        this.subjects = new LinkedHashMap<>();
        this.personal = new HashSet<>();
        for (TableName table : order) {
            ForeignKey owner = owners.get(table);
            subjects.put(table, owner == null ? table : subjects.get(owner.parent()));
            if (facts.table(table).personal()) {
                personal.add(table);
            }
        }
    }

    /**
     * Orders the tables of {@code schema} and decides who owns whom.
     *
     * @param chosenSubjects tables that the operator named as subjects; empty to let the facts decide
     * @throws UnderstudyException if a chosen subject is not a table with rows of this schema
     */
    public static SchemaGraph of(Schema schema, GraphFacts facts, List<TableName> chosenSubjects) {
        Map<TableName, Table> tables = new LinkedHashMap<>();
        schema.rowTables().stream()
                .sorted(Comparator.comparing(Table::name))
                .forEach(table -> tables.put(table.name(), table));
        refuseStrangers(chosenSubjects, tables.keySet());
        List<ForeignKey> links = schema.foreignKeys().stream()
                .filter(link -> tables.containsKey(link.child()) && tables.containsKey(link.parent()))
                .toList();

        Graph<TableName, ForeignKey> graph = Rings.graphOf(
                tables.keySet(),
                links.stream().filter(link -> !link.isSelfReference()).toList());
        List<Ring> rings = Rings.breakAll(graph, facts);
        List<TableName> order = parentsFirst(graph);

        OwnerChoice choice = new OwnerChoice(tables, links, facts, chosenSubjects);
        Map<TableName, ForeignKey> owners = new LinkedHashMap<>();
        for (TableName table : order) {
            List<ForeignKey> candidates = List.copyOf(graph.incomingEdgesOf(table));
            choice.decide(table, candidates).ifPresent(link -> owners.put(table, link));
        }
        return new SchemaGraph(order, links, rings, owners, facts);
    }

    private static void refuseStrangers(List<TableName> chosen, Set<TableName> tables) {
        for (TableName subject : chosen) {
            if (!tables.contains(subject)) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "privacy.subject names %s, but the source has no such table with rows of its own."
                                .formatted(subject));
            }
        }
    }

    private static List<TableName> parentsFirst(Graph<TableName, ForeignKey> graph) {
        List<TableName> order = new ArrayList<>();
        new TopologicalOrderIterator<>(graph, Comparator.<TableName>naturalOrder()).forEachRemaining(order::add);
        return order;
    }

    /** All tables with rows; over links that are neither broken nor self references, parents come before children. */
    public List<TableName> order() {
        return order;
    }

    /** The links between tables with rows, in the order of the schema. */
    public List<ForeignKey> links() {
        return links;
    }

    /** Rings of more than one table, by name of their first table. */
    public List<Ring> rings() {
        return rings;
    }

    public LinkRole roleOf(ForeignKey link) {
        if (link.isSelfReference()) {
            return LinkRole.SELF;
        }
        if (broken.contains(link)) {
            return LinkRole.BROKEN;
        }
        return link.equals(owners.get(link.child())) ? LinkRole.OWNING : LinkRole.REFERENCE;
    }

    /**
     * True if the value of a child's column follows from where the link points; not if the link only says among which rows of
     * its own table, or if the value would come from the column itself.
     */
    public boolean decides(ForeignKey link, String column) {
        return values.decides(link, column);
    }

    /** The link through which rows of {@code table} are made; empty for a subject. */
    public Optional<ForeignKey> owningLink(TableName table) {
        return Optional.ofNullable(owners.get(table));
    }

    /** Tables whose owning link arrives at {@code parent}, in {@link #order()}. */
    public List<TableName> ownedBy(TableName parent) {
        return order.stream()
                .filter(table ->
                        owners.containsKey(table) && owners.get(table).parent().equals(parent))
                .toList();
    }

    /** The table with which families of {@code table} start; the table itself if nothing owns it. */
    public TableName subjectOf(TableName table) {
        TableName subject = subjects.get(table);
        if (subject == null) {
            throw new IllegalArgumentException("%s holds no rows of its own.".formatted(table));
        }
        return subject;
    }

    /** All tables that nothing owns, in {@link #order()}; lookups and copied tables too. */
    public List<TableName> subjects() {
        return order.stream().filter(table -> !owners.containsKey(table)).toList();
    }

    /** The subjects that matter: those that own something or carry personal data. */
    public List<TableName> mainSubjects() {
        return subjects().stream()
                .filter(table -> personal.contains(table) || !ownedBy(table).isEmpty())
                .toList();
    }
}
