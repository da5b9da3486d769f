package dev.understudy.generate;

import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ColumnFill;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a free key among all combinations of two of its columns, for keys that have hardly more values than rows. Tries
 * at most {@value #MOST} of them a row. Immutable.
 */
final class KeySearch {
    private static final int MOST = 20_000;
    private static final int MOST_VALUES = 1_000;

    private final GeneratedTable table;
    private final List<Integer> columns;
    private final List<Reference> references;
    private final Alignment alignment;

    KeySearch(GeneratedTable table, List<Integer> columns, List<Reference> references, Alignment alignment) {
        this.table = table;
        this.columns = columns;
        this.references = references;
        this.alignment = alignment;
    }

    /** Something of a row that can have several values. */
    private interface Choice {
        int count();

        /** @return false if the row cannot have it */
        boolean take(int value);

        void putBack();
    }

    boolean find(Block block, int row, KeyRepair.KeyState key) {
        List<Choice> choices = new ArrayList<>();
        for (int column : columns) {
            Choice choice = choice(block, row, column);
            if (choice != null) {
                choices.add(choice);
            }
        }
        int tries = 0;
        for (int a = 0; a < choices.size(); a++) {
            for (int b = a + 1; b < choices.size(); b++) {
                Choice outer = choices.get(a);
                Choice inner = choices.get(b);
                for (int i = 0; i < outer.count(); i++) {
                    for (int j = 0; outer.take(i) && j < inner.count(); j++) {
                        if (++tries > MOST) {
                            inner.putBack();
                            outer.putBack();
                            return false;
                        }
                        if (inner.take(j) && key.takeFree()) {
                            return true;
                        }
                        inner.putBack();
                    }
                    outer.putBack();
                }
            }
        }
        return false;
    }

    private Choice choice(Block block, int row, int column) {
        ColumnFill fill = table.model().fills().get(column);
        int reference = FollowedLink.of(fill, references, block, row);
        if (reference >= 0) {
            return target(block, row, reference);
        }
        if (FollowedLink.isDecidedBy(column, references)) {
            return null;
        }
        if (fill instanceof ColumnFill.Number number && !block.isNull(number.column(), row)) {
            return number(block, row, number.column());
        }
        if (fill instanceof ColumnFill.Text text) {
            return label(block, row, text.column());
        }
        return fill instanceof ColumnFill.Literal literal ? label(block, row, literal.column()) : null;
    }

    private Choice target(Block block, int row, int r) {
        Reference reference = references.get(r);
        boolean late = reference.kind().isChosenLast();
        if (late || reference.isFixed() || block.targets[r][row] < 0) {
            return null;
        }
        long[] before = alignment.save(block, row);
        return new Choice() {
            @Override
            public int count() {
                return (int) Math.min(MOST_VALUES, reference.target().rows());
            }

            @Override
            public boolean take(int value) {
                block.targets[r][row] = (before[r] + value) % reference.target().rows();
                return alignment.follow(block, row, r);
            }

            @Override
            public void putBack() {
                alignment.restore(block, row, before);
            }
        };
    }

    private Choice number(Block block, int row, int drawn) {
        NumberCodec codec = (NumberCodec) table.model().cascade().get(drawn).codec();
        long before = block.values[drawn][row];
        short code = block.codes[drawn][row];
        long low = codec.limitLow();
        long span = (codec.limitHigh() - low) / codec.lattice() + 1;
        int count = codec.isExact() ? codec.codes() - 1 : (int) Math.max(0, Math.min(MOST_VALUES, span));
        return new Choice() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public boolean take(int value) {
                long next = codec.isExact() ? codec.lows()[value] : low + value * codec.lattice();
                block.values[drawn][row] = next;
                block.codes[drawn][row] = (short) codec.encode(next);
                return true;
            }

            @Override
            public void putBack() {
                block.values[drawn][row] = before;
                block.codes[drawn][row] = code;
            }
        };
    }

    private Choice label(Block block, int row, int drawn) {
        LabelCodec codec = (LabelCodec) table.model().cascade().get(drawn).codec();
        short before = block.codes[drawn][row];
        return new Choice() {
            @Override
            public int count() {
                return codec.labels().size();
            }

            @Override
            public boolean take(int value) {
                block.codes[drawn][row] = (short) (value + 1);
                return true;
            }

            @Override
            public void putBack() {
                block.codes[drawn][row] = before;
            }
        };
    }
}
