package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Kinds of texts in a column: complaints and praise, German and English.
 *
 * <p>Texts are put into at most six clusters by the words that they have (spherical k-means, started from the farthest
 * texts). A word counts as much as it tells about another column of the row, so that the kinds are those that the row
 * knows of; where no word tells anything there are no topics. Words and clusters that fewer than k families have do not
 * count.
 *
 * <p>Source: Dhillon, Modha (2001), Concept decompositions for large sparse text data using clustering.
 *
 * @param of    topic of each row, -1 where there is no text to tell it by
 * @param tilts by topic: how much more often than in all texts a word comes; 0 where hardly a family writes it
 */
record Topics(int[] of, List<Map<String, Double>> tilts) {
    private static final int MOST = 6;
    private static final int ROWS = 20_000;
    private static final int FEWEST_ROWS = 200;
    private static final int FAMILIES_OF_A_TOPIC = 3;
    private static final double SMALLEST = 0.02;
    private static final int VOCABULARY = 300;
    private static final double MOST_FREQUENT = 0.8;
    private static final int ROUNDS = 8;
    /** Of a chi-squared number with few degrees of freedom this is far out: 1 in 10,000 and less. */
    private static final double SIGNIFICANT = 20;

    private static final int FEWEST_FAMILIES = 3;
    private static final double STEP = 1.0 / 64;

    /** @param others columns of the same rows */
    static Optional<Topics> of(RowWords words, List<EncodedColumn> others, long[] family, int k) {
        int[] rows = IntStream.range(0, family.length)
                .filter(row -> words.at(row).length > 0)
                .toArray();
        if (rows.length < FEWEST_ROWS) {
            return Optional.empty();
        }
        int[] some = spread(rows);
        double[] weights = weights(words, some, others, family, k);
        List<float[]> centres = new Clusters(words, weights, some).centres();
        int[] topic = assigned(words, weights, rows, centres, family.length);
        List<Integer> large = IntStream.range(0, centres.size())
                .filter(c -> isLarge(topic, c, family, rows.length, k))
                .boxed()
                .toList();
        if (large.size() < 2) {
            return Optional.empty();
        }
        int[] of =
                assigned(words, weights, rows, large.stream().map(centres::get).toList(), family.length);
        return Optional.of(new Topics(of, tilts(words, rows, of, large.size(), family, k)));
    }

    private static int[] spread(int[] rows) {
        int size = Math.min(rows.length, ROWS);
        return IntStream.range(0, size)
                .map(i -> rows[(int) ((long) i * rows.length / size)])
                .toArray();
    }

    private static boolean isLarge(int[] topic, int which, long[] family, int rows, int k) {
        FamilyCount families = new FamilyCount(FAMILIES_OF_A_TOPIC * k);
        int count = 0;
        for (int row = 0; row < topic.length; row++) {
            if (topic[row] == which) {
                families.add(family[row]);
                count++;
            }
        }
        return families.full() && count >= SMALLEST * rows;
    }

    /** What each word tells at most about one of the other columns, in nats; 0 for words that do not count. */
    private static double[] weights(RowWords words, int[] rows, List<EncodedColumn> others, long[] family, int k) {
        int n = words.words().size();
        int[] count = new int[n];
        Map<Integer, FamilyCount> families = new HashMap<>();
        for (int row : rows) {
            for (char word : words.at(row)) {
                count[word]++;
                families.computeIfAbsent((int) word, w -> new FamilyCount(k)).add(family[row]);
            }
        }
        double[] weights = new double[n];
        for (EncodedColumn other : others) {
            int[] byGroup = new int[Groups.MAX];
            int[] joint = new int[n * Groups.MAX];
            for (int row : rows) {
                int group = other.group(row);
                byGroup[group]++;
                for (char word : words.at(row)) {
                    joint[word * Groups.MAX + group]++;
                }
            }
            int used = (int) Arrays.stream(byGroup).filter(c -> c > 0).count();
            for (int word = 0; word < n; word++) {
                if (families.containsKey(word)
                        && families.get(word).full()
                        && count[word] <= MOST_FREQUENT * rows.length) {
                    double told = told(joint, word * Groups.MAX, byGroup, count[word], rows.length);
                    double chance = used - 1 + SIGNIFICANT;
                    weights[word] = Math.max(weights[word], 2 * told > chance ? told / rows.length : 0);
                }
            }
        }
        double[] sorted = Arrays.stream(weights).sorted().toArray();
        double least = n > VOCABULARY ? sorted[n - VOCABULARY] : 0;
        return Arrays.stream(weights).map(w -> w < least ? 0 : Math.sqrt(w)).toArray();
    }

