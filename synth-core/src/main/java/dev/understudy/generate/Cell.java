package dev.understudy.generate;

import dev.understudy.random.Draws;

/** Values of one output column, row by row. Immutable; serves all threads. */
interface Cell {
    boolean isNull(Block block, int row);

    /** The value as in {@code Storage.LONG}; of floating-point columns times 10^{@link #decimals()}. */
    default long number(Block block, int row) {
        throw new IllegalStateException("A text column has no numbers.");
    }

    default String text(Block block, int row) {
        throw new IllegalStateException("A number column has no texts.");
    }

    /** Decimals of {@link #number} in floating-point columns. */
    default int decimals() {
        return 0;
    }

    /** A hash that is equal for equal values; for a value that is not null. */
    default long hash(Block block, int row) {
        return number(block, row);
    }

    /** Cells of texts. */
    interface OfText extends Cell {
        @Override
        default long hash(Block block, int row) {
            return Draws.hash(text(block, row));
        }
    }
}
