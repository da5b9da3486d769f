package dev.understudy.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Families under attack: who was learned from, who lies apart, and how sure each attack is of the former.
 *
 * @param family   row of the real subject
 * @param member   true if the synthetic data were made from it
 * @param outlying true if it is among the most outlying 5 %
 * @param scores   by attack and family; higher for those that look learned
 */
record Attacked(int[] family, boolean[] member, boolean[] outlying, double[][] scores) {

    /** The families of several folds together. */
    static Attacked pooled(List<Attacked> folds) {
        int n = folds.stream().mapToInt(fold -> fold.family.length).sum();
        int attacks = folds.get(0).scores.length;
        Attacked all = new Attacked(new int[n], new boolean[n], new boolean[n], new double[attacks][n]);
        int at = 0;
        for (Attacked fold : folds) {
            int size = fold.family.length;
            System.arraycopy(fold.family, 0, all.family, at, size);
            System.arraycopy(fold.member, 0, all.member, at, size);
            System.arraycopy(fold.outlying, 0, all.outlying, at, size);
            for (int attack = 0; attack < attacks; attack++) {
                System.arraycopy(fold.scores[attack], 0, all.scores[attack], at, size);
            }
            at += size;
        }
        return all;
    }

    /** Only those that lie apart. */
    Attacked outliers() {
        return only(i -> outlying[i]);
    }

    /** Only the families of a group. @param in by row of the real subject, true for its families */
    Attacked group(boolean[] in) {
        return only(i -> in[family[i]]);
    }

    private Attacked only(IntPredicate chosen) {
        int[] at = IntStream.range(0, family.length).filter(chosen).toArray();
        boolean[] members = new boolean[at.length];
        boolean[] apart = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            members[i] = member[at[i]];
            apart[i] = outlying[at[i]];
        }
        double[][] of = new double[scores.length][];
        for (int attack = 0; attack < of.length; attack++) {
            double[] all = scores[attack];
            of[attack] = Arrays.stream(at).mapToDouble(i -> all[i]).toArray();
        }
        return new Attacked(Arrays.stream(at).map(i -> family[i]).toArray(), members, apart, of);
    }

    int others() {
        int n = 0;
        for (boolean one : member) {
            n += one ? 0 : 1;
        }
        return n;
    }
}
