package dev.understudy.generate;

import dev.understudy.model.KeptRows;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.schema.ForeignKey.ColumnPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where kept rows point: at the kept row whose key they name. Where that row did not stay, its key did not either, and the
 * row that was chosen as for any other row is as good.
 */
final class KeptLinks {
    /** A row of which nothing is said. */
    private static final long OPEN = -2;

    private final KeptRows kept;
    private final List<Reference> links;
    private final List<long[]> targets = new ArrayList<>();

    KeptLinks(GeneratedTable table, List<Reference> links) {
        this.kept = table.model().keptRows();
        this.links = links;
        for (Reference link : kept.rows() == 0 ? List.<Reference>of() : links) {
            targets.add(targets(table, link));
        }
    }

    private long[] targets(GeneratedTable table, Reference link) {
        List<Integer> own = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (ColumnPair pair : link.pairs()) {
            own.add(table.column(pair.child()));
            others.add(link.target().column(pair.parent()));
        }
        KeptRows parents = link.target().model().keptRows();
        Map<List<Object>, Long> rows = new HashMap<>();
        for (int row = 0; row < parents.rows(); row++) {
            if (parents.isKept(row)) {
                rows.put(key(parents, others, row), (long) row);
            }
        }
        long[] found = new long[kept.rows()];
        for (int row = 0; row < found.length; row++) {
            found[row] = OPEN;
            if (kept.isKept(row) && !link.type().isOf(kept, row)) {
                found[row] = -1;
            } else if (kept.isKept(row)) {
                List<Object> key = key(kept, own, row);
                long none = key.contains(KeptLinks.class) && link.mayBeNull() ? -1 : OPEN;
                found[row] = rows.getOrDefault(key, none);
            }
        }
        return found;
    }

    /** Values of a key; this class stands for a missing one. */
    private static List<Object> key(KeptRows of, List<Integer> columns, int row) {
        List<Object> key = new ArrayList<>();
        for (int column : columns) {
            KeptRows.Values values = of.columns().get(column);
            if (values.missing()[row] || values.longs().length + values.texts().size() == 0) {
                key.add(KeptLinks.class);
            } else if (values.longs().length > 0) {
                key.add(values.longs()[row]);
            } else {
                key.add(values.texts().get(row));
            }
        }
        return key;
    }

    /** Points kept rows along the links that are chosen with the block. */
    void apply(Block block) {
        for (int r = 0; r < targets.size(); r++) {
            Kind kind = links.get(r).kind();
            if (!kind.isChosenLast()) {
                apply(block, r);
            }
        }
    }

    /** Points kept rows along one link. */
    void apply(Block block, int r) {
        for (int row = 0; r < targets.size() && row < block.rows(); row++) {
            long at = block.firstRow() + row;
            if (at < kept.rows() && targets.get(r)[(int) at] != OPEN) {
                block.targets[r][row] = targets.get(r)[(int) at];
            }
        }
    }
}