    /** Mutual information of a word and a column, times the rows. */
    private static double told(int[] joint, int at, int[] byGroup, int with, int rows) {
        double told = 0;
        for (int group = 0; group < byGroup.length; group++) {
            told += part(joint[at + group], with, byGroup[group], rows)
                    + part(byGroup[group] - joint[at + group], rows - with, byGroup[group], rows);
        }
        return told;
    }

    private static double part(double both, double one, double other, double rows) {
        return both == 0 ? 0 : both * Math.log(both * rows / (one * other));
    }

    private static int[] assigned(RowWords words, double[] weights, int[] rows, List<float[]> centres, int all) {
        int[] topic = new int[all];
        Arrays.fill(topic, -1);
        for (int row : rows) {
            topic[row] = nearest(words.at(row), weights, centres);
        }
        return topic;
    }

    /** The centre with the greatest cosine; the first for a text without words that count. */
    private static int nearest(char[] words, double[] weights, List<float[]> centres) {
        int best = 0;
        double most = 0;
        for (int c = 0; c < centres.size(); c++) {
            double product = product(words, weights, centres.get(c));
            if (product > most) {
                most = product;
                best = c;
            }
        }
        return best;
    }

    private static double product(char[] words, double[] weights, float[] centre) {
        double product = 0;
        for (char word : words) {
            product += weights[word] * centre[word];
        }
        return product;
    }

    /** The search for centres. */
    private record Clusters(RowWords words, double[] weights, int[] rows) {
        List<float[]> centres() {
            List<float[]> centres = new ArrayList<>();
            Set<Integer> started = new HashSet<>();
            centres.add(centre(Arrays.stream(rows).boxed().toList()));
            while (centres.size() <= MOST) {
                int farthest = farthest(centres, started);
                if (farthest < 0) {
                    break;
                }
                started.add(farthest);
                centres.add(centre(List.of(farthest)));
            }
            // The mean of all was only where the search began.
            List<float[]> now = centres.subList(1, centres.size());
            for (int round = 0; round < ROUNDS && !now.isEmpty(); round++) {
                now = moved(now);
            }
            return now;
        }

        private List<float[]> moved(List<float[]> centres) {
            List<List<Integer>> members = new ArrayList<>();
            centres.forEach(c -> members.add(new ArrayList<>()));
            for (int row : rows) {
                members.get(nearest(words.at(row), weights, centres)).add(row);
            }
            return members.stream().filter(m -> !m.isEmpty()).map(this::centre).toList();
        }

        private float[] centre(List<Integer> members) {
            float[] sum = new float[weights.length];
            for (int row : members) {
                double length = length(words.at(row));
                for (char word : words.at(row)) {
                    sum[word] += length == 0 ? 0 : (float) (weights[word] / length);
                }
            }
            double square = 0;
            for (float value : sum) {
                square += (double) value * value;
            }
            for (int i = 0; i < sum.length && square > 0; i++) {
                sum[i] /= (float) Math.sqrt(square);
            }
            return sum;
        }

        private double length(char[] text) {
            double square = 0;
            for (char word : text) {
                square += weights[word] * weights[word];
            }
            return Math.sqrt(square);
        }

        /** The text that is least like any centre; -1 if none has words that count. */
        private int farthest(List<float[]> centres, Set<Integer> started) {
            int farthest = -1;
            double least = Double.MAX_VALUE;
            for (int row : rows) {
                double length = length(words.at(row));
                if (length == 0 || started.contains(row)) {
                    continue;
                }
                double most = 0;
                for (float[] centre : centres) {
                    most = Math.max(most, product(words.at(row), weights, centre) / length);
                }
                if (most < least) {
                    least = most;
                    farthest = row;
                }
            }
            return farthest;
        }
    }

    private static List<Map<String, Double>> tilts(
            RowWords words, int[] rows, int[] of, int topics, long[] family, int k) {
        int n = words.words().size();
        int[] count = new int[n];
        int[][] within = new int[topics][n];
        int[] texts = new int[topics];
        Map<Integer, FamilyCount> families = new HashMap<>();
        for (int row : rows) {
            texts[of[row]]++;
            for (char word : words.at(row)) {
                count[word]++;
                within[of[row]][word]++;
                families.computeIfAbsent(word * topics + of[row], w -> new FamilyCount(k))
                        .add(family[row]);
            }
        }
        List<Map<String, Double>> tilts = new ArrayList<>();
        for (int topic = 0; topic < topics; topic++) {
            Map<String, Double> tilt = new HashMap<>();
            for (int word = 0; word < n; word++) {
                FamilyCount writing = families.get(word * topics + topic);
                boolean written = writing != null && writing.count() >= Math.min(k, FEWEST_FAMILIES);
                double more = (double) within[topic][word] * rows.length / ((double) texts[topic] * count[word]);
                tilt.put(words.words().get(word), written ? Math.max(STEP, Math.round(more / STEP) * STEP) : 0);
            }
            tilts.add(tilt);
        }
        return tilts;
    }
}
