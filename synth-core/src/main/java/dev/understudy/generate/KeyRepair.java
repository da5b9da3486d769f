package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.RowCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.ReferenceModel.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Gives a row whose unique key is taken another one, changing as little as possible: the nearest free number, another
 * target of a link, another label, or null where that makes keys differ.
 */
final class KeyRepair {
    /** The key of a row that is being changed. */
    interface KeyState {
        /** True if no other row has the key, which is then taken, or the key is not about the row. */
        boolean takeFree();

        /** True if the key holds a null, so that it cannot collide. */
        boolean isExempt();
    }

    private static final int NEAR = 48;
    private static final int SCAN = 200_000;
    private static final int FILLS = 12;
    private static final int BEYOND = 1_000;

    private final GeneratedTable table;
    private final GuardedKey key;
    private final List<Integer> columns;
    private final List<Reference> references;
    private final Alignment alignment;
    private final KeySearch search;
    private final RowRules rules;

    /** @param rules what changed rows must meet, too */
    KeyRepair(GeneratedTable table, GuardedKey key, List<Reference> references, RowRules rules) {
        this.table = table;
        this.key = key;
        this.columns = key.columns();
        this.references = references;
        this.alignment = new Alignment(references);
        this.search = new KeySearch(table, key.columns(), references, alignment);
        this.rules = rules;
    }

    /** @param key the key of the row, as the row stands at each moment */
    boolean repair(Block block, int row, KeyState key) {
        // The next number, or another label, says less about the row than whom it is linked to.
        for (int column : columns) {
            ColumnFill fill = table.model().fills().get(column);
            boolean free = !Reference.isTypeColumn(references, column);
            if (free && fill instanceof ColumnFill.Number number && step(block, row, number.column(), key, NEAR)
                    || free && fill instanceof ColumnFill.Text text && relabel(block, row, text.column(), key, false)) {
                return true;
            }
        }
        if (relink(block, row, key)) {
            return true;
        }
        for (int column : columns) {
            ColumnFill fill = table.model().fills().get(column);
            if (Reference.isTypeColumn(references, column)) {
                continue;
            }
            if (fill instanceof ColumnFill.Number number && step(block, row, number.column(), key, SCAN)
                    || fill instanceof ColumnFill.Text text && relabel(block, row, text.column(), key, true)
                    || fill instanceof ColumnFill.Literal literal && relabel(block, row, literal.column(), key, true)) {
                return true;
            }
        }
        return escape(block, row, key)
                || this.key.nullsDistinct() && setNull(block, row, key)
                || search.find(block, row, key)
                || beyond(block, row, key);
    }

    /**
     * The same while only the columns of the key are drawn: another target of its own bucket, another number, another
     * label, but never a null, nor a value that was not seen.
     */
    boolean gently(Block block, int row, KeyState key) {
        for (int column : columns) {
            int r = Reference.of(table.model().fills().get(column), references, block, row);
            if (r >= 0 && references.get(r).kind() == Kind.DEALT && retarget(block, row, r, key)) {
                return true;
            }
        }
        for (int most : new int[] {NEAR, SCAN}) {
            for (int column : columns) {
                ColumnFill fill = table.model().fills().get(column);
                if (fill instanceof ColumnFill.Number number && step(block, row, number.column(), key, most)
                        || fill instanceof ColumnFill.Literal literal
                                && relabel(block, row, literal.column(), key, false)) {
                    return true;
                }
            }
        }
        return columns.stream()
                .map(column -> Reference.of(table.model().fills().get(column), references, block, row))
                .anyMatch(r -> r >= 0 && references.get(r).kind() == Kind.ROW && elsewhere(block, row, r, key));
    }

