package dev.understudy.generate;

import dev.understudy.encode.LabelCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.Positions;
import dev.understudy.model.TableModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws without replacement among siblings: the column that completes a key inside a family is drawn again until no sibling before
 * has the same, while all that depends on it is still to be drawn. What is found in vain is left to {@link TableKeys}. Immutable;
 * serves several threads.
 */
final class SiblingKeys {
    private static final int ATTEMPTS = 12;

    private final GeneratedTable table;
    private final Map<Integer, List<GuardedKey>> completedBy;

    private SiblingKeys(GeneratedTable table, Map<Integer, List<GuardedKey>> completedBy) {
        this.table = table;
        this.completedBy = completedBy;
    }

    /** @param guards of keys, and of combinations that no key keeps apart */
    static SiblingKeys of(GeneratedTable table, List<UniqueGuard> guards) {
        Map<Integer, List<GuardedKey>> completedBy = new LinkedHashMap<>();
        for (UniqueGuard guard : guards) {
            int last = guard.isAcrossBlocks() || guard.isLate() ? -1 : lastDrawn(table, guard.key());
            if (last >= table.model().prefix()) {
                completedBy.computeIfAbsent(last, column -> new ArrayList<>()).add(guard.key());
            }
        }
        return new SiblingKeys(table, table.model().mode().keepsRows() ? Map.of() : completedBy);
    }

    /** Column of the cascade that is drawn last of those that decide a key; -1 if something else decides it, too. */
    private static int lastDrawn(GeneratedTable table, GuardedKey key) {
        int last = -1;
        for (int column : key.columns()) {
            ColumnFill fill = table.model().fills().get(column);
            boolean link = fill instanceof ColumnFill.Owner || fill instanceof ColumnFill.Reference;
            int drawn = drawn(fill);
            if (!link && drawn < 0) {
                return -1;
            }
            last = Math.max(last, drawn);
        }
        return key instanceof GuardedKey.OfColumns ? last : -1;
    }

    private static int drawn(ColumnFill fill) {
        if (fill instanceof ColumnFill.Number number) {
            return number.column();
        }
        if (fill instanceof ColumnFill.Text text) {
            return text.column();
        }
        return -1;
    }

    /** True if a column of the cascade may have to be drawn again. */
    boolean areCompletedBy(int column) {
        return completedBy.containsKey(column);
    }

    /** @param rows whose column has just been drawn, siblings in order */
    void keep(Block block, int column, int[] rows, RowRules.Redraw redraw) {
        for (int row : rows) {
            for (GuardedKey key : completedBy.get(column)) {
                for (int attempt = 1; attempt <= ATTEMPTS && isTaken(block, row, key); attempt++) {
                    redraw.draw(column, row, attempt);
                }
            }
        }
    }

    private boolean isTaken(Block block, int row, GuardedKey key) {
        if (!isKnown(block, row, key)) {
            return false;
        }
        long hash = key.hash(block, row, false);
        int first = row - Math.min(block.position[row], Positions.MOST_BACK);
        for (int before = row - 1; before >= first; before--) {
            if (isKnown(block, before, key) && key.hash(block, before, false) == hash) {
                return true;
            }
        }
        return false;
    }

    /** False for a row that cannot collide, or of which a text is not made yet. */
    private boolean isKnown(Block block, int row, GuardedKey key) {
        TableModel model = table.model();
        for (int column : key.columns()) {
            if (model.fills().get(column) instanceof ColumnFill.Text text
                    && model.cascade().get(text.column()).codec() instanceof LabelCodec codec
                    && block.code(text.column(), row) == codec.rare()) {
                return false;
            }
        }
        return !key.isExempt(block, row, false);
    }
}
