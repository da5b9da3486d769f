package dev.understudy.generate;

/** Conditions that the rows of one table must meet, beyond keys and links. */
interface RowRules {
    /** A table without conditions. */
    RowRules NONE = new RowRules() {
        @Override
        public void mend(Block block, Redraw redraw) {}

        @Override
        public boolean accepts(Block block, int row) {
            return true;
        }

        @Override
        public void check(Block block, boolean[] failed) {}
    };

    /** Draws one column of one row anew. */
    @FunctionalInterface
    interface Redraw {
        /** @param column of the cascade; @param attempt from 1; another number gives another draw */
        void draw(int column, int row, int attempt);
    }

    /** Changes what breaks a condition, as far as that is possible. */
    void mend(Block block, Redraw redraw);

    /** True if a row meets all conditions. */
    boolean accepts(Block block, int row);

    /** Marks rows that still break a condition. @param failed rows that are going to be dropped; more may be marked */
    void check(Block block, boolean[] failed);
}
