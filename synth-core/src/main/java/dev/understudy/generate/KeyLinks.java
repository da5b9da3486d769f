package dev.understudy.generate;

import dev.understudy.encode.RowCodec;
import dev.understudy.generate.KeyRepair.KeyState;
import dev.understudy.model.ReferenceModel.Kind;
import java.util.List;
import java.util.function.BooleanSupplier;

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
        if (isChosenLast(r) || block.targets[r][row] < 0) {
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

    /** Another target of the row's own bucket, each in its turn; the links that share columns with it follow. */
    boolean nearby(Block block, int row, int r, KeyState key) {
        Reference reference = references.get(r);
        if (isChosenLast(r) || block.targets[r][row] < 0 || reference.isFixed() || reference.kind() != Kind.DEALT) {
            return false;
        }
        Dealer dealer = reference.dealer();
        int bucket = reference.bucket(block, row);
        int size = dealer.size(bucket);
        long[] before = alignment.save(block, row);
        for (int i = 0; i < Math.min(NEAR, size); i++) {
            long other = dealer.row(bucket, (int) ((block.place(row) + i) % size));
            if (other != before[r]) {
                if (isFreeAt(block, row, r, other, key)) {
                    return true;
                }
                alignment.restore(block, row, before);
            }
        }
        return false;
    }

    private boolean isFreeAt(Block block, int row, int r, long target, KeyState key) {
        block.targets[r][row] = target;
        return alignment.follow(block, row, r) && key.takeFree();
    }

    /**
     * A target for a row that points nowhere: a column of the link that must have a value has that of any row there, which
     * others may have, too. What narrows the link down gets other targets as well.
     */
    boolean link(Block block, int row, int r, KeyState key) {
        Reference reference = references.get(r);
        boolean open = block.targets[r][row] < 0 && reference.follows(block, row) && reference.hasTargets();
        if (!open || isChosenLast(r)) {
            return false;
        }
        if (!reference.isFixed()) {
            return isFreeAnywhere(block, row, r, key::takeFree);
        }
        if (isFreeAmongAgreeing(block, row, r, key)) {
            return true;
        }
        for (int other = 0; other < references.size(); other++) {
            boolean free =
                    other != r && !isChosenLast(other) && !references.get(other).isFixed();
            if (free
                    && block.targets[other][row] >= 0
                    && narrows(other, r)
                    && isFreeAnywhere(block, row, other, () -> isFreeAmongAgreeing(block, row, r, key))) {
                return true;
            }
        }
        return false;
    }

    /** Any target of a link that nothing narrows down, with which something else holds. */
    private boolean isFreeAnywhere(Block block, int row, int r, BooleanSupplier holds) {
        long[] before = alignment.save(block, row);
        long rows = references.get(r).target().rows();
        for (long i = 0; i < Math.min(rows, MOST); i++) {
            block.targets[r][row] = (block.place(row) + i) % rows;
            if (alignment.follow(block, row, r) && holds.getAsBoolean()) {
                return true;
            }
            alignment.restore(block, row, before);
        }
        return false;
    }

    private boolean isFreeAmongAgreeing(Block block, int row, int r, KeyState key) {
        long[] before = alignment.save(block, row);
        int most = Math.min(NEAR, references.get(r).agreeing(block, row));
        for (int attempt = 0; attempt < most; attempt++) {
            if (isFreeAt(block, row, r, references.get(r).agreeing(block, row, attempt), key)) {
                return true;
            }
            alignment.restore(block, row, before);
        }
        return false;
    }

    /** True if a column of a link holds what another link points at. */
    private boolean narrows(int other, int r) {
        return references.get(r).pairs().stream()
                .anyMatch(pair ->
                        table.model().fills().get(table.column(pair.child())).follows(other));
    }

    private boolean isChosenLast(int r) {
        Kind kind = references.get(r).kind();
        return kind.isChosenLast();
    }

    /** Better a row without this link than no row. */
    boolean unlink(Block block, int row, int r, KeyState key) {
        Reference reference = references.get(r);
        if (isChosenLast(r) || !reference.mayBeNull()) {
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
