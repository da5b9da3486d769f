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

    private final ForeignKey link;
    private final Sample parents;
    private final int[] owners;
    private final boolean whole;
    private final RuleNames names;
    private final int[] children;
    private final List<Candidate> found = new ArrayList<>();

    private ChildTotals(ForeignKey link, Sample parents, int[] owners, RuleNames names) {
        this.link = link;
        this.parents = parents;
        this.owners = owners;
        this.whole = parents.whole();
        this.names = names;
        this.children = new int[parents.rows()];
        Arrays.stream(owners).filter(owner -> owner >= 0).forEach(owner -> children[owner]++);
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
        List<Values> numbers = parts.stream().filter(ChildTotals::isNumber).toList();
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
        double[] counts = new double[children.length];
        Arrays.setAll(counts, row -> children[row]);
        String anyColumn = names.of(link.child(), link.childColumns().get(0));
        Optional<Candidate> best = candidate(goal, counts, new BitSet(), "count(" + anyColumn + ")", List.of());
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
        double[] sums = new double[children.length];
        BitSet without = new BitSet();
        without.set(0, children.length);
        for (int child = 0; child < owners.length; child++) {
            int row = child;
            if (owners[child] >= 0 && factors.stream().noneMatch(factor -> factor.isMissing(row))) {
                double product = 1;
                for (Values factor : factors) {
                    product *= factor.number(child);
                }
                sums[owners[child]] += product;
                without.clear(owners[child]);
            }
        }
        String text = factors.stream()
                .map(factor -> names.of(link.child(), factor.column().name()))
                .collect(Collectors.joining(" * ", "sum(", ")"));
        return candidate(goal, sums, without, text, factors);
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
        double[] ends = new double[children.length];
        BitSet without = new BitSet();
        without.set(0, children.length);
        for (int child = 0; child < owners.length; child++) {
            int owner = owners[child];
            if (owner >= 0 && !part.isMissing(child)) {
                double value = part.number(child);
                boolean further = without.get(owner) || (greatest ? value > ends[owner] : value < ends[owner]);
                ends[owner] = further ? value : ends[owner];
                without.clear(owner);
            }
        }
        String name = names.of(link.child(), part.column().name());
        return candidate(goal, ends, without, (greatest ? "max(" : "min(") + name + ")", List.of(part));
    }

    /** @param without rows whose children make up nothing */
    private Optional<Candidate> candidate(Values goal, double[] made, BitSet without, String text, List<Values> parts) {
        double half = HALF * Math.pow(10, -goal.scale());
        long most = Candidate.most(parents.rows(), whole);
        long rows = 0;
        long telling = 0;
        long broken = 0;
        for (int row = 0; row < made.length && broken <= most; row++) {
            if (children[row] > 0 && !goal.isMissing(row) && !without.get(row)) {
                rows++;
                telling += children[row] > 1 ? 1 : 0;
                broken += Math.abs(goal.number(row) - made[row]) > half ? 1 : 0;
            }
        }
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
