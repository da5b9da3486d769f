package dev.understudy.generate;

/**
 * Rows of a block for which a column is drawn, out of those that are drawn together. Its arrays are not written any more.
 *
 * @param rows   the first n are used
 * @param all    the rows that are drawn together
 * @param places where each stands among those; null if these are all of them, in the same order
 */
record SomeRows(int[] rows, int n, int[] all, int[] places) {

    static SomeRows all(int[] rows) {
        return new SomeRows(rows, rows.length, rows, null);
    }

    /** Where row number i of these stands among those that are drawn together. */
    int place(int i) {
        return places == null ? i : places[i];
    }

    /** Those of these for which something is true, or false. */
    SomeRows where(boolean[] is, boolean wanted) {
        int many = 0;
        for (int i = 0; i < n; i++) {
            many += is[i] == wanted ? 1 : 0;
        }
        if (many == n) {
            return this;
        }
        int[] chosen = new int[many];
        int[] at = new int[many];
        int next = 0;
        // What is not wanted is written over: no branch, since it would be foretold wrongly.
        for (int i = 0; i < n && next < many; i++) {
            chosen[next] = rows[i];
            at[next] = place(i);
            next += is[i] == wanted ? 1 : 0;
        }
        return new SomeRows(chosen, many, all, at);
    }
}
