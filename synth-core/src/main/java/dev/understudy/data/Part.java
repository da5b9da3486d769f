package dev.understudy.data;

/**
 * A stretch of a table's blocks whose rows become permanent together.
 *
 * @param first its first block
 * @param end   the block after its last one
 */
public record Part(int first, int end) {
    /** All blocks, however many there are. */
    public static final Part WHOLE = new Part(0, Integer.MAX_VALUE);

    public Part {
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException(
                    "A part of blocks %d to %d; it must hold one at least.".formatted(first, end));
        }
    }
}
