package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCells;
import dev.understudy.model.Rest;
import dev.understudy.model.Total;

/** Works out what is left for each child of what its parent says of all; see {@link Rest}. */
final class RestSampler {
    private final Rest rest;
    private final int index;
    private final NumberCells cells;
    private final int exact;

    /** @param index place in the cascade */
    RestSampler(Rest rest, int index, NumberCells cells) {
        this.rest = rest;
        this.index = index;
        this.cells = cells;
        this.exact = rest.exact();
    }

    /** @param rows rows whose siblings before have been drawn; the first n are used */
    void work(Block block, int[] rows, int n) {
        if (rest.of().isOfLast()) {
            untilLast(block, rows, n);
            return;
        }
        if (rest.of() == Rest.Of.RUN) {
            runs(block, rows, n);
            return;
        }
        long[] past = block.past(index);
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            int among = block.siblings[row] - block.position[row];
            if (block.owner == null
                    || block.owner.isNull(rest.whole(), block.ownerRow[row])
                    || !Rest.isTold(rest.toTheEnd(), among, block.siblings[row])) {
                block.codes[index][row] = Codec.NULL;
                continue;
            }
            long whole = whole(block, block.ownerRow[row]);
            past[row] = block.position[row] == 0 ? 0 : past[row - 1] + taken(block, row - 1, whole);
            long share = Rest.share(rest.of(), whole, past[row], among);
            block.values[index][row] = share;
            block.codes[index][row] = (short) cells.encode(share);
        }
    }

    private void untilLast(Block block, int[] rows, int n) {
        Rest.Part part = rest.parts().get(0);
        boolean back = rest.of().looksBack();
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            boolean told = block.owner != null
                    && Rest.isTold(rest.of(), block.position[row], block.siblings[row])
                    && !block.owner.isNull(rest.whole(), block.ownerRow[row])
                    && (!back || !block.isNull(part.column(), row - 1));
            if (told) {
                long last = Total.rescaled(
                        block.owner.values[rest.whole()][block.ownerRow[row]], part.decimals(), rest.unit());
                long before =
                        back ? Total.rescaled(block.values[part.column()][row - 1], part.decimals(), rest.unit()) : 0;
                int among = block.siblings[row] - block.position[row];
                block.values[index][row] = Rest.share(rest.of(), last, before, among);
            }
            block.codes[index][row] = (short) (told ? cells.encode(block.values[index][row]) : Codec.NULL);
        }
    }

    private void runs(Block block, int[] rows, int n) {
        int column = rest.parts().get(0).column();
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            boolean goesOn = block.position[row] > 0
                    && !block.isNull(column, row)
                    && !block.isNull(column, row - 1)
                    && block.values[column][row] == block.values[column][row - 1];
            long run = goesOn ? block.values[index][row - 1] + 1 : 0;
            block.values[index][row] = run;
            block.codes[index][row] = (short) cells.encode(run);
        }
    }

    private long whole(Block block, int parent) {
        long whole = block.owner.values[rest.whole()][parent];
        for (Rest.Beside beside : rest.besides()) {
            if (!block.owner.isNull(beside.column(), parent)) {
                long number =
                        Total.rescaled(block.owner.values[beside.column()][parent], beside.decimals(), rest.unit());
                whole += beside.plus() ? -number : number;
            }
        }
        return whole;
    }

    /** What a child has taken of the total, or how far it is above the mean; 0 if it has no number. */
    private long taken(Block block, int row, long whole) {
        long product = 1;
        for (Rest.Part part : rest.parts()) {
            if (block.isNull(part.column(), row)) {
                return 0;
            }
            product *= part.form().of(block.values[part.column()][row], part.decimals());
        }
        long taken = Total.rescaled(product, exact, rest.unit());
        return rest.of() == Rest.Of.MEAN ? taken - whole : taken;
    }
}
