package dev.understudy.read;

/**
 * Which rows of a stream are kept.
 *
 * @param step  every how manieth row, from the first on; at least 1
 * @param limit how many rows at most; at least 1
 */
public record Thinning(long step, long limit) {
    /** Keeps all rows. */
    public static final Thinning NONE = new Thinning(1, Long.MAX_VALUE);

    public Thinning {
        if (step < 1 || limit < 1) {
            throw new IllegalArgumentException(
                    "Step and limit must be at least 1, not %d and %d.".formatted(step, limit));
        }
    }

    /** The first {@code limit} rows. */
    public static Thinning first(long limit) {
        return new Thinning(1, limit);
    }

    /** At most {@code limit} rows spread over {@code rows}, to the last of them. */
    public static Thinning spread(long rows, long limit) {
        return new Thinning(Math.max(1, (rows + limit - 1) / limit), limit);
    }
}
