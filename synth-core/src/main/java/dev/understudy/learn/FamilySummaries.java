package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.model.FanOut;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.semantic.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What the children of a row have in common beyond what the row itself says: the mean of a number, the most frequent
 * category, the first time. Each becomes a column of the parent's cascade, drawn before the children, which are then drawn
 * given it: the customer who always spends much.
 *
 * <p>Cost: a few passes over the child's rows for each of its columns.
 */
final class FamilySummaries {
    /** Most summaries of one link. */
    static final int MOST = 8;

    private static final int FEWEST_FAMILIES = 100;
    /** Fewest siblings a row must have on average, itself included. */
    private static final double FEWEST_SIBLINGS = 2;

    private static final double MOST_OF_ONLY_CHILDREN = 1.05;
    /** Share of the variation that must lie between families, unless they are large. */
    private static final double LEAST_LIKENESS = 0.05;
    /** Share of the variation between families that must not be chance. */
    private static final double LEAST_RELIABLE = 0.4;
    /** The same of what days leave, where two days in a hundred are all that differs. */
    private static final double LEAST_RELIABLE_OF_SLOTS = 0.2;
    /** Of two summaries that say nearly the same, the second is left out. */
    private static final double MOST_ALIKE = 0.95;

    private static final int MOST_CATEGORIES = 40;
    private final Table table;
    private final TableSample child;
    private final ForeignKey owning;
    private final FillChooser chooser;
    private final List<EncodedColumn> told;
    private final BiFunction<Column, TextSample, Meaning> meanings;
    private final int[] owner;
    private final long owned;
    private final long[] parentFamily;
    private final boolean spanned;
    private final int k;
    private final SharedSlots slots;

    /**
     * A column of the parent.
     *
     * @param likeness how much of the children's variation lies between families, 0 to 1
     * @param of       what is alike
     */
    record Summary(EncodedColumn column, double likeness, SharedSlots.Of of) {
        Summary(EncodedColumn column, double likeness) {
            this(column, likeness, SharedSlots.Of.NUMBERS);
        }
    }

    /**
     * @param table        the child's table
     * @param chooser      how the child's columns are filled
     * @param told         what the child itself tells of its children
     * @param meanings     what its texts mean
     * @param parentFamily family of each row of the parent
     * @param spanned      whether the parent says already when its children begin
     */
    FamilySummaries(
            Table table,
            TableSample child,
            ForeignKey owning,
            FillChooser chooser,
            List<EncodedColumn> told,
            BiFunction<Column, TextSample, Meaning> meanings,
            long[] parentFamily,
            boolean spanned,
            int k) {
        this.spanned = spanned;
        this.table = table;
        this.child = child;
        this.owning = owning;
        this.chooser = chooser;
        this.told = told;
        this.meanings = meanings;
        this.owner = child.owner();
        this.owned = Arrays.stream(owner).filter(row -> row >= 0).count();
        this.parentFamily = parentFamily;
        this.k = k;
        this.slots = SharedSlots.of(SiblingOrder.columns(table, owning, child.columns()), child);
    }

    /** The summaries that say most, best first. */
    List<Summary> best() {
        long families = Arrays.stream(owner).filter(row -> row >= 0).distinct().count();
        if (!areFamilies(owned, families)) {
            return List.of();
        }
        List<Summary> found = new ArrayList<>();
        List<String> first = SiblingOrder.columns(table, owning, child.columns());
        for (Column column : table.columns()) {
            if (chooser.withoutCascade(column).isPresent()) {
                continue;
            }
            if (child.column(column.name()) instanceof NumberSample numbers) {
                if (first.isEmpty() || !first.get(0).equals(column.name())) {
                    found.add(mean(column, numbers));
                } else if (!spanned) {
                    found.add(new Summary(FamilySpan.first(child, column, numbers, parentFamily, k), 1));
                }
            } else if (child.column(column.name()) instanceof TextSample texts) {
                mode(column, texts, found);
            }
        }
        for (EncodedColumn one : told) {
            if (one.codec() instanceof LabelCodec labels) {
                mode(one.name(), labels, one.codes(), found);
            } else if (!one.name().startsWith("<first ")) {
                found.add(mean(one));
            }
        }
        double siblings = (double) owned / families;
        found.removeIf(summary -> summary.likeness < LEAST_LIKENESS
                && reliability(summary, siblings)
                        < (summary.of == SharedSlots.Of.SLOTS ? LEAST_RELIABLE_OF_SLOTS : LEAST_RELIABLE));
        found.sort(Comparator.comparingDouble((Summary summary) -> -summary.likeness));
        return different(found);
    }

    /**
     * How much of the differences between the summaries of families is no chance, 0 to 1.
     *
     * <p>Source: Spearman (1910) and Brown (1910), the reliability of a mean of n.
     */
    private static double reliability(Summary summary, double siblings) {
        double likeness = Math.max(0, summary.likeness);
        return siblings * likeness / (1 + (siblings - 1) * likeness);
    }

    private static boolean areFamilies(long owned, long families) {
        // An only child's summary is its own value: drawn with its owner, it follows the only children of the owner's
        // siblings.
        boolean only = owned <= MOST_OF_ONLY_CHILDREN * families;
        return families >= FEWEST_FAMILIES && (only || owned >= FEWEST_SIBLINGS * families);
    }

