package dev.understudy.benchmark;

import dev.understudy.compare.SideRows;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.TableMode;
import dev.understudy.random.Draws;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which tables are cut by families of one subject, which belong to both halves, and the halves themselves. */
public final class FamilySplit {
    private final BenchmarkSet set;
    private final List<TableName> cut;
    private final List<TableName> tables;

    private FamilySplit(BenchmarkSet set, List<TableName> cut, List<TableName> tables) {
        this.set = set;
        this.cut = cut;
        this.tables = tables;
    }

    /** Families of a subject, with all that its tables refer to. */
    static FamilySplit of(BenchmarkSet set, TableName subject) {
        return of(set, subject, table -> true);
    }

    /** The same with some tables only, their owners, and all that these refer to. */
    public static FamilySplit of(BenchmarkSet set, TableName subject, Predicate<TableName> wanted) {
        SchemaGraph graph = set.request().graph();
        Set<TableName> chosen = new HashSet<>();
        for (TableName table : set.columns().keySet()) {
            for (Optional<TableName> at = Optional.of(table).filter(wanted); at.isPresent(); ) {
                chosen.add(at.get());
                at = graph.owningLink(at.get()).map(ForeignKey::parent);
            }
        }
        List<TableName> cut = graph.order().stream()
                .filter(table -> chosen.contains(table)
                        && set.columns().containsKey(table)
                        && graph.subjectOf(table).equals(subject)
                        && set.request().modes().get(table) == TableMode.SYNTHESIZE)
                .toList();
        Set<TableName> needed = new LinkedHashSet<>(cut);
        Deque<TableName> open = new ArrayDeque<>(cut);
        while (!open.isEmpty()) {
            for (ForeignKey link : set.request().schema().foreignKeysOf(open.pop())) {
                if (set.columns().containsKey(link.parent()) && needed.add(link.parent())) {
                    open.push(link.parent());
                }
            }
        }
        return new FamilySplit(
                set, cut, graph.order().stream().filter(needed::contains).toList());
    }

    /** Tables that are cut, parents first. */
    public List<TableName> cut() {
        return cut;
    }

    /** Tables that are read, parents first. */
    public List<TableName> tables() {
        return tables;
    }

    /** Rows of one half, per table that is cut. @param whole the same tables, whole */
    public Map<TableName, BitSet> half(SideRows whole, int split, boolean first) {
        Draws draws = Draws.seeded(20).at("halves").at(split);
        Map<TableName, BitSet> rows = new LinkedHashMap<>();
        for (TableName table : cut) {
            long[] families = whole.families(table);
            BitSet chosen = new BitSet(families.length);
            for (int row = 0; row < families.length; row++) {
                chosen.set(row, draws.unit(families[row]) < 0.5 == first);
            }
            rows.put(table, chosen);
        }
        return rows;
    }

    /** Fewest rows and families that a table must have to be judged. */
    List<TableName> judged(SideRows whole, int leastRows, int leastFamilies) {
        return cut.stream()
                .filter(table -> whole.families(table).length >= leastRows
                        && Arrays.stream(whole.families(table)).distinct().count() >= leastFamilies)
                .toList();
    }

    BenchmarkSet set() {
        return set;
    }
}
