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
    private final Rest.Beside[] besides;
    private final Rest.Part[] parts;

    /** @param index place in the cascade */
    RestSampler(Rest rest, int index, NumberCells cells) {
        this.rest = rest;
        this.index = index;
        this.cells = cells;
        this.exact = rest.exact();
        this.besides = rest.besides().toArray(Rest.Beside[]::new);
        this.parts = rest.parts().toArray(Rest.Part[]::new);
    }

    /** @param rows rows whose siblings before have been drawn; the first n are used */
    void work(Block block, int[] rows, int n) {
        if (rest.of().isOfLast()) {
            ofLast(block, rows, n);
            return;
        }
        if (rest.of() == Rest.Of.RUN) {
            runs(block, rows, n);
            return;
        }
        short[] codes = block.codes[index];
        long[] values = block.values[index];
        long[] past = block.past(index);
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            int position = block.hasSiblings() ? block.position[row] : 0;
            int among = block.hasSiblings() ? block.siblings[row] - position : 0;
            if (block.owner == null
                    || block.owner.isNull(rest.whole(), block.ownerRow[row])
                    || !Rest.isTold(rest.toTheEnd(), among, block.siblings[row])) {
                codes[row] = Codec.NULL;
                continue;
            }
            long whole = whole(block, block.ownerRow[row]);
            past[row] = position == 0 ? 0 : past[row - 1] + taken(block, row - 1, whole);
            values[row] = Rest.share(rest.of(), whole, past[row], among);
            codes[row] = (short) cells.encode(values[row]);
        }
    }

    private void ofLast(Block block, int[] rows, int n) {
        short[] codes = block.codes[index];
        long[] values = block.values[index];
        Rest.Part part = parts[0];
        short[] partCodes = block.codes[part.column()];
        long[] partValues = block.values[part.column()];
        boolean back = rest.of().looksBack();
        short[] wholeCodes = block.owner == null ? null : block.owner.codes[rest.whole()];
        long[] wholes = block.owner == null ? null : block.owner.values[rest.whole()];
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            boolean told = wholes != null
                    && Rest.isTold(rest.of(), block.position[row], block.siblings[row])
                    && wholeCodes[block.ownerRow[row]] != Codec.NULL
                    && (!back || partCodes[row - 1] != Codec.NULL);
            if (told) {
                long last = Total.rescaled(wholes[block.ownerRow[row]], part.decimals(), rest.unit());
                long before = back ? Total.rescaled(partValues[row - 1], part.decimals(), rest.unit()) : 0;
                int among = block.siblings[row] - block.position[row];
                values[row] = Rest.share(rest.of(), last, before, among);
            }
            codes[row] = (short) (told ? cells.encode(values[row]) : Codec.NULL);
        }
    }

    private void runs(Block block, int[] rows, int n) {
        short[] codes = block.codes[index];
        long[] runs = block.values[index];
        short[] partCodes = block.codes[parts[0].column()];
        long[] numbers = block.values[parts[0].column()];
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            boolean goesOn = block.hasSiblings()
                    && block.position[row] > 0
                    && partCodes[row] != Codec.NULL
                    && partCodes[row - 1] != Codec.NULL
                    && numbers[row] == numbers[row - 1];
            runs[row] = goesOn ? runs[row - 1] + 1 : 0;
            codes[row] = (short) cells.encode(runs[row]);
        }
    }

    private long whole(Block block, int parent) {
        long whole = block.owner.values[rest.whole()][parent];
        for (Rest.Beside beside : besides) {
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
        for (Rest.Part part : parts) {
            if (block.isNull(part.column(), row)) {
                return 0;
            }
            product *= part.form().of(block.values[part.column()][row], part.decimals());
        }
        long taken = Total.rescaled(product, exact, rest.unit());
        return rest.of() == Rest.Of.MEAN ? taken - whole : taken;
    }
}
