package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.model.Base;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.FanOut;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.Relative;
import dev.understudy.model.Residue;
import dev.understudy.model.Rest;
import dev.understudy.model.TableModel;
import dev.understudy.model.Tree;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of the cascades are looked at by what is written or laid out, directly or by others that are. No other needs to
 * be drawn: a time between two dates that no column was told from, the length of texts that all have labels.
 */
final class ColumnUses {
    private final Schema schema;
    private final Map<TableName, TableModel> models = new LinkedHashMap<>();

    /** @param tables all that get rows */
    ColumnUses(Schema schema, Collection<TableModel> tables) {
        this.schema = schema;
        tables.forEach(table -> models.put(table.name(), table));
    }

    /** Per table, the columns of its cascade that must be drawn. */
    Map<TableName, BitSet> all() {
        return all(Map.of());
    }

    /** As {@link #all()}. @param shown features by table that are looked at besides */
    Map<TableName, BitSet> all(Map<TableName, List<Feature>> shown) {
        Found found = new Found();
        models.values().forEach(table -> begin(table, found));
        shown.forEach((name, features) -> features.forEach(feature -> look(models.get(name), feature, found)));
        return follow(found);
    }

    /** The columns of a table's cascade that must be drawn for one of them. */
    BitSet upTo(TableName table, int column) {
        Found found = new Found();
        found.use(models.get(table), column);
        return follow(found).get(table);
    }

    private Map<TableName, BitSet> follow(Found found) {
        while (!found.open.isEmpty()) {
            Use next = found.open.remove();
            look(next.table(), next.table().cascade().get(next.column()), found);
        }
        return found.used;
    }

    private record Use(TableModel table, int column) {}

    /** What is used, as far as it is known. */
    private final class Found {
        private final Map<TableName, BitSet> used = new LinkedHashMap<>();
        private final Deque<Use> open = new ArrayDeque<>();

        Found() {
            models.keySet().forEach(name -> used.put(name, new BitSet()));
        }

        /** @param table null for one that gets no rows */
        void use(TableModel table, int column) {
            if (table != null && column >= 0 && !used.get(table.name()).get(column)) {
                used.get(table.name()).set(column);
                open.add(new Use(table, column));
            }
        }

        void use(TableModel table, String column) {
            for (int c = 0; table != null && c < table.cascade().size(); c++) {
                if (table.cascade().get(c).name().equals(column)) {
                    use(table, c);
                }
            }
        }
    }

    private void begin(TableModel table, Found found) {
        table.refiners().forEach(refiner -> refiner.features().forEach(feature -> look(table, feature, found)));
        for (int c = 0; c < table.fills().size(); c++) {
            fill(table, schema.table(table.name()).orElseThrow(), c, found);
        }
        table.fanOuts().stream().mapToInt(FanOut::column).forEach(column -> found.use(table, column));
        for (int r = 0; r < table.references().size(); r++) {
            ReferenceModel reference = table.references().get(r);
            TableModel target = target(table, r);
            found.use(table, reference.column());
            found.use(table, reference.repeats().column());
            found.use(target, ReferenceModel.degreeColumn(link(table, reference.link())));
            for (ReferenceModel.Bucket bucket : reference.buckets()) {
                found.use(table, bucket.column());
                found.use(target, bucket.targetColumn());
            }
        }
    }

    private void fill(TableModel table, Table of, int column, Found found) {
        ColumnFill fill = table.fills().get(column);
        if (fill instanceof ColumnFill.Number number) {
            found.use(table, number.column());
        } else if (fill instanceof ColumnFill.Text text) {
            found.use(table, text.column());
            Column written = of.columns().get(column);
            if (isMade(table.cascade().get(text.column()), written.nullable())
                    || mayChange(table, of, written.name())) {
                hidden(table, text.sources(), found);
            }
        } else if (fill instanceof ColumnFill.UniqueText text) {
            hidden(table, text.sources(), found);
        } else if (fill instanceof ColumnFill.Literal literal) {
            found.use(table, literal.column());
        } else if (fill instanceof ColumnFill.Digits digits) {
            found.use(table, digits.column());
        }
    }

    private void hidden(TableModel table, List<ColumnFill.Place> sources, Found found) {
        for (ColumnFill.Place place : sources) {
            if (place.step() == ColumnFill.Place.HIDDEN) {
                found.use(table, place.column());
            }
        }
    }

    /** True if a text may be drawn that has no label, so that it is made. */
    private static boolean isMade(CascadeColumn column, boolean nullable) {
        int rare = ((LabelCodec) column.codec()).rare();
        return draws(column.forest(), rare, nullable)
                || column.echoes().stream()
                        .anyMatch(echo -> draws(echo.forest(), rare, nullable) || has(echo.codes(), rare));
    }

    /** True if rows may be mended in a column, for a rule or a key. */
    private static boolean mayChange(TableModel table, Table of, String column) {
        return !table.rules().isEmpty()
                || !table.keys().isEmpty()
                || !table.asked().isEmpty()
                || of.keys().stream()
                        .anyMatch(key -> !key.isPlain() || key.columns().contains(column));
    }

    private static boolean draws(Forest forest, int rare, boolean nullable) {
        return forest.trees().isEmpty()
                || forest.trees().stream()
                        .map(Tree::codes)
                        .anyMatch(codes -> has(codes, rare) || !nullable && has(codes, Codec.NULL));
    }

    private static boolean has(short[] codes, int wanted) {
        for (short code : codes) {
            if ((code & 0xFFFF) == wanted) {
                return true;
            }
        }
        return false;
    }

    private void look(TableModel table, CascadeColumn column, Found found) {
        look(table, column.forest(), found);
        for (Relative relative : column.relatives()) {
            look(table, relative.forest(), found);
            look(table, relative.base(), found);
        }
        column.echoes().forEach(echo -> {
            look(table, echo.forest(), found);
            look(table, echo.base(), found);
        });
        column.bounds().forEach(bound -> look(table, bound.base(), found));
        column.residues().stream().mapToInt(Residue::column).forEach(part -> found.use(table, part));
        for (Rest rest : column.rests()) {
            rest.parts().forEach(part -> found.use(table, part.column()));
            if (rest.of() != Rest.Of.RUN) {
                found.use(owner(table), rest.whole());
            }
            rest.besides().forEach(beside -> found.use(owner(table), beside.column()));
        }
    }

    private void look(TableModel table, Forest forest, Found found) {
        forest.features().forEach(feature -> look(table, feature, found));
    }

    private void look(TableModel table, Base base, Found found) {
        base.terms().forEach(term -> {
            look(table, term.feature(), found);
            look(table, term.other(), found);
        });
    }

    private void look(TableModel table, Feature feature, Found found) {
        switch (feature.source()) {
            case OWN, PREVIOUS -> found.use(table, feature.column());
            case ALIKE -> {
                found.use(table, feature.column());
                found.use(table, feature.link());
            }
            case PARENT -> found.use(owner(table), feature.column());
            case GRANDPARENT -> found.use(owner(owner(table)), feature.column());
            case TARGET -> found.use(target(table, feature.link()), feature.column());
            case POSITION, SIBLINGS, REMAINING, RUN, RUN_LEFT, INDEX -> {}
        }
    }

    private TableModel owner(TableModel table) {
        return table == null || table.isSubject() ? null : models.get(table.owner());
    }

    private TableModel target(TableModel table, int reference) {
        return models.get(link(table, table.references().get(reference).link()).parent());
    }

    private ForeignKey link(TableModel table, String name) {
        return schema.foreignKeysOf(table.name()).stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
