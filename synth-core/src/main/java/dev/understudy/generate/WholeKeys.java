package dev.understudy.generate;

import dev.understudy.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;

/** Which rows of a link's target can be pointed at: those whose key has a value in each of its parts. Immutable. */
final class WholeKeys {
    private final GeneratedTable target;
    private final List<Cell> nullable = new ArrayList<>();

    WholeKeys(ForeignKey link, GeneratedTable target) {
        this.target = target;
        for (String column : link.parentColumns()) {
            int key = target.column(column);
            if (target.schema().columns().get(key).nullable()) {
                nullable.add(target.cell(key));
            }
        }
    }

    /** @param at number of the row in its table */
    boolean isWhole(long at) {
        if (nullable.isEmpty()) {
            return true;
        }
        Block block = target.blockOf(at);
        return isWhole(block, (int) (at - block.firstRow()));
    }

    boolean isWhole(Block block, int row) {
        for (Cell key : nullable) {
            if (key.isNull(block, row)) {
                return false;
            }
        }
        return true;
    }
}
