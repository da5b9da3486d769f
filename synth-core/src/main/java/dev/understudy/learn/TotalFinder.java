package dev.understudy.learn;

import dev.understudy.model.Total;
import dev.understudy.model.Total.Beside;
import dev.understudy.model.Total.Childless;
import dev.understudy.model.Total.Factor;
import dev.understudy.model.Total.Form;
import dev.understudy.model.Total.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a column of a parent follows from its children: the total of an order from its lines, the number of
 * comments, the date of the last visit.
 *
 * <p>Every candidate is tried on {@value #PROBES} parents first; what passes is checked on all. Time O(candidates × probes
 * × siblings), with candidates O(numbers³) for at most {@value #MOST_NUMBERS} numbers of the children.
 */
final class TotalFinder {
    private static final int PROBES = 40;
    /** Of the probes, so many may differ. */
    private static final int PROBES_WRONG = 1;
    /** Of all parents with children, so many must be told rightly; the rest are slips of those who kept the books. */
    private static final double RIGHT = 0.995;
    /** Parents with several children, below which nothing is believed. */
    private static final int FEWEST_PARENTS = 50;

    private static final int MOST_NUMBERS = 12;
    private static final int MOST_BESIDE = 8;

    private final NumberedColumn goal;
    private final List<NumberedColumn> beside;
    private final Siblings siblings;
    private final List<NumberedColumn> numbers;
    private final int[] several;
    private final int[] probes;

    private record Try(Function function, List<Factor> factors, List<NumberedColumn> columns, boolean eachRound) {
        /** Decimals of the product of its factors. */
        int decimals() {
            return NumberedColumn.decimals(factors, columns);
        }
    }

    /**
     * What is left of the goal when some of the parent's other numbers are taken away.
     *
     * @param signs bit i is 0 if number i was added to the sum of the children, 1 if it was taken away
     */
    private record Left(List<NumberedColumn> others, int signs, long[] ofProbes) {}

    /**
     * @param goal    column of the parent that may be told
     * @param beside  other numbers of the parent
     * @param numbers numbers and moments of the children
     */
    TotalFinder(NumberedColumn goal, List<NumberedColumn> beside, Siblings siblings, List<NumberedColumn> numbers) {
        this.goal = goal;
        this.beside = beside.subList(0, Math.min(MOST_BESIDE, beside.size()));
        this.siblings = siblings;
        this.numbers = numbers.subList(0, Math.min(MOST_NUMBERS, numbers.size()));
        this.several = siblings.parentsWithSeveral().filter(goal::has).toArray();
        int n = Math.min(PROBES, several.length);
        this.probes = new int[n];
        Arrays.setAll(probes, i -> several[(int) ((long) i * several.length / n)]);
    }

    /** The simplest rule that tells the column. */
    Optional<Total> find() {
        if (several.length < FEWEST_PARENTS
                || Arrays.stream(several).mapToLong(goal::at).distinct().count() < 2) {
            return Optional.empty();
        }
        List<Left> left = left();
        for (Try one : tries()) {
            long[] made =
                    Arrays.stream(probes).mapToLong(parent -> made(one, parent)).toArray();
            for (Left rest : one.function == Function.SUM ? left : left.subList(0, 1)) {
                if (passes(one, made, rest.ofProbes) && holds(one, rest)) {
                    return Optional.of(total(one, rest));
                }
            }
        }
        return Optional.empty();
    }

    private boolean passes(Try one, long[] made, long[] left) {
        int wrong = 0;
        for (int i = 0; i < probes.length && wrong <= PROBES_WRONG; i++) {
            wrong += Math.abs(made[i] - left[i]) <= tolerance(one, probes[i]) ? 0 : 1;
        }
        return wrong <= PROBES_WRONG && (one.factors.size() < 2 || isTelling(one, left));
    }

    /** What is allowed for cutting off must be little beside what sets the goal of one parent apart from another's. */
    private boolean isTelling(Try one, long[] left) {
        int apart = 0;
        for (int i = 0; i < probes.length; i++) {
            long other = left[(i + 1) % probes.length];
            apart += Math.abs(left[i] - other) > 4 * tolerance(one, probes[i]) ? 1 : 0;
        }
        return 2 * apart >= probes.length;
    }

    private long made(Try one, int parent) {
        return siblings.made(one.function, one.factors, one.columns, one.eachRound, parent, goal.decimals());
    }

    private List<Try> tries() {
        List<Try> tries = new ArrayList<>();
        if (goal.isMoment()) {
            for (NumberedColumn column : numbers) {
                if (column.family() == goal.family()) {
                    tries.add(one(Function.LEAST, column));
                    tries.add(one(Function.GREATEST, column));
                }
            }
            return tries;
        }
        List<NumberedColumn> plain =
                numbers.stream().filter(column -> !column.isMoment()).toList();
        if (goal.decimals() == 0) {
            tries.add(new Try(Function.COUNT, List.of(), List.of(), true));
        }
        for (NumberedColumn column : plain) {
            for (Function function : List.of(Function.SUM, Function.LEAST, Function.GREATEST, Function.MEAN)) {
                tries.add(one(function, column));
            }
        }
        for (Products product : Products.of(plain)) {
            tries.add(new Try(Function.SUM, product.factors(), product.columns(), true));
            tries.add(new Try(Function.SUM, product.factors(), product.columns(), false));
        }
        return tries;
    }

    private static Try one(Function function, NumberedColumn column) {
        return new Try(function, List.of(new Factor(column.name(), Form.VALUE)), List.of(column), false);
    }

    /** What nothing, then each, then each pair of the parent's other numbers leave of the goal, added or taken away. */
    private List<Left> left() {
        List<Left> left = new ArrayList<>();
        left.add(left(List.of(), 0));
        for (int a = 0; a < beside.size(); a++) {
            for (int signs = 0; signs < 2; signs++) {
                left.add(left(List.of(beside.get(a)), signs));
            }
        }
        for (int a = 0; a < beside.size(); a++) {
            for (int b = 0; b < a; b++) {
                for (int signs = 0; signs < 4; signs++) {
                    left.add(left(List.of(beside.get(a), beside.get(b)), signs));
                }
            }
        }
        return left;
    }

    private Left left(List<NumberedColumn> others, int signs) {
        return new Left(
                others,
                signs,
                Arrays.stream(probes)
                        .mapToLong(parent -> left(others, signs, parent))
                        .toArray());
    }

    private long left(List<NumberedColumn> others, int signs, int parent) {
        long left = goal.at(parent);
        for (int i = 0; i < others.size(); i++) {
            NumberedColumn other = others.get(i);
            long number = other.has(parent) ? Total.rescaled(other.at(parent), other.decimals(), goal.decimals()) : 0;
            left += isAdded(signs, i) ? -number : number;
        }
        return left;
    }

    private static boolean isAdded(int signs, int other) {
        return (signs >> other & 1) == 0;
    }

    private boolean isRight(Try one, Left rest, int parent) {
        return Math.abs(made(one, parent) - left(rest.others, rest.signs, parent)) <= tolerance(one, parent);
    }

    /** Products may have been cut off instead of rounded, child by child. */
    private long tolerance(Try one, int parent) {
        int products = one.decimals() > goal.decimals() ? one.factors.size() - 1 : 0;
        return products > 0 ? (long) products * siblings.count(parent) : goal.isFloating() ? 1 : 0;
    }

    private boolean holds(Try one, Left rest) {
        if (one.function == Function.LEAST || one.function == Function.GREATEST) {
            long differing = Arrays.stream(several)
                    .filter(parent -> siblings.differ(one.columns.get(0), parent))
                    .limit(FEWEST_PARENTS)
                    .count();
            if (differing < FEWEST_PARENTS) {
                return false;
            }
        }
        return isRight(one, rest, siblings.parents().filter(goal::has).toArray()) && isRight(one, rest, several);
    }

    private boolean isRight(Try one, Left rest, int[] parents) {
        long right = Arrays.stream(parents)
                .filter(parent -> isRight(one, rest, parent))
                .count();
        return right >= RIGHT * parents.length;
    }

    private Total total(Try one, Left rest) {
        List<Beside> added = new ArrayList<>();
        for (int i = 0; i < rest.others.size(); i++) {
            added.add(new Beside(rest.others.get(i).name(), isAdded(rest.signs, i)));
        }
        boolean always = siblings.parents().allMatch(goal::has);
        return new Total(
                goal.name(), siblings.child(), one.function, one.factors, one.eachRound, added, childless(), always);
    }

    private Childless childless() {
        int[] without = siblings.parentsWithout().toArray();
        if (without.length == 0) {
            return Childless.ANY;
        }
        if (Arrays.stream(without).noneMatch(goal::has)) {
            return Childless.NULL;
        }
        boolean zero =
                !goal.isMoment() && Arrays.stream(without).allMatch(parent -> goal.has(parent) && goal.at(parent) == 0);
        return zero ? Childless.ZERO : Childless.ANY;
    }
}
