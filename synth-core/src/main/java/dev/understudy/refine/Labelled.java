package dev.understudy.refine;

import dev.understudy.model.SeenRows;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learned rows and drawn ones behind each other, as a classifier takes them.
 *
 * @param groups per feature, the group of each row
 * @param real   rows before this one were learned from, the others were drawn
 * @param family family of each row, counted from 0; learned ones first
 */
record Labelled(byte[][] groups, int real, int[] family) {
    static Labelled of(SeenRows real, SeenRows drawn) {
        byte[][] groups = new byte[real.groups().length][];
        for (int f = 0; f < groups.length; f++) {
            groups[f] = Arrays.copyOf(real.groups()[f], real.rows() + drawn.rows());
            System.arraycopy(drawn.groups()[f], 0, groups[f], real.rows(), drawn.rows());
        }
        int[] ofReal = numbered(real.family());
        int[] ofDrawn = numbered(drawn.family());
        int families = Arrays.stream(ofReal).max().orElse(-1) + 1;
        int[] family = Arrays.copyOf(ofReal, groups.length == 0 ? 0 : groups[0].length);
        for (int i = ofReal.length; i < family.length; i++) {
            family[i] = ofDrawn[i - ofReal.length] + families;
        }
        return new Labelled(groups, real.rows(), family);
    }

    private static int[] numbered(long[] families) {
        long[] known = Arrays.stream(families).sorted().distinct().toArray();
        return Arrays.stream(families)
                .mapToInt(family -> Arrays.binarySearch(known, family))
                .toArray();
    }

    int rows() {
        return family.length;
    }

    boolean isReal(int row) {
        return row < real;
    }

    int families() {
        return Arrays.stream(family).max().orElse(-1) + 1;
    }

    /** Rows of whole families, by chance. @param from 0 to 1 @param to of all families this share, less {@code from} */
    int[] part(String name, double from, double to) {
        Draws draws = Draws.seeded(real).at(name);
        return IntStream.range(0, rows())
                .filter(row -> {
                    double u = draws.unit(family[row]);
                    return u >= from && u < to;
                })
                .toArray();
    }
}
