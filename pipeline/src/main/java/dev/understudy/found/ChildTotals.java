package dev.understudy.found;

import dev.understudy.found.Values.Comparable;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers of a row that its children make up: how many they are, their sum, their sum of products, the least and the greatest. */
final class ChildTotals {
    /** Half of the last digit, and a bit, which verifying allows as well. */
    private static final double HALF = 0.500001;

    private static final int FEWEST_VALUES = 3;
    /** Parents by which candidates are ruled out. */
    private static final int SOME_PARENTS = 100;
    /** Numbers of the children that are tried, alone and in pairs. */
    private static final int MOST_PARTS = 20;

    private final ForeignKey link;
    private final Sample parents;
    private final int[] owners;
    private final boolean whole;
    private final RuleNames names;
    private final int[] children;
    private final Families all;
    /** By which nearly all candidates are ruled out. */
    private final Families few;

    private final List<Candidate> found = new ArrayList<>();

    private ChildTotals(ForeignKey link, Sample parents, int[] owners, RuleNames names) {
        this.link = link;
        this.parents = parents;
        this.owners = owners;
        this.whole = parents.whole();
        this.names = names;
        this.children = new int[parents.rows()];
        Arrays.stream(owners).filter(owner -> owner >= 0).forEach(owner -> children[owner]++);
        this.all = families(IntStream.range(0, children.length)
                .filter(parent -> children[parent] > 0)
                .toArray());
        this.few = families(IntStream.range(0, children.length)
                .filter(parent -> children[parent] > 1)
                .limit(SOME_PARENTS)
                .toArray());
    }

    /**
     * Some parents and their children.
     *
     * @param parents rows of the parents
     * @param rows    rows of the children
     * @param owners  for each of those which of the parents it belongs to
     */
    private record Families(int[] parents, int[] rows, int[] owners) {}

    private Families families(int[] of) {
        int[] place = new int[children.length];
        Arrays.fill(place, -1);
        for (int i = 0; i < of.length; i++) {
            place[of[i]] = i;
        }
        int[] rows = IntStream.range(0, owners.length)
                .filter(child -> owners[child] >= 0 && place[owners[child]] >= 0)
                .toArray();
        return new Families(
                of, rows, Arrays.stream(rows).map(child -> place[owners[child]]).toArray());
    }

    /**
     * @param goals    columns of the parents
     * @param children all rows of the child's table
     * @param parts    columns of the children
     */
    static List<Candidate> of(
            ForeignKey link, Sample parents, List<Values> goals, Sample children, List<Values> parts, RuleNames names) {
        int[] owners = LinkedRows.parents(link, children, parents);
        if (owners.length == 0 || !children.whole()) {
            return List.of();
        }
        ChildTotals search = new ChildTotals(link, parents, owners, names);
        List<Values> numbers =
                parts.stream().filter(ChildTotals::isNumber).limit(MOST_PARTS).toList();
        for (Values goal : goals) {
            if (!search.hasMany(goal)) {
                continue;
            }
            Optional<Candidate> total = isNumber(goal) ? search.sum(goal, numbers) : Optional.empty();
            total.or(() -> search.extreme(goal, parts)).ifPresent(search.found::add);
        }
        return search.found;
    }

    private static boolean isNumber(Values values) {
        return values.comparable() == Comparable.NUMBER && !values.constant();
    }

    private boolean hasMany(Values goal) {
        return IntStream.range(0, goal.rows())
                        .filter(row -> !goal.isMissing(row))
                        .mapToLong(goal::get)
                        .distinct()
                        .limit(FEWEST_VALUES)
                        .count()
                == FEWEST_VALUES;
    }

    private Optional<Candidate> sum(Values goal, List<Values> numbers) {
        double[] counts =
                Arrays.stream(all.parents).mapToDouble(row -> children[row]).toArray();
        String anyColumn = names.of(link.child(), link.childColumns().get(0));
        Optional<Candidate> best =
                candidate(goal, new Made(counts, new BitSet()), "count(" + anyColumn + ")", List.of());
        for (int a = 0; a < numbers.size() && best.isEmpty(); a++) {
            best = added(goal, List.of(numbers.get(a)));
        }
        for (int a = 0; a < numbers.size() && best.isEmpty(); a++) {
            for (int b = a + 1; b < numbers.size() && best.isEmpty(); b++) {
                best = added(goal, List.of(numbers.get(a), numbers.get(b)));
            }
        }
        return best;
    }

