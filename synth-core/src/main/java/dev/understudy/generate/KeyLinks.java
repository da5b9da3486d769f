package dev.understudy.generate;

import dev.understudy.encode.RowCodec;
import dev.understudy.generate.KeyRepair.KeyState;
import dev.understudy.model.ReferenceModel.Kind;
import java.util.List;

/** Other targets of the links of a row whose key is taken. A row for which there is none is left as it was. Immutable. */
final class KeyLinks {
    /** Targets that are tried by degree, before all of them are. */
    private static final int NEAR = 48;

    private static final int MOST = 200_000;

    private final GeneratedTable table;
    private final List<Reference> references;
    private final Alignment alignment;

    KeyLinks(GeneratedTable table, List<Reference> references, Alignment alignment) {
        this.table = table;
        this.references = references;
        this.alignment = alignment;
    }

    /** Another row of a target whose rows are categories. */
    boolean elsewhere(Block block, int row, int r, KeyState key) {
        if (references.get(r).isFixed()) {
            return false;
        }
        int drawn = references.get(r).model().column();
        RowCodec codec = (RowCodec) table.model().cascade().get(drawn).codec();
        long target = block.targets[r][row];
        short code = block.codes[drawn][row];
        for (int i = 1; i < codec.rows().length && code != codec.rare(); i++) {
            int other = (code - 1 + i) % codec.rows().length;
            block.codes[drawn][row] = (short) (other + 1);
            block.targets[r][row] = references.get(r).category(block, row, 0);
            if (key.takeFree()) {
                return true;
            }
        }
        block.targets[r][row] = target;
        block.codes[drawn][row] = code;
        return false;
    }

    /** Another target; the links that share columns with it follow. */
    boolean retarget(Block block, int row, int r, KeyState key) {
        Reference reference = references.get(r);
        if (reference.kind() == Kind.SELF || reference.kind() == Kind.LATE || block.targets[r][row] < 0) {
            return false;
        }
        long[] before = alignment.save(block, row);
        int most = reference.isFixed() ? Math.max(NEAR, Math.min(MOST, reference.agreeing(block, row))) : NEAR;
        for (int attempt = 1; attempt <= most; attempt++) {
            long other = reference.other(block, row, attempt);
            if (other >= 0 && isFreeAt(block, row, r, other, key)) {
                return true;
            }
            alignment.restore(block, row, before);
        }
        long rows = reference.isFixed() ? 0 : reference.target().rows();
        for (long i = 1; i <= Math.min(rows, MOST); i++) {
            if (isFreeAt(block, row, r, (before[r] + i) % rows, key)) {
                return true;
            }
            alignment.restore(block, row, before);
        }
        return false;
    }

    private boolean isFreeAt(Block block, int row, int r, long target, KeyState key) {
        block.targets[r][row] = target;
        return alignment.follow(block, row, r) && key.takeFree();
    }

    /** Better a row without this link than no row. */
    boolean unlink(Block block, int row, int r, KeyState key) {
        Reference reference = references.get(r);
        boolean chosenLast = reference.kind() == Kind.SELF || reference.kind() == Kind.LATE;
        if (chosenLast || !reference.mayBeNull()) {
            return false;
        }
        long before = block.targets[r][row];
        block.targets[r][row] = -1;
        if (key.takeFree()) {
            return true;
        }
        block.targets[r][row] = before;
        return false;
    }
}
