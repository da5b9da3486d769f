package dev.understudy.learn;

import dev.understudy.encode.Groups;
import dev.understudy.encode.RowCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which attribute of a link's target the children differ by most: learned, so that who is linked to whom keeps meaning. */
final class TargetAttribute {
    /** Below this many nats, children do not care. */
    private static final double LEAST = 0.01;

    /** Standard deviations of chance that do not count: many columns are asked. */
    private static final double DEVIATIONS = 4;

    private static final int ROWS = 30_000;
    private static final int MOST_CODES = 64;
    /** Attributes that narrow a target down. */
    private static final int MOST = 2;

    private TargetAttribute() {}

    /**
     * @param rows   target row of each child, negative for none
     * @param owner  the owner's table, or null; its columns and the sibling before must tell the attribute
     * @return at most two columns of the target, the one of fewer codes first
     */
    static List<Integer> of(TableSample sample, int[] rows, EncodedTable target, EncodedTable owner) {
        int[] linked = linkedRows(rows);
        List<Integer> best = new ArrayList<>();
        double[] tells = new double[target.columns().size()];
        for (int c = 0; c < target.columns().size(); c++) {
            EncodedColumn attribute = target.columns().get(c);
            boolean worked = attribute.name().startsWith("<") && !(attribute.codec() instanceof RowCodec);
            if (worked || attribute.codec().codes() > MOST_CODES) {
                continue;
            }
            byte[] group = new byte[rows.length];
            for (int row : linked) {
                group[row] = attribute.group(rows[row]);
            }
            tells[c] = attribute.groups().count() < 2 ? 0 : strongest(sample, group, owner, linked);
            if (tells[c] > LEAST) {
                best.add(c);
            }
        }
        best.sort(Comparator.comparingDouble(c -> -tells[c]));
        List<Integer> chosen = new ArrayList<>(best.subList(0, Math.min(MOST, best.size())));
        chosen.sort(Comparator.comparingInt(c -> target.columns().get(c).codec().codes()));
        return chosen;
    }

    /**
     * Most mutual information of an attribute with that of the sibling before, how far a family prefers one kind of target,
     * and with the columns of the owner: what is bought in April.
     */
    private static double strongest(TableSample sample, byte[] group, EncodedTable owner, int[] linked) {
        byte[] classes = new byte[linked.length];
        byte[] other = new byte[group.length];
        for (int i = 0; i < linked.length; i++) {
            int row = linked[i];
            classes[i] = (byte) Math.min(Screening.CLASSES - 1, group[row]);
            other[row] = sample.position()[row] > 0 ? group[row - 1] : 0;
        }
        double most = told(other, classes, linked);
        for (int c = 0; owner != null && c < owner.columns().size(); c++) {
            EncodedColumn column = owner.columns().get(c);
            for (int row : linked) {
                int at = sample.owner()[row];
                other[row] = at < 0 ? 0 : column.group(at);
            }
            most = Math.max(most, told(other, classes, linked));
        }
        return most;
    }

    /** Mutual information beyond what chance shows of it now and then; twice n times that of chance is a chi-square. */
    private static double told(byte[] other, byte[] classes, int[] linked) {
        boolean[] ofOther = new boolean[Groups.MAX];
        boolean[] ofClasses = new boolean[Groups.MAX];
        for (int i = 0; i < linked.length; i++) {
            ofOther[other[linked[i]]] = true;
            ofClasses[classes[i]] = true;
        }
        double freedom = Math.max(1, (used(ofOther) - 1.0) * (used(ofClasses) - 1.0));
        double chance = DEVIATIONS * Math.sqrt(2 * freedom) / (2.0 * Math.max(1, linked.length));
        return Screening.mutualInformation(other, Groups.MAX, classes, linked) - chance;
    }

    private static int used(boolean[] groups) {
        int used = 0;
        for (boolean one : groups) {
            used += one ? 1 : 0;
        }
        return used;
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