    /** Another row of a target whose rows are categories, and there any number. */
    private boolean elsewhere(Block block, int row, int r, KeyState key) {
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
            for (int column : columns) {
                if (table.model().fills().get(column) instanceof ColumnFill.Number number
                        && step(block, row, number.column(), key, SCAN)) {
                    return true;
                }
            }
        }
        block.targets[r][row] = target;
        block.codes[drawn][row] = code;
        return false;
    }

    /** Another target of one of the key's links: all that a row may change that stays as it is. */
    boolean relink(Block block, int row, KeyState key) {
        for (int column : columns) {
            int reference = Reference.of(table.model().fills().get(column), references, block, row);
            if (reference >= 0 && retarget(block, row, reference, key)) {
                return true;
            }
        }
        return false;
    }

    /** Makes the row one that the key is not about. */
    private boolean escape(Block block, int row, KeyState key) {
        for (Knob knob : this.key.escapes()) {
            Knob.State before = knob.save(block, row);
            for (int attempt = 0; attempt <= FILLS; attempt++) {
                boolean changed = attempt == 0 ? knob.clear(block, row) : knob.fill(block, row, attempt);
                if (changed && key.takeFree()) {
                    return true;
                }
                knob.restore(block, row, before);
            }
        }
        return false;
    }

    private boolean retarget(Block block, int row, int r, KeyState key) {
        Reference reference = references.get(r);
        if (reference.kind() == Kind.SELF || reference.kind() == Kind.LATE || block.targets[r][row] < 0) {
            return false;
        }
        long[] before = alignment.save(block, row);
        int most = reference.isFixed() ? Math.max(NEAR, Math.min(SCAN, reference.agreeing(block, row))) : NEAR;
        for (int attempt = 1; attempt <= most; attempt++) {
            long other = reference.other(block, row, attempt);
            if (other >= 0 && isFreeAt(block, row, r, other, key)) {
                return true;
            }
            alignment.restore(block, row, before);
        }
        long rows = reference.isFixed() ? 0 : reference.target().rows();
        for (long i = 1; i <= Math.min(rows, SCAN); i++) {
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

    /**
     * Tries neighbouring values: the next points of the lattice, or the other values of an exact column.
     *
     * @param most how many of them
     */
    private boolean step(Block block, int row, int column, KeyState key, int most) {
        if (block.isNull(column, row)) {
            return false;
        }
        NumberCodec codec = (NumberCodec) table.model().cascade().get(column).codec();
        long value = block.values[column][row];
        short code = block.codes[column][row];
        int tries = codec.isExact() ? Math.min(most, codec.codes()) : most;
        for (int i = 1; i < tries; i++) {
            long next = codec.isExact()
                    ? codec.lows()[(code - 1 + i) % (codec.codes() - 1)]
                    : value + (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2) * codec.lattice();
            if (next < codec.limitLow() || next > codec.limitHigh()) {
                continue;
            }
            block.values[column][row] = next;
            if (key.takeFree()) {
                block.codes[column][row] = (short) codec.encode(next);
                return true;
            }
        }
        block.values[column][row] = value;
        return false;
    }

    /** Numbers above all that were seen: better a new number in a key that is full than a row less. */
    private boolean beyond(Block block, int row, KeyState key) {
        for (int column : columns) {
            boolean drawn = table.model().fills().get(column) instanceof ColumnFill.Number
                    && !Reference.isTypeColumn(references, column);
            int at = cascadeColumn(table.model().fills().get(column));
            if (!drawn || block.isNull(at, row)) {
                continue;
            }
            NumberCodec codec = (NumberCodec) table.model().cascade().get(at).codec();
            TypeLimits limits =
                    TypeLimits.of(table.schema().columns().get(column).type());
            long value = block.values[at][row];
            long highest =
                    codec.isExact() ? Arrays.stream(codec.lows()).max().orElse(codec.limitHigh()) : codec.limitHigh();
            for (int i = 1; i <= BEYOND; i++) {
                long next = highest + i * codec.lattice();
                if (next <= highest || next != limits.clamp(next)) {
                    break;
                }
                block.values[at][row] = next;
                if (key.takeFree()) {
                    block.codes[at][row] = (short) codec.encode(next);
                    return true;
                }
            }
            block.values[at][row] = value;
        }
        return false;
    }

    /** @param rare true if a text without a label will do */
    private boolean relabel(Block block, int row, int column, KeyState key, boolean rare) {
        LabelCodec codec = (LabelCodec) table.model().cascade().get(column).codec();
        short before = block.codes[column][row];
        int n = codec.labels().size();
        for (int i = 1; i <= n; i++) {
            block.codes[column][row] = (short) ((before + i) % (n + 1) == 0 ? n : (before + i) % (n + 1));
            if (key.takeFree()) {
                return true;
            }
        }
        String given = block.givenText(column, row);
        block.codes[column][row] = (short) codec.rare();
        block.giveText(column, row, null);
        if (rare && key.takeFree()) {
            return true;
        }
        block.codes[column][row] = before;
        block.giveText(column, row, given);
        return false;
    }

    private boolean setNull(Block block, int row, KeyState key) {
        for (int column : columns) {
            int drawn = cascadeColumn(table.model().fills().get(column));
            boolean free = drawn >= 0 && !Reference.isTypeColumn(references, column);
            if (free && table.schema().columns().get(column).nullable()) {
                short before = block.codes[drawn][row];
                block.codes[drawn][row] = Codec.NULL;
                if (key.isExempt() && rules.accepts(block, row)) {
                    return true;
                }
                block.codes[drawn][row] = before;
            }
            int reference = Reference.of(table.model().fills().get(column), references, block, row);
            if (reference >= 0 && unlink(block, row, reference, key)) {
                return true;
            }
        }
        return false;
    }

    /** Better a row without this link than no row. */
    private boolean unlink(Block block, int row, int r, KeyState key) {
        Reference reference = references.get(r);
        boolean chosenLast = reference.kind() == Kind.SELF || reference.kind() == Kind.LATE;
        if (chosenLast || !reference.mayBeNull()) {
            return false;
        }
        long before = block.targets[r][row];
        block.targets[r][row] = -1;
        if (key.isExempt() && rules.accepts(block, row)) {
            return true;
        }
        block.targets[r][row] = before;
        return false;
    }

    private static int cascadeColumn(ColumnFill fill) {
        if (fill instanceof ColumnFill.Number number) {
            return number.column();
        }
        if (fill instanceof ColumnFill.Text text) {
            return text.column();
        }
        return fill instanceof ColumnFill.Literal literal ? literal.column() : -1;
    }
}
