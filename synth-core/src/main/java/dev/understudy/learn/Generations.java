package dev.understudy.learn;

import java.util.Arrays;

/** Who stands above whom. */
final class Generations {
    private Generations() {}

    /** For each row of {@code sample}, the row of its owner's owner; -1 if there is none. */
    static int[] ownersOwner(TableSample sample, TableSample owner) {
        int[] rows = new int[sample.rows()];
        Arrays.setAll(rows, row -> sample.owner()[row] < 0 ? -1 : owner.owner()[sample.owner()[row]]);
        return rows;
    }
}
