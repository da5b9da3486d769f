package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Groups of rare values by the other column of the row that they tell most about: article numbers by department.
 *
 * <p>What a value tells beyond chance is its mutual information with the column, less that with the column's values dealt
 * out anew. A value belongs to the class of the column that it has most often, measured against how often the class comes.
 *
 * @param of    group of each row from 0; -1 where its value is not rare
 * @param count at least two
 */
record RareGroups(int[] of, int count) {
    private static final int CLASSES = 12;
    /** What values tell must be this share of what there is to be told. */
    private static final double LEAST_TOLD = 0.1;

    /**
     * @param hashes of the values by row
     * @param rare   by row
     * @param others columns of the same rows
     */
    static Optional<RareGroups> of(
            long[] hashes, boolean[] rare, Iterable<EncodedColumn> others, long[] family, int k) {
        int[] value = new int[hashes.length];
        Map<Long, Integer> numbers = new HashMap<>();
        int n = 0;
        for (int row = 0; row < value.length; row++) {
            value[row] = rare[row] ? numbers.computeIfAbsent(hashes[row], h -> numbers.size()) : -1;
            n += rare[row] ? 1 : 0;
        }
        int[] dealt = dealt(value, n);
        double most = LEAST_TOLD;
        byte[] best = null;
        for (EncodedColumn other : others) {
            byte[] classes = classes(other, rare, n);
            double told = told(value, numbers.size(), classes, null) - told(value, numbers.size(), classes, dealt);
            double share = told / Math.max(1e-9, entropy(classes, rare));
            if (share > most) {
                most = share;
                best = classes;
            }
        }
        return best == null ? Optional.empty() : grouped(value, numbers.size(), best, family, k);
    }

    private static byte[] classes(EncodedColumn column, boolean[] rare, int rows) {
        int[] counts = new int[column.codec().codes()];
        for (int row = 0; row < rare.length; row++) {
            counts[column.codes()[row] & 0xFFFF] += rare[row] ? 1 : 0;
        }
        byte[] of = ClassMap.of(counts, rows, column.codec().ordered(), CLASSES);
        byte[] classes = new byte[rare.length];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = of[column.codes()[row] & 0xFFFF];
        }
        return classes;
    }

    /** For each rare row, another one. */
    private static int[] dealt(int[] value, int n) {
        int[] rows = new int[n];
        int at = 0;
        for (int row = 0; row < value.length; row++) {
            if (value[row] >= 0) {
                rows[at++] = row;
            }
        }
        int[] mixed = rows.clone();
        for (int i = n - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(Draws.mix(i), i + 1L);
            int moved = mixed[i];
            mixed[i] = mixed[j];
            mixed[j] = moved;
        }
        int[] dealt = new int[value.length];
        for (int i = 0; i < n; i++) {
            dealt[rows[i]] = mixed[i];
        }
        return dealt;
    }

    /** Mutual information of values and classes in nats, with its bias. @param dealt null for each row's own class */
    private static double told(int[] value, int values, byte[] classes, int[] dealt) {
        int[] joint = new int[values * CLASSES];
        int[] ofValue = new int[values];
        int[] ofClass = new int[CLASSES];
        int n = 0;
        for (int row = 0; row < value.length; row++) {
            if (value[row] >= 0) {
                int own = classes[dealt == null ? row : dealt[row]];
                joint[value[row] * CLASSES + own]++;
                ofValue[value[row]]++;
                ofClass[own]++;
                n++;
            }
        }
        return (sum(joint) - sum(ofValue) - sum(ofClass) + n * Math.log(Math.max(1, n))) / Math.max(1, n);
    }

    private static double entropy(byte[] classes, boolean[] rare) {
        int[] counts = new int[CLASSES];
        int n = 0;
        for (int row = 0; row < classes.length; row++) {
            counts[classes[row]] += rare[row] ? 1 : 0;
            n += rare[row] ? 1 : 0;
        }
        return n == 0 ? 0 : Math.log(n) - sum(counts) / n;
    }

    private static double sum(int[] counts) {
        return Arrays.stream(counts)
                .filter(count -> count > 1)
                .mapToDouble(count -> count * Math.log(count))
                .sum();
    }

    private static Optional<RareGroups> grouped(int[] value, int values, byte[] classes, long[] family, int k) {
        int[] joint = new int[values * CLASSES];
        int[] ofClass = new int[CLASSES];
        for (int row = 0; row < value.length; row++) {
            if (value[row] >= 0) {
                joint[value[row] * CLASSES + classes[row]]++;
                ofClass[classes[row]]++;
            }
        }
        int[] classOf = new int[values];
        for (int v = 0; v < values; v++) {
            double most = -1;
            for (int c = 0; c < CLASSES; c++) {
                double lift = ofClass[c] == 0 ? 0 : (double) joint[v * CLASSES + c] / ofClass[c];
                if (lift > most) {
                    most = lift;
                    classOf[v] = c;
                }
            }
        }
        return numbered(value, classOf, family, k);
    }

    /** Classes that enough families have, numbered; the values of others go to the first of them. */
    private static Optional<RareGroups> numbered(int[] value, int[] classOf, long[] family, int k) {
        FamilyCount[] families = new FamilyCount[CLASSES];
        Arrays.setAll(families, c -> new FamilyCount(3 * k));
        for (int row = 0; row < value.length; row++) {
            if (value[row] >= 0) {
                families[classOf[value[row]]].add(family[row]);
            }
        }
        int[] number = new int[CLASSES];
        int count = 0;
        for (int c = 0; c < CLASSES; c++) {
            number[c] = families[c].full() ? count++ : 0;
        }
        int[] of =
                Arrays.stream(value).map(v -> v < 0 ? -1 : number[classOf[v]]).toArray();
        return count < 2 ? Optional.empty() : Optional.of(new RareGroups(of, count));
    }
}
