package dev.understudy.graph;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DirectedMultigraph;

/**
 * Finds the strongly connected parts of a graph of links and takes away the weakest links until none is left.
 *
 * <p>Weakest first: nullable, then deferrable, then any; the smaller child table at a tie, because its rows are written
 * twice. Of required links one goes last whose columns are part of a key that a wider link of the ring names: that key must be
 * known before anybody can point at it. Taking links greedily can take one too many, so at the end each is put back if no ring comes of it. Cost: the
 * number of broken links times the size of the graph.
 */
final class Rings {
    private final Graph<TableName, ForeignKey> graph;
    private final GraphFacts facts;

    private Rings(Graph<TableName, ForeignKey> graph, GraphFacts facts) {
        this.graph = graph;
        this.facts = facts;
    }

    /** @param ring all links of the ring */
    private Comparator<ForeignKey> weakestFirst(List<ForeignKey> ring) {
        // Of two links that are as weak, the wider one can still be chosen to agree with what the other one has told.
        return Comparator.comparing((ForeignKey link) -> !link.optional())
                .thenComparing(link -> !link.optional() && isPartOfWiderKey(link, ring))
                .thenComparingInt(Rings::strength)
                .thenComparingInt(link -> -link.columns().size())
                .thenComparingLong(link -> facts.table(link.child()).rows())
                .thenComparing(ForeignKey::child)
                .thenComparing(ForeignKey::name);
    }

    private static boolean isPartOfWiderKey(ForeignKey link, List<ForeignKey> ring) {
        return ring.stream()
                .filter(other -> other.parent().equals(link.child()))
                .filter(other -> other.columns().size() > link.columns().size())
                .anyMatch(other -> other.parentColumns().stream()
                        .anyMatch(column -> link.childColumns().contains(column)));
    }

    /** A graph of parents and children with one edge per link; every link is an edge from parent to child. */
    static Graph<TableName, ForeignKey> graphOf(Set<TableName> tables, List<ForeignKey> links) {
        Graph<TableName, ForeignKey> graph = new DirectedMultigraph<>(ForeignKey.class);
        tables.forEach(graph::addVertex);
        links.forEach(link -> graph.addEdge(link.parent(), link.child(), link));
        return graph;
    }

    /** Takes the broken links out of {@code graph} and says which rings there were, by name of their first table. */
    static List<Ring> breakAll(Graph<TableName, ForeignKey> graph, GraphFacts facts) {
        Rings rings = new Rings(graph, facts);
        return parts(graph).stream().map(rings::breakOne).toList();
    }

    private static List<Set<TableName>> parts(Graph<TableName, ForeignKey> graph) {
        return new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream()
                        .filter(part -> part.size() > 1)
                        .sorted(Comparator.comparing(part ->
                                part.stream().min(Comparator.naturalOrder()).orElseThrow()))
                        .toList();
    }

    private Ring breakOne(Set<TableName> part) {
        List<ForeignKey> inside = graph.edgeSet().stream()
                .filter(link -> part.contains(link.parent()) && part.contains(link.child()))
                .toList();
        Comparator<ForeignKey> weakestFirst = weakestFirst(inside);
        Graph<TableName, ForeignKey> ring = graphOf(part, inside);
        List<ForeignKey> broken = new ArrayList<>();
        for (List<ForeignKey> closing = closing(ring); !closing.isEmpty(); closing = closing(ring)) {
            ForeignKey weakest = closing.stream().min(weakestFirst).orElseThrow();
            ring.removeEdge(weakest);
            broken.add(weakest);
        }
        broken.sort(weakestFirst.reversed());
        putBackWhatClosesNothing(ring, broken);
        broken.forEach(graph::removeEdge);
        broken.sort(Comparator.comparing(ForeignKey::child).thenComparing(ForeignKey::name));
        boolean required = broken.stream().anyMatch(link -> strength(link) == 2);
        return new Ring(part.stream().sorted().toList(), broken, required);
    }

    /** Links on some cycle. */
    private static List<ForeignKey> closing(Graph<TableName, ForeignKey> ring) {
        return parts(ring).stream()
                .flatMap(part -> ring.edgeSet().stream()
                        .filter(link -> part.contains(link.parent()) && part.contains(link.child())))
                .toList();
    }

    /** @param broken the strongest first */
    private static void putBackWhatClosesNothing(Graph<TableName, ForeignKey> ring, List<ForeignKey> broken) {
        broken.removeIf(link -> {
            ring.addEdge(link.parent(), link.child(), link);
            if (new CycleDetector<>(ring).detectCycles()) {
                ring.removeEdge(link);
                return false;
            }
            return true;
        });
    }

    private static int strength(ForeignKey link) {
        if (link.optional()) {
            return 0;
        }
        return link.deferrability().isDeferrable() ? 1 : 2;
    }
}
