package dev.understudy.generate;

import dev.understudy.random.Draws;
import java.util.BitSet;

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

    /**
     * Numbers of some rows.
     *
     * @param missing places of rows that have none are put here
     */
    default long[] numbers(Block block, int[] rows, BitSet missing) {
        long[] numbers = new long[rows.length];
        for (int i = 0; i < numbers.length; i++) {
            if (isNull(block, rows[i])) {
                missing.set(i);
            } else {
                numbers[i] = number(block, rows[i]);
            }
        }
        return numbers;
    }

    /** The same for texts. */
    default String[] texts(Block block, int[] rows, BitSet missing) {
        String[] texts = new String[rows.length];
        for (int i = 0; i < texts.length; i++) {
            if (isNull(block, rows[i])) {
                missing.set(i);
            } else {
                texts[i] = text(block, rows[i]);
            }
        }
        return texts;
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
