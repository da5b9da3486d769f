package dev.understudy.generate;

import java.util.List;

/** Keeps links of a row that share columns in agreement when one of them gets another target. Immutable. */
final class Alignment {
    private static final int ROUNDS = 3;

    private final List<Reference> references;

    Alignment(List<Reference> references) {
        this.references = references;
    }

    /** Targets of all links of a row, to be put back. */
    long[] save(Block block, int row) {
        long[] targets = new long[references.size()];
        for (int r = 0; r < targets.length; r++) {
            targets[r] = block.targets[r] == null ? -1 : block.targets[r][row];
        }
        return targets;
    }

    void restore(Block block, int row, long[] targets) {
        for (int r = 0; r < targets.length; r++) {
            if (block.targets[r] != null) {
                block.targets[r][row] = targets[r];
            }
        }
    }

    /**
     * Points every other link that does not agree with the row any more at a row that does.
     *
     * @param changed the link that was given another target
     * @return false if some link cannot; targets are then as they came out, and have to be put back
     */
    boolean follow(Block block, int row, int changed) {
        long target = block.targets[changed][row];
        if (target >= 0 && !references.get(changed).isPointable(target)) {
            return false;
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean settled = true;
            for (int r = 0; r < references.size(); r++) {
                Reference reference = references.get(r);
                boolean late = reference.kind().isChosenLast();
                if (r == changed || late || !reference.isFixed() || block.targets[r][row] < 0) {
                    continue;
                }
                if (!reference.agrees(block, row)) {
                    settled = false;
                    block.targets[r][row] = reference.agreeing(block, row, round);
                    if (block.targets[r][row] < 0 && !reference.mayPointNowhere(block, row)) {
                        return false;
                    }
                }
            }
            if (settled) {
                return true;
            }
        }
        return false;
    }

    /**
     * Points every link that rests on columns of others, or on the owner's, at a row that agrees with the row as it stands.
     *
     * @return false if some link has none that it must have; targets then have to be put back
     */
    boolean agree(Block block, int row) {
        for (int r = 0; r < references.size(); r++) {
            Reference reference = references.get(r);
            boolean late = reference.kind().isChosenLast();
            if (late || reference.isNull(block, row)) {
                continue;
            }
            long target = block.targets[r][row];
            if (reference.isFixed() && (target < 0 || !reference.agrees(block, row))) {
                target = !reference.hasTargets() ? -1 : reference.agreeing(block, row, 0);
                block.targets[r][row] = target;
            }
            if (target < 0 && !reference.mayPointNowhere(block, row)) {
                return false;
            }
        }
        return true;
    }
}
