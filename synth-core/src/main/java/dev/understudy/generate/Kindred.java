package dev.understudy.generate;

import dev.understudy.model.ReferenceModel;
import dev.understudy.model.ReferenceModel.Kin;
import dev.understudy.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;

/** Which row a row and the target of one of its links hang on; see {@link Kin}. Immutable. */
final class Kindred {
    private final Kin kin;
    private final int reference;
    private final List<Step> ofRow;
    private final List<Step> ofTarget;

    /** A step over a link. @param reference which of its table, or -1 for the owning one @param to the table it leads to */
    private record Step(int reference, GeneratedTable to) {}

    /** @param reference number of the link whose targets are kin */
    Kindred(Kin kin, int reference, GeneratedTable child, GeneratedTable target, Tables tables) {
        this.kin = kin;
        this.reference = reference;
        this.ofTarget = steps(kin.target(), target, tables);
        this.ofRow = steps(kin.row(), child, tables);
    }

    private static List<Step> steps(List<String> links, GeneratedTable from, Tables tables) {
        List<Step> steps = new ArrayList<>();
        GeneratedTable at = from;
        for (String name : links) {
            boolean owning = at.model().owningLink().equals(name);
            ForeignKey link = tables.link(at.model().name(), name);
            int number = owning
                    ? -1
                    : at.model().references().stream()
                            .map(ReferenceModel::link)
                            .toList()
                            .indexOf(name);
            at = tables.get(link.parent());
            steps.add(new Step(number, at));
        }
        return steps;
    }

    /** True if rows of other tables tell what a row hangs on, before any of its targets is chosen. */
    boolean isKnownBefore() {
        return !ofRow.isEmpty() && ofRow.get(0).reference < 0;
    }

    /** True if it is the sibling before whose target tells. */
    boolean isOfSiblings() {
        return kin.row().isEmpty();
    }

    /** The row that the target of a row must hang on; -1 if that cannot be told. */
    long ofRow(Block block, int row, GeneratedTable target) {
        if (!kin.row().isEmpty()) {
            return follow(ofRow, block, row);
        }
        long before = block.hasSiblings() && block.position[row] > 0 ? block.targets[reference][row - 1] : -1;
        if (before < 0) {
            return -1;
        }
        Block of = target.blockOf(before);
        return ofTarget(of, (int) (before - of.firstRow()));
    }

    /** The row that a row of the target hangs on; -1 for none. */
    long ofTarget(Block block, int row) {
        return follow(ofTarget, block, row);
    }

    /** True if the target must not be the row's own owner. */
    boolean isRefused(Block block, int row, long target) {
        return kin.apart() && block.owner != null && target == block.owner.firstRow() + block.ownerRow[row];
    }

    private static long follow(List<Step> steps, Block from, int first) {
        Block block = from;
        int row = first;
        for (Step step : steps) {
            if (step.reference < 0) {
                if (block.owner == null) {
                    return -1;
                }
                row = block.ownerRow[row];
                block = block.owner;
            } else {
                long at = block.targets[step.reference][row];
                if (at < 0) {
                    return -1;
                }
                block = step.to.blockOf(at);
                row = (int) (at - block.firstRow());
            }
        }
        return block.firstRow() + row;
    }
}
