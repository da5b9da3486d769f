package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.data.Units;
import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ReferenceModel.Kind;

/** A column whose value in one row can be changed after it was drawn. Immutable; serves several threads. */
sealed interface Knob {
    /** Position of the column in its table. */
    int column();

    /** Column of the cascade that can be drawn anew; -1 for a link. */
    int drawn();

    /** Takes the value away. @return false if the column must have one */
    boolean clear(Block block, int row);

    /** Gives any value, another one for each attempt. @return false if there is none to give */
    boolean fill(Block block, int row, int attempt);

    State save(Block block, int row);

    void restore(Block block, int row, State state);

    /**
     * What is needed to put a value back.
     *
     * @param text    that was given; null for none
     * @param targets of all links of the row; null if only one can have changed
     */
    record State(long value, short code, boolean given, String text, long[] targets) {
        State(long value, short code, boolean given) {
            this(value, code, given, null, null);
        }
    }

    /** Numbers, dates, times and truths. */
    record Number(int column, int drawn, NumberCodec codec, Units units, TypeLimits limits, boolean nullable)
            implements Knob {
        @Override
        public boolean clear(Block block, int row) {
            if (nullable) {
                block.codes[drawn][row] = Codec.NULL;
                block.give(drawn, row, false);
            }
            return nullable;
        }

        @Override
        public boolean fill(Block block, int row, int attempt) {
            int cells = codec.codes() - 1;
            double share = Math.abs(attempt * 0.6180339887) % 1;
            return set(block, row, cells > 0 ? codec.decode(1 + (int) (share * cells), share) : limits.ordinary(share));
        }

        /** @return false if the type cannot hold the number */
        boolean set(Block block, int row, long number) {
            if (number != limits.clamp(number)) {
                return false;
            }
            block.values[drawn][row] = number;
            block.codes[drawn][row] = (short) codec.encode(number);
            block.give(drawn, row, block.isNull(drawn, row));
            return true;
        }

        @Override
        public State save(Block block, int row) {
            return new State(block.values[drawn][row], block.codes[drawn][row], block.isGiven(drawn, row));
        }

        @Override
        public void restore(Block block, int row, State state) {
            block.values[drawn][row] = state.value;
            block.codes[drawn][row] = state.code;
            block.give(drawn, row, state.given);
        }
    }

    /** Texts with labels of their own. @param longest most characters of any other text; -1 if there is to be none */
    record Label(int column, int drawn, LabelCodec codec, boolean nullable, int longest) implements Knob {
        /** @return false if the column takes no text but its labels and those of its own making, or the text is too long */
        boolean set(Block block, int row, String text) {
            if (text.codePointCount(0, text.length()) > longest) {
                return false;
            }
            block.codes[drawn][row] = (short) codec.rare();
            block.giveText(drawn, row, text);
            return true;
        }

        @Override
        public boolean clear(Block block, int row) {
            if (nullable) {
                block.codes[drawn][row] = Codec.NULL;
            }
            return nullable;
        }

        @Override
        public boolean fill(Block block, int row, int attempt) {
            int labels = codec.labels().size();
            block.giveText(drawn, row, null);
            block.codes[drawn][row] = (short) (labels == 0 ? codec.rare() : 1 + attempt % labels);
            return true;
        }

        /** @param label 0 to the number of labels, which stands for a text without one */
        void choose(Block block, int row, int label) {
            block.giveText(drawn, row, null);
            block.codes[drawn][row] = (short) (label + 1);
        }

        @Override
        public State save(Block block, int row) {
            return new State(0, block.codes[drawn][row], false, block.givenText(drawn, row), null);
        }

        @Override
        public void restore(Block block, int row, State state) {
            block.codes[drawn][row] = state.code;
            block.giveText(drawn, row, state.text);
        }
    }

    /**
     * A link; those that share columns with it follow.
     *
     * @param whole true once links that are chosen last have their targets, too
     */
    record Link(int column, int reference, Reference link, Alignment alignment, boolean whole) implements Knob {
        @Override
        public int drawn() {
            return -1;
        }

        @Override
        public boolean clear(Block block, int row) {
            if (!link.mayBeNull()) {
                return false;
            }
            if (!isLate()) {
                return point(block, row, -1);
            }
            block.targets[reference][row] = -1;
            return decide(block, row, false);
        }

        @Override
        public boolean fill(Block block, int row, int attempt) {
            if (isLate()) {
                return decide(block, row, true);
            }
            if (!link.hasTargets()) {
                return false;
            }
            if (link.kind() == Kind.SELF) {
                return choices() > 0 && choose(block, row, (int) (attempt % choices()));
            }
            long target = link.other(block, row, attempt + 1);
            return target >= 0 && point(block, row, target);
        }

        /** How many rows it may point at, as far as that can be chosen. */
        long choices() {
            return isLate() || link.isFixed() ? 0 : link.target().rows();
        }

        /** Points at another row. @param choice below {@link #choices()} @return false if another link cannot follow */
        boolean choose(Block block, int row, int choice) {
            long rows = link.target().rows();
            long start = Math.floorMod(block.place(row) * 0x9E3779B97F4A7C15L, rows);
            return point(block, row, (start + choice) % rows);
        }

        private boolean point(Block block, int row, long target) {
            long[] before = alignment.save(block, row);
            if (target >= 0 && link.kind() == Kind.SELF && link.tree().isAbove(block.firstRow() + row, target)) {
                return false;
            }
            block.targets[reference][row] = target;
            boolean followed = alignment.follow(block, row, reference);
            if (!followed) {
                alignment.restore(block, row, before);
            }
            return followed;
        }

        private boolean isLate() {
            return !whole && link.kind().isChosenLast();
        }

        private boolean decide(Block block, int row, boolean present) {
            int deciding = link.model().column();
            if (deciding < 0) {
                return present;
            }
            boolean level = link.kind() == Kind.SELF && block.values[deciding] != null;
            if (level) {
                block.values[deciding][row] = present ? 1 : 0;
            }
            block.codes[deciding][row] = (short) (present || level ? 1 : Codec.NULL);
            return link.willBeNull(block, row) != present;
        }

        @Override
        public State save(Block block, int row) {
            int deciding = link.model().column();
            boolean level = deciding >= 0 && block.values[deciding] != null;
            return isLate() && deciding >= 0
                    ? new State(level ? block.values[deciding][row] : 0, block.codes[deciding][row], level)
                    : new State(0, (short) 0, false, null, alignment.save(block, row));
        }

        @Override
        public void restore(Block block, int row, State state) {
            int deciding = link.model().column();
            if (!isLate() || deciding < 0) {
                alignment.restore(block, row, state.targets);
                return;
            }
            block.codes[deciding][row] = state.code;
            if (state.given) {
                block.values[deciding][row] = state.value;
            }
        }
    }
}
