package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.Groups;
import dev.understudy.model.Forest;
import dev.understudy.model.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One node of a Bayesian network: the outcome given at most {@value #MOST_PARENTS} others, in a table with a line for each
 * combination of their groups that enough rows and families have.
 *
 * <p>Parents are chosen greedily by what they tell beyond those before, as long as that is worth its parameters by the Bayesian
 * information criterion. Sources: Heckerman, Geiger, Chickering (1995), Learning Bayesian Networks; Schwarz (1978), Estimating
 * the Dimension of a Model. Cost: O(parents × candidates × {@value #ROWS}).
 */
final class NetworkLearner {
    static final int MOST_PARENTS = 3;

    private static final int ROWS = 20_000;
    private static final int GROUPS = 64;
    /** Combinations of parents beyond which no further one is looked for. */
    private static final int MOST_LINES = 200;
    /** Deepest a table of three parents with 64 groups each can get, as a tree that halves them. */
    private static final int DEPTH = 3 * 7;

    private final List<Candidate> parents;
    private final Outcomes outcomes;
    private final LearnSettings settings;
    private final TreeBuilder tree = new TreeBuilder();
    private final FamilyCount families;

    private NetworkLearner(List<Candidate> parents, Outcomes outcomes, LearnSettings settings) {
        this.parents = parents;
        this.outcomes = outcomes;
        this.settings = settings;
        this.families = new FamilyCount(settings.k());
    }

    static Forest learn(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, String place) {
        if (outcomes.rows() == 0 || ForestLearner.isTooFew(outcomes)) {
            return ForestLearner.learn(List.of(), outcomes, settings, place);
        }
        List<Candidate> parents = parents(candidates, outcomes);
        NetworkLearner learner = new NetworkLearner(parents, outcomes, settings);
        int[] rows = Screening.all(outcomes.rows());
        learner.split(learner.tree.addNode(), rows, 0, rows.length, 0);
        new LeafFiller(parents, outcomes, learner.tree, DEPTH).fill(Screening.all(outcomes.rows()));
        return ForestLearner.compact(
                parents,
                (Index) null,
                List.of(learner.tree.build()),
                ForestLearner.marginal(outcomes, !parents.isEmpty()));
    }

    /** Those that tell most, first the one that tells most alone. */
    private static List<Candidate> parents(List<Candidate> candidates, Outcomes outcomes) {
        int[] rows = Screening.spread(outcomes.rows(), ROWS);
        int n = rows.length;
        byte[] all = Screening.classes(outcomes);
        byte[] classes = new byte[n];
        for (int i = 0; i < n; i++) {
            classes[i] = all[rows[i]];
        }
        List<Candidate> parents = new ArrayList<>();
        int[] line = new int[n];
        int lines = 1;
        while (parents.size() < MOST_PARENTS && lines <= MOST_LINES) {
            Candidate best = null;
            double most = 0;
            for (Candidate candidate : candidates) {
                double gain = gain(candidate, rows, line, lines, classes);
                if (gain > most && !parents.contains(candidate)) {
                    most = gain;
                    best = candidate;
                }
            }
            if (best == null) {
                break;
            }
            parents.add(best);
            lines = renumber(line, lines, best, rows);
        }
        return parents;
    }

    /** What a candidate tells beyond the parents so far, in nats, less what its parameters cost. */
    private static double gain(Candidate candidate, int[] rows, int[] line, int lines, byte[] classes) {
        int classesCount = Screening.CLASSES;
        int[] joint = new int[lines * GROUPS * classesCount];
        for (int i = 0; i < rows.length; i++) {
            joint[(line[i] * GROUPS + candidate.groups()[rows[i]]) * classesCount + classes[i]]++;
        }
        double told = 0;
        long parameters = 0;
        int[] ofLine = new int[classesCount];
        for (int l = 0; l < lines; l++) {
            Arrays.fill(ofLine, 0);
            int cells = 0;
            for (int g = 0; g < GROUPS; g++) {
                int inGroup = 0;
                for (int c = 0; c < classesCount; c++) {
                    int count = joint[(l * GROUPS + g) * classesCount + c];
                    inGroup += count;
                    ofLine[c] += count;
                    told += Screening.nLogN(count);
                }
                told -= Screening.nLogN(inGroup);
                cells += inGroup > 0 ? 1 : 0;
            }
            int inLine = 0;
            int used = 0;
            for (int count : ofLine) {
                inLine += count;
                told -= Screening.nLogN(count);
                used += count > 0 ? 1 : 0;
            }
            told += Screening.nLogN(inLine);
            parameters += (long) Math.max(0, cells - 1) * Math.max(0, used - 1);
        }
        return told - 0.5 * Math.log(rows.length) * parameters;
    }

    /** Makes a line of each combination of line and group. @return how many there are */
    private static int renumber(int[] line, int lines, Candidate by, int[] rows) {
        int[] number = new int[lines * GROUPS];
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            int combined = line[i] * GROUPS + by.groups()[rows[i]];
            number[combined] = number[combined] == 0 ? ++next : number[combined];
            line[i] = number[combined] - 1;
        }
        return Math.max(1, next);
    }

    /** Halves the groups of one parent after the other, as far as both halves have enough rows and families. */
    private void split(int node, int[] rows, int from, int to, int parent) {
        if (parent == parents.size()) {
            return;
        }
        Candidate by = parents.get(parent);
        int[] counts = new int[GROUPS];
        for (int i = from; i < to; i++) {
            counts[by.groups()[rows[i]]]++;
        }
        long left = firstHalf(counts, to - from);
        int middle = left == 0 ? from : Groups.partition(rows, from, to, by.groups(), left);
        boolean wide = middle - from >= settings.capacity().leafRows()
                && to - middle >= settings.capacity().leafRows();
        if (!wide || !hasFamilies(rows, from, middle) || !hasFamilies(rows, middle, to)) {
            split(node, rows, from, to, parent + 1);
            return;
        }
        int leftNode = tree.addNode();
        int rightNode = tree.addNode();
        tree.split(node, parent, left, leftNode, rightNode);
        split(leftNode, rows, from, middle, parent);
        split(rightNode, rows, middle, to, parent);
    }

    /** Groups from the first on that have about half of the rows; 0 if only one group has any. */
    private static long firstHalf(int[] counts, int rows) {
        long mask = 0;
        int before = 0;
        for (int group = 0; group < counts.length; group++) {
            boolean more = counts[group] > 0 && before + counts[group] < rows;
            boolean nearer = Math.abs(2 * (before + counts[group]) - rows) <= Math.abs(2 * before - rows);
            if (more && (before == 0 || nearer)) {
                mask |= 1L << group;
                before += counts[group];
            } else if (before > 0 && counts[group] > 0) {
                break;
            }
        }
        return mask;
    }

    private boolean hasFamilies(int[] rows, int from, int to) {
        families.clear();
        for (int i = from; i < to && !families.full(); i++) {
            families.add(outcomes.family()[rows[i]]);
        }
        return families.full();
    }
}