    private static List<Summary> different(List<Summary> found) {
        List<Summary> kept = new ArrayList<>();
        for (Summary summary : found) {
            // Rows that keep their mean even do so beside others that do.
            boolean said = summary.of != SharedSlots.Of.SUMS
                    && kept.stream().anyMatch(other -> alike(other.column, summary.column) > MOST_ALIKE);
            if (!said && kept.size() < MOST) {
                kept.add(summary);
            }
        }
        return kept;
    }

    /** Absolute correlation of two columns of numbers over the rows where both have a value; 0 for others. */
    private static double alike(EncodedColumn a, EncodedColumn b) {
        if (a.values().length == 0 || b.values().length == 0) {
            return 0;
        }
        double n = 0;
        double sumA = 0;
        double sumB = 0;
        double sumAa = 0;
        double sumBb = 0;
        double sumAb = 0;
        for (int row = 0; row < a.values().length; row++) {
            if (!a.missing().get(row) && !b.missing().get(row)) {
                double x = a.codes()[row];
                double y = b.codes()[row];
                n++;
                sumA += x;
                sumB += y;
                sumAa += x * x;
                sumBb += y * y;
                sumAb += x * y;
            }
        }
        double spread = Math.sqrt((sumAa - sumA * sumA / n) * (sumBb - sumB * sumB / n));
        return n < 2 || !(spread > 0) ? 0 : Math.abs((sumAb - sumA * sumB / n) / spread);
    }

    private Summary mean(Column column, NumberSample numbers) {
        String name = FanOut.meanColumn(table.name(), column.name());
        return mean(
                numbers.values(),
                numbers.missing(),
                (steps, missing, finer) ->
                        NumberEncoding.summary(name, column, numbers, steps, missing, parentFamily, k, finer));
    }

    /** The mean of what the children tell of theirs. */
    private Summary mean(EncodedColumn told) {
        String name = FanOut.meanColumn(table.name(), told.name());
        return mean(
                told.values(),
                told.missing(),
                (steps, missing, finer) -> NumberEncoding.mean(name, steps, missing, parentFamily, k, finer));
    }

    /** Makes a column of means. */
    private interface Encoding {
        /** @param finer decimals of the means beyond those of the numbers */
        EncodedColumn of(long[] means, BitSet missing, int finer);
    }

    private Summary mean(long[] numbers, BitSet without, Encoding encoding) {
        FamilyMeans means = FamilyMeans.of(numbers, without, owner, parentFamily.length);
        int finer = MeanDecimals.of(numbers, without, means, owned);
        double unit = Math.pow(10, finer);
        long[] values = new long[parentFamily.length];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            missing.set(row, !means.has(row));
            values[row] = means.has(row) ? Math.round(means.mean(row) * unit) : 0;
        }
        SharedSlots.Likeness likeness = slots.likeness(numbers, without, owner, values.length);
        EncodedColumn encoded = encoding.of(QuantileMeans.of(values, missing, k), missing, finer);
        boolean sum = likeness.of() != SharedSlots.Of.SUMS || NumberEncoding.isPlainNumber(encoded.kind());
        // Days add up to nothing: that each has one last day that means still valid says little of the others.
        return new Summary(encoded, sum ? likeness.share() : 0, likeness.of());
    }

    private void mode(Column column, TextSample texts, List<Summary> found) {
        List<String> labels = TextEncoding.shared(texts, meanings.apply(column, texts), child.family(), k);
        if (labels.size() < 2 || labels.size() > MOST_CATEGORIES) {
            return;
        }
        LabelCodec codec = new LabelCodec(labels);
        mode(column.name(), codec, TextEncoding.encode(codec, texts), found);
    }

    private void mode(String label, LabelCodec codec, short[] codes, List<Summary> found) {
        int[][] counts = new int[parentFamily.length][];
        double[] all = new double[codec.codes()];
        for (int row = 0; row < owner.length; row++) {
            if (owner[row] >= 0) {
                int[] of =
                        counts[owner[row]] = counts[owner[row]] == null ? new int[codec.codes()] : counts[owner[row]];
                of[codes[row]]++;
                all[codes[row]]++;
            }
        }
        double same = 0;
        double pairs = 0;
        short[] modes = new short[counts.length];
        for (int row = 0; row < counts.length; row++) {
            double n = counts[row] == null ? 0 : Arrays.stream(counts[row]).sum();
            pairs += n * (n - 1);
            int mode = Codec.NULL;
            for (int code = 0; code < codec.codes() && n > 0; code++) {
                double count = counts[row][code];
                same += count * (count - 1);
                mode = counts[row][code] > (mode == Codec.NULL ? 0 : counts[row][mode]) && code > 0 ? code : mode;
            }
            modes[row] = (short) mode;
        }
        double n = Arrays.stream(all).sum();
        double chance = Arrays.stream(all).map(count -> count / n * count / n).sum();
        double likeness = pairs > 0 && chance < 1 ? (same / pairs - chance) / (1 - chance) : 0;
        String name = "<most " + table.name() + " " + label + ">";
        found.add(new Summary(EncodedColumn.of(name, codec, modes), likeness));
    }
}
