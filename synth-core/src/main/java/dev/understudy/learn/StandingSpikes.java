package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that mean something by themselves and not by their distance from a partner: 9999-12-31 for "still valid", 0 for
 * "not yet". They are frequent, and their distances are all different.
 */
final class StandingSpikes {
    private static final int MOST = 16;
    private static final int FEWEST_ROWS = 20;
    private static final double LEAST_SHARE = 0.01;
    /** How many times as frequent as values beside it. */
    private static final double STANDS_OUT = 1.7;
    /** Values on either side by which that is told. */
    private static final int BESIDE = 4;
    /** If this many of the rows with a value have the same distance, it is the distance that counts. */
    private static final double MOST_OF_ONE_DISTANCE = 0.5;

    private StandingSpikes() {}

    /** Codes of such values in the column's own codec, most frequent first. @param rows rows to look at */
    static List<Integer> of(EncodedColumn column, RelativeChooser.Partner partner, int[] rows) {
        NumberCodec codec = (NumberCodec) column.codec();
        int[] counts = new int[codec.codes()];
        for (int row : rows) {
            if (!column.missing().get(row)) {
                counts[column.codes()[row] & 0xFFFF]++;
            }
        }
        double fewest = Math.max(FEWEST_ROWS, LEAST_SHARE * rows.length);
        List<Integer> spikes = new ArrayList<>();
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] >= fewest
                    && codec.isSpike(code)
                    && standsOut(codec, counts, code)
                    && commonest(column, partner, rows, code) < MOST_OF_ONE_DISTANCE * counts[code]) {
                spikes.add(code);
            }
        }
        spikes.sort((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b);
        return List.copyOf(spikes.subList(0, Math.min(MOST, spikes.size())));
    }

    /** False for one of many values that are all frequent: of games won in a season, each is. */
    private static boolean standsOut(NumberCodec codec, int[] counts, int code) {
        double rows = 0;
        double values = 0;
        for (int other = Math.max(1, code - BESIDE); other <= Math.min(counts.length - 1, code + BESIDE); other++) {
            if (other != code) {
                rows += counts[other];
                values += codec.steps(other);
            }
        }
        return values == 0 || counts[code] > STANDS_OUT * rows / values;
    }

    /** How many rows with a value have the distance that most of them have. */
    private static int commonest(EncodedColumn column, RelativeChooser.Partner partner, int[] rows, int code) {
        Map<Long, Integer> distances = new HashMap<>();
        int most = 0;
        for (int row : rows) {
            if (!column.missing().get(row) && (column.codes()[row] & 0xFFFF) == code) {
                most = Math.max(most, distances.merge(column.values()[row] - partner.values()[row], 1, Integer::sum));
            }
        }
        return most;
    }
}
