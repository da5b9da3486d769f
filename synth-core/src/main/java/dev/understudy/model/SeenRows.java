package dev.understudy.model;

import java.util.List;

/**
 * Rows as the features of a model see them, learned from or drawn. Never part of a model.
 *
 * @param features what is seen
 * @param groups   per feature, the group of each row
 * @param family   family of each row
 */
public record SeenRows(List<Feature> features, byte[][] groups, long[] family) {
    /** Fewest rows of a table that are worth a look. */
    public static final int FEWEST = 1000;

    /** Most rows of a table that are looked at. */
    public static final int MOST = 16_000;

    public SeenRows {
        features = List.copyOf(features);
    }

    public int rows() {
        return family.length;
    }

    /** Rows of several sets, whose families are told apart. @param sets at least one, all with the same features */
    public static SeenRows together(List<SeenRows> sets) {
        SeenRows all = joined(sets, sets.get(0).features());
        int at = 0;
        for (int set = 0; set < sets.size(); set++) {
            for (int end = at + sets.get(set).rows(); at < end; at++) {
                all.family[at] = all.family[at] * sets.size() + set;
            }
        }
        return all;
    }

    /** Rows of several parts of one set. @param parts all with the features */
    public static SeenRows joined(List<SeenRows> parts, List<Feature> features) {
        int rows = parts.stream().mapToInt(SeenRows::rows).sum();
        byte[][] groups = new byte[features.size()][rows];
        long[] family = new long[rows];
        int at = 0;
        for (SeenRows part : parts) {
            for (int f = 0; f < groups.length; f++) {
                System.arraycopy(part.groups[f], 0, groups[f], at, part.rows());
            }
            System.arraycopy(part.family, 0, family, at, part.rows());
            at += part.rows();
        }
        return new SeenRows(features, groups, family);
    }
}
