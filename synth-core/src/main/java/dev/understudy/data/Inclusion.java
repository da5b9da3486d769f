package dev.understudy.data;

/**
 * How far the values of a link are keys of its parent.
 *
 * @param values different values that were looked up
 * @param found  those that are keys
 */
public record Inclusion(long values, long found) {
    public Inclusion {
        if (found < 0 || found > values) {
            throw new IllegalArgumentException("%d of %d values found.".formatted(found, values));
        }
    }

    /** 0 to 1; 0 where there was no value. */
    public double share() {
        return values == 0 ? 0 : (double) found / values;
    }
}
