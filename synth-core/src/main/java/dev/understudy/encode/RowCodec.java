package dev.understudy.encode;

import java.util.Arrays;

/**
 * Codes of links to a table whose rows keep their identity (lookup and copied tables, small dimensions): 0 for null,
 * 1..n for rows that enough families reference, n + 1 for any other row.
 *
 * @param rows       row numbers in the parent, by code - 1; never written after construction
 * @param parentRows number of rows of the parent in the source
 * @param uneven     how uneven the others are referenced: of n of them in the order in which they are, the place of the one that a
 *                   reference means is n u^uneven, u uniform in [0, 1); 1 if all are alike
 */
public record RowCodec(int[] rows, int parentRows, double uneven) implements Codec {
    /** A few rows take nearly all of the references. */
    private static final double MOST_UNEVEN = 20;

    @Override
    public int codes() {
        return rows.length + 2;
    }

    @Override
    public boolean ordered() {
        return false;
    }

    /**
     * Fits {@link #uneven} by the mean place of a reference, which is 1 / (uneven + 1) of all places.
     *
     * @param counts references of each of the other rows, in any order; reordered
     * @return two digits, for what many rows have in common
     */
    public static double uneven(int[] counts) {
        Arrays.sort(counts);
        double sum = 0;
        double places = 0;
        for (int i = 0; i < counts.length; i++) {
            int count = counts[counts.length - 1 - i];
            sum += count;
            places += count * (i + 0.5) / counts.length;
        }
        double fitted = places == 0 ? 1 : Math.max(1, Math.min(MOST_UNEVEN, sum / places - 1));
        return Edges.twoDigits(fitted);
    }

    /** Which of some rows a reference to another row means. @param rows how many there are @param u in [0, 1) */
    public int place(int rows, double u) {
        return (int) (rows * (uneven == 1 ? u : Math.pow(u, uneven)));
    }

    public int rare() {
        return rows.length + 1;
    }
}
