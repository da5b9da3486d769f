package dev.understudy.learn;

import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds combinations of links, times, whole numbers and labels that never repeat though no key says so: within each
 * family, or in a table that is known in full.
 *
 * <p>That nothing repeats must be no chance: were the columns independent, at least {@value #FEWEST_EXPECTED} pairs of rows
 * would be alike. Cost: one pass over the rows for each candidate, which ends at the first repetition.
 */
final class CombinationFinder {
    private static final int FEWEST_EXPECTED = 20;
    /** The same where rows of different families are kept apart, which costs more. */
    private static final int FEWEST_EXPECTED_OF_STRANGERS = 50;

    private static final int MOST_VALUES = 4096;
    private static final int MOST_PARTS = 8;
    private static final int MOST_FOUND = 2;
    private static final Set<TypeFamily> COUNTABLE = EnumSet.of(TypeFamily.INTEGER, TypeFamily.DATE);

    private final Table table;
    private final TableSample sample;
    private final ForeignKey owning;
    private final List<String> order;
    /** Whether a repetition would be seen: families are read whole, subjects perhaps not all. */
    private final boolean isWhole;

    private final List<Part> parts = new ArrayList<>();

    /**
     * One link or column.
     *
     * @param alike probability that two different rows have the same value
     */
    private record Part(List<String> columns, long[] values, BitSet missing, double alike) {}

    /**
     * @param owning null for a table of subjects
     * @param order  columns that order siblings
     */
    CombinationFinder(Table table, TableSample sample, ForeignKey owning, List<String> order) {
        this.table = table;
        this.sample = sample;
        this.owning = owning;
        this.order = order;
        this.isWhole = owning != null || sample.rows() == sample.totalRows();
    }

    /** Adds a link whose target may be part of a combination. */
    void add(ForeignKey link) {
        int[] targets = sample.targets(link.name());
        long[] values = new long[targets.length];
        BitSet missing = new BitSet();
        for (int row = 0; row < targets.length; row++) {
            values[row] = targets[row];
            missing.set(row, targets[row] < 0);
        }
        add(link.childColumns(), values, missing);
    }

    /** Adds a column, if it holds days or whole numbers, or labels that are all known. */
    void add(Column column, EncodedColumn coded) {
        if (sample.column(column.name()) instanceof NumberSample numbers) {
            if (COUNTABLE.contains(column.type().family())) {
                add(List.of(column.name()), numbers.values(), numbers.missing());
            }
            return;
        }
        long[] values = new long[coded.codes().length];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            values[row] = coded.codes()[row];
            missing.set(row, values[row] == 0);
            if ((coded.codes()[row] & 0xFFFF) == coded.codec().codes() - 1) {
                return;
            }
        }
        add(List.of(column.name()), values, missing);
    }

    private void add(List<String> columns, long[] values, BitSet missing) {
        if (!isWhole) {
            return;
        }
        Map<Long, Integer> counts = new HashMap<>();
        long n = 0;
        for (int row = 0; row < values.length; row++) {
            if (!missing.get(row)) {
                n++;
                counts.merge(values[row], 1, Integer::sum);
                if (counts.size() > MOST_VALUES) {
                    return;
                }
            }
        }
        double alike = 0;
        for (int count : counts.values()) {
            alike += (double) count / n * (count - 1) / Math.max(1, n - 1);
        }
        boolean mostlyThere = 2 * n > values.length;
        if (counts.size() > 1 && mostlyThere && alike > 0 && parts.size() < MOST_PARTS) {
            parts.add(new Part(columns, values, missing, alike));
        }
    }

    /**
     * The smallest combinations that were found: none holds another, or a key. Columns of many values stand first: another
     * day says less about a row than another department.
     */
    List<List<String>> find() {
        parts.sort(Comparator.comparingDouble(Part::alike));
        List<List<String>> found = new ArrayList<>();
        if (owning != null) {
            find(found, 1, pairsOfSiblings(), FEWEST_EXPECTED, true);
        }
        if (owning == null || sample.rows() == sample.totalRows()) {
            double pairs = 0.5 * sample.rows() * sample.rows();
            find(found, 2, pairs, owning == null ? FEWEST_EXPECTED : FEWEST_EXPECTED_OF_STRANGERS, false);
        }
        return found;
    }

    /**
     * @param least  parts of the smallest combination; one more is looked at, too
     * @param pairs  pairs of rows that must differ
     * @param within true for combinations that never repeat within a family
     */
    private void find(List<List<String>> found, int least, double pairs, int fewestExpected, boolean within) {
        for (int size = least; size <= least + 1; size++) {
            for (List<Part> some : choices(size)) {
                List<String> columns = new ArrayList<>(within ? owning.childColumns() : List.of());
                some.forEach(part -> columns.addAll(part.columns));
                double expected = some.stream().mapToDouble(Part::alike).reduce(pairs, (a, b) -> a * b);
                boolean known = found.stream().anyMatch(columns::containsAll)
                        || table.keys().stream().anyMatch(key -> columns.containsAll(key.columns()));
                boolean inOrder = size == 1 && within && isOrder(some.get(0));
                if (found.size() < MOST_FOUND
                        && expected >= fewestExpected
                        && !known
                        && !inOrder
                        && neverRepeats(some, within)) {
                    found.add(columns);
                }
            }
        }
    }

    /** What siblings stand in the order of is kept apart by that. */
    private boolean isOrder(Part part) {
        return !order.isEmpty() && part.columns.equals(order.subList(0, 1));
    }

    private double pairsOfSiblings() {
        double pairs = 0;
        for (int siblings : sample.siblings()) {
            pairs += 0.5 * (siblings - 1);
        }
        return pairs;
    }

    private List<List<Part>> choices(int size) {
        List<List<Part>> choices = new ArrayList<>();
        for (int mask = 1; mask < 1 << parts.size(); mask++) {
            if (Integer.bitCount(mask) == size) {
                List<Part> some = new ArrayList<>();
                for (int p = 0; p < parts.size(); p++) {
                    if ((mask >> p & 1) != 0) {
                        some.add(parts.get(p));
                    }
                }
                choices.add(some);
            }
        }
        return choices;
    }

    private boolean neverRepeats(List<Part> some, boolean within) {
        BitSet without = new BitSet();
        some.forEach(part -> without.or(part.missing));
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < sample.rows(); row++) {
            if (within && sample.position()[row] == 0) {
                seen.clear();
            }
            if (without.get(row) || within && sample.owner()[row] < 0) {
                continue;
            }
            long hash = 17;
            for (Part part : some) {
                hash = Draws.mix(hash ^ part.values[row]);
            }
            if (!seen.add(hash)) {
                return false;
            }
        }
        return true;
    }
}
