package dev.understudy.generate;

import dev.understudy.model.CascadeColumn;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Some blocks of a table that are drawn for several trials, each with other columns at some places. What stands before the first of
 * these is drawn once.
 */
final class TrialBlocks {
    private static final int BLOCKS = 48;
    /** Codes with their numbers that are kept at most, some 40 MB. */
    private static final long MOST_CELLS = 1 << 22;

    private final GeneratedTable table;
    private final BlockPipe pipe;
    private final int count;
    private List<Block> kept = List.of();
    /** Columns of the kept blocks that are as {@link #others} have them. */
    private final BitSet drawn = new BitSet();

    private Map<Integer, CascadeColumn> others = Map.of();

    TrialBlocks(GeneratedTable table, BlockPipe pipe) {
        this.table = table;
        this.pipe = pipe;
        this.count = Math.min(BLOCKS, table.blockCount());
    }

    /**
     * One trial.
     *
     * @param maker   of the table's blocks, with its own columns
     * @param tried   columns in place of some of those
     * @param columns which are drawn
     * @param look    what is wanted of each block
     */
    <T> List<T> draw(BlockMaker maker, Map<Integer, CascadeColumn> tried, BitSet columns, Function<Block, T> look) {
        BlockMaker trial = maker.uncounted(tried);
        if (!trial.mayGoOn() || rows() * columns.cardinality() > MOST_CELLS) {
            kept = List.of();
            return pipe.all(count, b -> look.apply(trial.drawn(index(b), columns)));
        }
        int from = kept.isEmpty() ? 0 : firstOther(tried, columns);
        if (kept.isEmpty() || from < table.model().prefix()) {
            kept = pipe.all(count, b -> trial.drawn(index(b), columns));
            drawn.clear();
        } else {
            kept = pipe.all(count, b -> trial.drawnOn(kept.get(b), columns, from));
            drawn.clear(from, Math.max(from, drawn.length()));
        }
        drawn.or(columns);
        others = Map.copyOf(tried);
        return kept.stream().map(look).toList();
    }

    private long rows() {
        long rows = 0;
        for (int b = 0; b < count; b++) {
            rows += table.plannedRows(index(b));
        }
        return rows;
    }

    /** Evenly chosen. */
    private int index(int block) {
        return (int) ((long) block * table.blockCount() / count);
    }

    /** The first column that is not there as it is to be. */
    private int firstOther(Map<Integer, CascadeColumn> tried, BitSet columns) {
        for (int c = columns.nextSetBit(0); c >= 0; c = columns.nextSetBit(c + 1)) {
            if (!drawn.get(c) || tried.get(c) != others.get(c)) {
                return c;
            }
        }
        return table.model().cascade().size();
    }
}
