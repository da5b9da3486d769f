package dev.understudy.generate;

import dev.understudy.random.Draws;
import dev.understudy.schema.rule.Comparator;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Condition.Comparison;
import dev.understudy.schema.rule.Condition.Not;
import dev.understudy.schema.rule.Condition.Or;
import dev.understudy.schema.rule.Truth;
import dev.understudy.schema.rule.Verdict;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Changes single values of a row until a condition holds: a bound, an allowed label, the value of another column, null.
 * For one block and one thread.
 */
final class RuleRepair {
    private static final int MOST_PATTERNS = 64;

    private final RuleRow row;
    private final Knobs knobs;
    private final IntSupplier broken;
    private final Draws draws;
    private final RuleTrials trials;
    private int round;

    /** @param broken how many rules of its table the row breaks */
    RuleRepair(RuleRow row, Knobs knobs, IntSupplier broken, Draws draws) {
        this.row = row;
        this.knobs = knobs;
        this.broken = broken;
        this.draws = draws;
        this.trials = new RuleTrials(row, draws);
    }

    /** @return whether the condition is not false any more; other rules may be broken now */
    boolean repair(Condition condition, int newRound) {
        round = newRound;
        return steer(condition, true);
    }

    /** Makes the verdict anything but the opposite of what is wanted. */
    private boolean steer(Condition condition, boolean wanted) {
        if (isMet(condition, wanted)) {
            return true;
        }
        if (condition instanceof Not not) {
            return steer(not.condition(), !wanted);
        }
        if (condition instanceof And and) {
            return wanted ? all(and.parts(), true) : any(and.parts(), false, condition);
        }
        if (condition instanceof Or or) {
            return wanted ? any(or.parts(), true, condition) : all(or.parts(), false);
        }
        if (condition instanceof Comparison compared
                && compared.left() instanceof Truth left
                && compared.right() instanceof Truth right) {
            return agree(compared.comparator(), left.condition(), right.condition(), wanted)
                    || change(condition, wanted);
        }
        return change(condition, wanted);
    }

    private boolean isMet(Condition condition, boolean wanted) {
        return condition.verdict(row) != (wanted ? Verdict.FALSE : Verdict.TRUE);
    }

    private boolean all(List<Condition> parts, boolean wanted) {
        boolean met = true;
        for (Condition part : parts) {
            met &= steer(part, wanted);
        }
        return met;
    }

    /** Takes the alternative after which the fewest rules are broken. */
    private boolean any(List<Condition> parts, boolean wanted, Condition whole) {
        List<Knob> touched = knobs.of(whole);
        List<Knob.State> before = save(touched);
        List<Knob.State> best = null;
        int fewest = Integer.MAX_VALUE;
        int start = draws.below(parts.size(), row.place(), round);
        for (int i = 0; i < parts.size(); i++) {
            if (steer(parts.get((start + i) % parts.size()), wanted)) {
                int left = broken.getAsInt();
                if (left == 0) {
                    return true;
                }
                best = left < fewest ? save(touched) : best;
                fewest = Math.min(fewest, left);
            }
            restore(touched, before);
        }
        if (best != null) {
            restore(touched, best);
        }
        return best != null;
    }

    /** Two conditions that are to have the same verdict, or different ones. */
    private boolean agree(Comparator comparator, Condition left, Condition right, boolean wanted) {
        boolean same = comparator == Comparator.EQUAL || comparator == Comparator.SAME;
        if (!same && comparator != Comparator.UNEQUAL && comparator != Comparator.DISTINCT) {
            return false;
        }
        boolean agreeing = same == wanted;
        boolean leftFirst = draws.below(2, row.place(), round) == 0;
        Condition fixed = leftFirst ? right : left;
        Condition moved = leftFirst ? left : right;
        return steer(moved, (fixed.verdict(row) == Verdict.TRUE) == agreeing)
                || steer(fixed, (moved.verdict(row) == Verdict.TRUE) == agreeing);
    }

    /** Tries other values of one column after the other, then of several. */
    private boolean change(Condition condition, boolean wanted) {
        List<Knob> touched = knobs.of(condition);
        List<Knob.State> before = save(touched);
        List<Knob.State> helps = null;
        int fewest = Integer.MAX_VALUE;
        for (Knob knob : touched) {
            for (Runnable trial : trials.of(condition, knob, round)) {
                trial.run();
                if (isMet(condition, wanted)) {
                    int left = broken.getAsInt();
                    if (left == 0) {
                        return true;
                    }
                    helps = left < fewest ? save(touched) : helps;
                    fewest = Math.min(fewest, left);
                }
                restore(touched, before);
            }
        }
        if (helps == null) {
            return presence(condition, wanted, touched, before);
        }
        restore(touched, helps);
        return true;
    }

    /** Tries every pattern of missing and present values, as for one-of-several. */
    private boolean presence(Condition condition, boolean wanted, List<Knob> touched, List<Knob.State> before) {
        int patterns = touched.size() > 6 ? 0 : 1 << touched.size();
        int start = draws.below(MOST_PATTERNS, row.place(), round);
        for (int i = 0; i < patterns; i++) {
            int pattern = (start + i) % patterns;
            for (int k = 0; k < touched.size(); k++) {
                boolean present = (pattern >> k & 1) == 1;
                boolean missing = row.isNull(touched.get(k).column());
                if (!present) {
                    touched.get(k).clear(row.block(), row.row());
                } else if (missing) {
                    touched.get(k).fill(row.block(), row.row(), 1 + draws.below(1 << 16, row.place(), i));
                }
            }
            if (isMet(condition, wanted)) {
                return true;
            }
            restore(touched, before);
        }
        return false;
    }

    private List<Knob.State> save(List<Knob> touched) {
        return touched.stream().map(knob -> knob.save(row.block(), row.row())).toList();
    }

    private void restore(List<Knob> touched, List<Knob.State> states) {
        for (int k = 0; k < touched.size(); k++) {
            touched.get(k).restore(row.block(), row.row(), states.get(k));
        }
    }
}
