package dev.understudy.generate;

import dev.understudy.model.ReferenceModel.Repeats;
import dev.understudy.random.Draws;

/**
 * What rows say of targets that repeat: that of the owner, that of a sibling before, or one that is kin. Immutable.
 *
 * <p>See {@link Repeats} for the codes.
 */
final class Repetition {
    private final Repeats model;
    private final int reference;
    private final Draws draws;

    /** @param reference number of the link among the references of its table */
    Repetition(Repeats model, int reference, Draws draws) {
        this.model = model;
        this.reference = reference;
        this.draws = draws.at("earlier");
    }

    int code(Block block, int row) {
        return model.column() < 0 ? 0 : block.code(model.column(), row);
    }

    boolean isKin(Block block, int row) {
        return code(block, row) == Repeats.KIN;
    }

    /** True if the row's target is that of the owner or of a sibling before, or kin. */
    boolean isSaid(Block block, int row) {
        int code = code(block, row);
        return code == Repeats.OWNERS || code == Repeats.PREVIOUS || code == Repeats.KIN || code == Repeats.EARLIER;
    }

    /** The target of the owner, or of the sibling before that the row speaks of; -1 if there is none. Not for kin. */
    long target(Block block, int row) {
        int code = code(block, row);
        if (code == Repeats.OWNERS) {
            return block.owner == null ? -1 : block.owner.targets[model.owners()][block.ownerRow[row]];
        }
        if (!block.hasSiblings() || block.position[row] == 0) {
            return -1;
        }
        return code == Repeats.EARLIER ? earlier(block, row) : block.targets[reference][row - 1];
    }

    /** What some sibling before has, rather another one than the last. */
    private long earlier(Block block, int row) {
        int back = Math.min(block.position[row], Repeats.MOST_BACK);
        int start = draws.below(back, block.place(row));
        long last = block.targets[reference][row - 1];
        for (int i = 0; i < back; i++) {
            long found = block.targets[reference][row - 1 - (start + i) % back];
            if (found >= 0 && found != last) {
                return found;
            }
        }
        return last;
    }
}
