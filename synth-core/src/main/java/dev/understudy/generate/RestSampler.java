package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Rest;
import dev.understudy.model.Total;

/** Works out what is left of a parent's total for each child; see {@link Rest}. */
final class RestSampler {
    private final Rest rest;
    private final int index;
    private final NumberCodec codec;
    private final int exact;

    /** @param index place in the cascade */
    RestSampler(Rest rest, int index, NumberCodec codec) {
        this.rest = rest;
        this.index = index;
        this.codec = codec;
        this.exact = rest.exact();
    }

    /** @param rows rows whose siblings before have been drawn; the first n are used */
    void work(Block block, int[] rows, int n) {
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            boolean none = block.owner == null || block.owner.isNull(rest.total(), block.ownerRow[row]);
            if (none) {
                block.codes[index][row] = Codec.NULL;
                continue;
            }
            long value = rest.isShare()
                    ? Rest.share(block.values[rest.whole()][row], block.siblings[row] - block.position[row])
                    : block.position[row] == 0 ? whole(block, row) : block.values[index][row - 1] - taken(block, row - 1);
            block.values[index][row] = value;
            block.codes[index][row] = (short) codec.encode(value);
        }
    }

    private long whole(Block block, int row) {
        int parent = block.ownerRow[row];
        long whole = block.owner.values[rest.total()][parent];
        for (Rest.Beside beside : rest.besides()) {
            if (!block.owner.isNull(beside.column(), parent)) {
                long number = Total.rescaled(
                        block.owner.values[beside.column()][parent], beside.decimals(), rest.unit());
                whole += beside.plus() ? -number : number;
            }
        }
        return whole;
    }

    private long taken(Block block, int row) {
        long product = 1;
        for (Rest.Part part : rest.parts()) {
            if (block.isNull(part.column(), row)) {
                return 0;
            }
            product *= part.form().of(block.values[part.column()][row], part.decimals());
        }
        return Total.rescaled(product, exact, rest.unit());
    }
}
