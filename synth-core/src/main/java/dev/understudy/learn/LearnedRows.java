package dev.understudy.learn;

import java.util.Arrays;

/**
 * The rows of a sample that a column is learned from, by place.
 *
 * @param sample the table
 * @param rows   row of the sample at each place
 */
record LearnedRows(TableSample sample, int[] rows) {
    /** All places. */
    int[] all() {
        int[] places = new int[rows.length];
        Arrays.setAll(places, i -> i);
        return places;
    }

    /** Rows of the sample at some places. */
    int[] at(int[] places) {
        return Arrays.stream(places).map(place -> rows[place]).toArray();
    }

    /** Families of the rows at some places. */
    long[] families(int[] places) {
        return Arrays.stream(places)
                .mapToLong(place -> sample.family()[rows[place]])
                .toArray();
    }

    /** A column's codes at some places. */
    short[] codes(EncodedColumn column, int[] places) {
        short[] codes = new short[places.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = column.codes()[rows[places[i]]];
        }
        return codes;
    }

    /** Those of some places at which a partner has a number. */
    int[] with(RelativeChooser.Partner partner, int[] among) {
        return Arrays.stream(among)
                .filter(place -> !partner.missing().get(rows[place]))
                .toArray();
    }

    /** Those of some places at which a partner has no number. */
    int[] without(RelativeChooser.Partner partner, int[] among) {
        return Arrays.stream(among)
                .filter(place -> partner.missing().get(rows[place]))
                .toArray();
    }
}
