package dev.understudy.learn;

import java.util.List;

/** Which attribute of a link's target the children differ by most: learned, so that who is linked to whom keeps meaning. */
final class TargetAttribute {
    /** Below this many nats, children do not care. */
    private static final double LEAST = 0.01;

    private static final int ROWS = 30_000;
    private static final int MOST_CODES = 64;

    private TargetAttribute() {}

    /**
     * @param rows   target row of each child, negative for none
     * @param before columns that the attribute would be drawn after; what it must be told by
     * @return at most one column of the target
     */
    static List<Integer> of(TableSample sample, int[] rows, EncodedTable target, List<EncodedColumn> before) {
        int[] linked = linkedRows(rows);
        int best = -1;
        double most = LEAST;
        for (int c = 0; c < target.columns().size(); c++) {
            EncodedColumn attribute = target.columns().get(c);
            if (attribute.name().startsWith("<") || attribute.codec().codes() > MOST_CODES) {
                continue;
            }
            byte[] group = new byte[rows.length];
            for (int row : linked) {
                group[row] = attribute.group(rows[row]);
            }
            double information = strongest(sample, group, attribute.groups().count(), linked);
            if (information > most) {
                most = information;
                best = c;
            }
        }
        return best < 0 ? List.of() : List.of(best);
    }

    /** Mutual information of an attribute between neighbouring siblings: how far a family prefers one kind of target. */
    private static double strongest(TableSample sample, byte[] group, int groups, int[] linked) {
        byte[] previous = new byte[linked.length];
        for (int i = 0; i < linked.length; i++) {
            int row = linked[i];
            previous[i] = sample.position()[row] > 0 ? (byte) Math.min(23, group[row - 1]) : 0;
        }
        return groups < 2 ? 0 : Screening.mutualInformation(group, Math.max(groups, 64), previous, linked);
    }

    private static int[] linkedRows(int[] rows) {
        int[] linked = new int[Math.min(ROWS, rows.length)];
        int n = 0;
        for (int row = 0; row < rows.length && n < linked.length; row++) {
            if (rows[row] >= 0) {
                linked[n++] = row;
            }
        }
        return java.util.Arrays.copyOf(linked, n);
    }
}