    private Optional<Candidate> added(Values goal, List<Values> factors) {
        String text = factors.stream()
                .map(factor -> names.of(link.child(), factor.column().name()))
                .collect(Collectors.joining(" * ", "sum(", ")"));
        return made(goal, text, factors, (child, before) -> {
            double product = 1;
            for (Values factor : factors) {
                product *= factor.number(child);
            }
            return Double.isNaN(before) ? product : before + product;
        });
    }

    /** What a child makes of what its siblings before it have made; the first finds NaN. */
    private interface Step {
        double next(int child, double before);
    }

    private Optional<Candidate> made(Values goal, String text, List<Values> parts, Step step) {
        if (broken(few, goal, made(few, parts, step), 1) > 1) {
            return Optional.empty();
        }
        return candidate(goal, made(all, parts, step), text, parts);
    }

    /** For each parent what its children make up. @param without parents whose children make up nothing */
    private record Made(double[] numbers, BitSet without) {}

    private static Made made(Families of, List<Values> parts, Step step) {
        double[] made = new double[of.parents.length];
        BitSet without = new BitSet();
        without.set(0, made.length);
        for (int i = 0; i < of.rows.length; i++) {
            int child = of.rows[i];
            boolean missing = false;
            for (Values part : parts) {
                missing |= part.isMissing(child);
            }
            if (!missing) {
                int owner = of.owners[i];
                made[owner] = step.next(child, without.get(owner) ? Double.NaN : made[owner]);
                without.clear(owner);
            }
        }
        return new Made(made, without);
    }

    /** Parents whose children make up something else; stops above {@code most}. */
    private static long broken(Families of, Values goal, Made made, long most) {
        double half = HALF * Math.pow(10, -goal.scale());
        long broken = 0;
        for (int i = 0; i < made.numbers.length && broken <= most; i++) {
            int row = of.parents[i];
            boolean tells = !goal.isMissing(row) && !made.without.get(i);
            broken += tells && Math.abs(goal.number(row) - made.numbers[i]) > half ? 1 : 0;
        }
        return broken;
    }

    /** The least or the greatest of a child's column. */
    private Optional<Candidate> extreme(Values goal, List<Values> parts) {
        for (Values part : parts) {
            boolean alike =
                    part.comparable() == goal.comparable() && goal.comparable().isOrdered();
            for (boolean greatest : new boolean[] {false, true}) {
                Optional<Candidate> found = alike ? extreme(goal, part, greatest) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> extreme(Values goal, Values part, boolean greatest) {
        String text = (greatest ? "max(" : "min(")
                + names.of(link.child(), part.column().name()) + ")";
        return made(goal, text, List.of(part), (child, before) -> {
            double value = part.number(child);
            boolean first = Double.isNaN(before);
            return first ? value : greatest ? Math.max(before, value) : Math.min(before, value);
        });
    }

    private Optional<Candidate> candidate(Values goal, Made made, String text, List<Values> parts) {
        long rows = 0;
        long telling = 0;
        for (int i = 0; i < all.parents.length; i++) {
            boolean tells = !goal.isMissing(all.parents[i]) && !made.without.get(i);
            rows += tells ? 1 : 0;
            telling += tells && children[all.parents[i]] > 1 ? 1 : 0;
        }
        long broken = broken(all, goal, made, Candidate.most(rows, whole));
        if (telling < Candidate.FEWEST_ROWS || broken > Candidate.most(rows, whole)) {
            return Optional.empty();
        }
        List<ColumnName> columns = new ArrayList<>();
        columns.add(new ColumnName(link.parent(), goal.column().name()));
        parts.forEach(
                part -> columns.add(new ColumnName(link.child(), part.column().name())));
        return Optional.of(new Candidate(
                link.parent(),
                Kind.TOTAL,
                columns,
                names.of(columns.get(0)) + " = " + text,
                rows,
                broken,
                (double) telling / rows,
                whole));
    }
}
