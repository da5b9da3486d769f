package dev.understudy.generate;

import dev.understudy.model.DatabaseModel;
import dev.understudy.model.FanOut;
import dev.understudy.model.Feature;
import dev.understudy.model.TableModel;
import dev.understudy.model.Total;
import dev.understudy.random.Draws;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tables that get rows, parents before children. */
final class Tables {
    private final Schema schema;
    private final Draws personas;
    private final DrawCounts counts;
    private final ColumnUses uses;
    private final Map<TableName, GeneratedTable> byName = new LinkedHashMap<>();
    /** Tables are made in this order. */
    private final Map<TableName, Integer> places = new HashMap<>();

    /** @param counts told of all draws */
    Tables(DatabaseModel model, long seed, DrawCounts counts) {
        this(model, seed, counts, Map.of());
    }

    /**
     * @param counts told of all draws
     * @param shown  features by table that are looked at beside those that the model needs
     */
    Tables(DatabaseModel model, long seed, DrawCounts counts, Map<TableName, List<Feature>> shown) {
        this.schema = model.schema();
        this.counts = counts;
        Draws draws = Draws.seeded(seed);
        this.personas = draws.at("personas");
        List<TableModel> filled = TotalsFirst.order(model).stream()
                .filter(table -> table.mode().hasRows())
                .toList();
        this.uses = new ColumnUses(schema, filled);
        Map<TableName, BitSet> drawn = uses.all(shown);
        for (TableModel table : filled) {
            Table of = schema.table(table.name()).orElseThrow();
            places.put(table.name(), places.size());
            byName.put(
                    table.name(),
                    new GeneratedTable(table, of, NeededKeys.of(model, of), draws, drawn.get(table.name())));
        }
        for (GeneratedTable table : byName.values()) {
            table.cells(new Cells(table, this).all());
        }
    }

    DrawCounts counts() {
        return counts;
    }

    Schema schema() {
        return schema;
    }

    /** Columns that must be drawn for one of them to be known. */
    BitSet drawnFor(GeneratedTable table, int column) {
        // Where rows may be drawn again, all of a row decides.
        return table.model().refiners().isEmpty() ? uses.upTo(table.model().name(), column) : table.drawn();
    }

    /** The random function of all made-up people. */
    Draws personas() {
        return personas;
    }

    Collection<GeneratedTable> all() {
        return byName.values();
    }

    /** The table, or null if it gets no rows. */
    GeneratedTable get(TableName name) {
        return byName.get(name);
    }

    ForeignKey link(TableName child, String name) {
        return schema.foreignKeysOf(child).stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** True if {@code one} is made before {@code other}. */
    boolean isBefore(GeneratedTable one, GeneratedTable other) {
        return one != other
                && places.get(one.model().name()) < places.get(other.model().name());
    }

    /**
     * True if rows of one table see totals over the children of another; false if they are made before, or serve to add
     * them up, and see what was drawn for them.
     */
    boolean seesTotals(GeneratedTable viewer, GeneratedTable of) {
        return !of.model().totals().isEmpty() && isBefore(lastAddedUp(of), viewer);
    }

    /** Of the tables whose rows are added up for a table, and for their own totals, the last; itself if there are none. */
    GeneratedTable lastAddedUp(GeneratedTable of) {
        GeneratedTable last = of;
        for (Total total : of.model().totals()) {
            GeneratedTable child = lastAddedUp(get(total.child()));
            last = isBefore(last, child) ? child : last;
        }
        return last;
    }

    /** The owner of a table, or null for a subject. */
    GeneratedTable owner(GeneratedTable table) {
        return table.model().isSubject() ? null : get(table.model().owner());
    }

    /** How many children of a table its owner's rows have. */
    FanOut fanOut(GeneratedTable child) {
        TableModel model = child.model();
        ForeignKey owning = link(model.name(), model.owningLink());
        TableModel of = owner(child).model();
        return of.fanOuts().stream()
                .filter(f -> f.link().equals(owning.name())
                        && of.cascade()
                                .get(f.column())
                                .name()
                                .equals(FanOut.countColumn(owning.child(), owning.name())))
                .findFirst()
                .orElseThrow();
    }

    /** Tables whose rows are made through rows of another. */
    List<GeneratedTable> childrenOf(GeneratedTable owner) {
        return byName.values().stream().filter(table -> owner(table) == owner).toList();
    }

    /** True if rows of other tables look at rows of this one. */
    boolean isLookedAt(GeneratedTable table) {
        return schema.foreignKeysTo(table.model().name()).stream().anyMatch(link -> byName.containsKey(link.child()));
    }

    /** Columns of the cascade by which rows of other tables choose theirs here: how many rows each code has must not be chance. */
    BitSet lookedFor(GeneratedTable table) {
        BitSet columns = new BitSet();
        for (ForeignKey link : schema.foreignKeysTo(table.model().name())) {
            if (byName.containsKey(link.child())) {
                byName.get(link.child()).model().references().stream()
                        .filter(reference -> reference.link().equals(link.name()))
                        .flatMap(reference -> reference.buckets().stream())
                        .forEach(bucket -> columns.set(bucket.targetColumn()));
            }
        }
        return columns;
    }

    /** True if all who look at rows of this table are children in the block of their owner. */
    boolean isLookedAtByChildrenOnly(GeneratedTable table) {
        return schema.foreignKeysTo(table.model().name()).stream()
                .filter(link -> byName.containsKey(link.child()))
                .allMatch(link -> {
                    TableModel child = byName.get(link.child()).model();
                    return !child.isSubject()
                            && child.owner().equals(table.model().name())
                            && child.owningLink().equals(link.name());
                });
    }
}
