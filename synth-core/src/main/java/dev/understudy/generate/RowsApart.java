package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Ranking;
import dev.understudy.model.Residue;
import java.util.BitSet;
import java.util.List;

/** Keeps rows apart, before the rest of them is drawn, that no key does: combinations, and numbers that are ranks. */
final class RowsApart {
    private final GeneratedTable table;
    private final List<UniqueGuard> combinations;

    RowsApart(GeneratedTable table, List<UniqueGuard> combinations) {
        this.table = table;
        this.combinations = combinations;
    }

    /** True if there is nothing to keep apart. */
    boolean isEmpty() {
        return combinations.isEmpty() && table.model().combinations().ranks().isEmpty();
    }

    /** @param samplers of the table's columns @param drawn columns that are drawn already */
    void keep(Block block, FeatureView view, ColumnSampler[] samplers, int drawn) {
        BitSet changed = new BitSet();
        for (Ranking ranking : table.model().combinations().ranks()) {
            CascadeColumn column = table.model().cascade().get(ranking.column());
            changed.or(Ranks.give(block, ranking, (NumberCodec) column.codec()));
        }
        for (UniqueGuard guard : combinations) {
            changed.or(guard.keepApart(block));
        }
        if (changed.isEmpty()) {
            return;
        }
        for (int row = changed.nextSetBit(0); row >= 0; row = changed.nextSetBit(row + 1)) {
            for (int c = 0; c < drawn; c++) {
                for (Residue residue : table.model().cascade().get(c).residues()) {
                    part(block, row, c, residue);
                }
            }
            for (int c = table.model().prefix(); c < drawn; c++) {
                if (block.has(c) && samplers[c].isWorkedOut()) {
                    samplers[c].redraw(block, view, row, 1);
                }
            }
        }
    }

    /** The part of a date that was changed. */
    private void part(Block block, int row, int date, Residue residue) {
        if (block.has(date) && !block.isNull(date, row)) {
            NumberCodec codec =
                    (NumberCodec) table.model().cascade().get(residue.column()).codec();
            int part = residue.kind().of(block.values[date][row], residue.micros());
            block.values[residue.column()][row] = part;
            block.codes[residue.column()][row] = (short) codec.encode(part);
        }
    }
}
