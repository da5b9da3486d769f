package dev.understudy.generate;

import dev.understudy.model.Feature;
import dev.understudy.model.SeenRows;
import java.util.Arrays;
import java.util.List;

/** Rows of the first blocks of a table, as features see them. */
final class SeenBlocks {
    private final Skeleton skeleton;
    private final GeneratedTable table;
    private final List<Feature> features;

    SeenBlocks(Skeleton skeleton, GeneratedTable table, List<Feature> features) {
        this.skeleton = skeleton;
        this.table = table;
        this.features = features;
    }

    /** Whole families, evenly chosen. */
    SeenRows rows(BlockPipe pipe) {
        double share = Math.min(1, (double) SeenRows.MOST / Math.max(1, table.plannedRows()));
        return SeenRows.joined(pipe.all(table.blockCount(), b -> block(b, share)), features);
    }

    private SeenRows block(int index, double share) {
        Block block = skeleton.block(table, index);
        FeatureView view = skeleton.view(table, block);
        int[] rows = new int[block.rows()];
        long[] family = new long[rows.length];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            long of = family(block, row);
            if (table.draws().at("seen").unit(of) < share) {
                family[n] = of;
                rows[n++] = row;
            }
        }
        int[] chosen = Arrays.copyOf(rows, n);
        byte[][] groups = new byte[features.size()][];
        for (int f = 0; f < groups.length; f++) {
            groups[f] = view.groups(features.get(f), chosen, n);
        }
        return new SeenRows(features, groups, Arrays.copyOf(family, n));
    }

    /** A number that all rows of a family have, and no row of another. */
    private static long family(Block block, int row) {
        Block of = block;
        int at = row;
        while (of.owner != null) {
            at = of.ownerRow[at];
            of = of.owner;
        }
        return of.place(at);
    }
}
