package dev.understudy.learn;

import dev.understudy.model.Rest;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows that follow each other without a gap: each of the children of a row begins when the one before it ends, or the day after,
 * like prices that are valid until the next one is. The end of each row is drawn first, and the next row begins with it; when the
 * last of them ends, a column of the parent says, so that other children that end with it do.
 *
 * @param begin the child's column that orders siblings
 * @param end   the child's column that says when each of them ends
 */
record ContiguousPeriods(Column begin, Column end) {
    private static final String END = "<end ";
    /** Share of the rows with a next one that must end as it begins. */
    private static final double LEAST_SHARE = 0.5;
    /** Ends must tell more of the next begins than begins do of ends: seasons that last a year need no ends. */
    private static final double MORE = 0.05;

    private static final int FEWEST_FAMILIES = 30;

    /**
     * Cost: O(rows log rows) and 8 bytes a row for each of the child's columns that hold moments.
     *
     * @param begin the child's column that orders siblings
     * @param child in sibling order
     * @return nothing if no column of moments says when the next row begins
     */
    static Optional<ContiguousPeriods> of(Table table, TableSample child, Column begin) {
        if (!(child.column(begin.name()) instanceof NumberSample begins)) {
            return Optional.empty();
        }
        String kind = NumberEncoding.kind(begin, begins);
        double best = 0;
        Optional<ContiguousPeriods> found = Optional.empty();
        for (Column column : NumberEncoding.isMoment(kind) ? table.columns() : List.<Column>of()) {
            if (!column.equals(begin)
                    && child.column(column.name()) instanceof NumberSample ends
                    && NumberEncoding.kind(column, ends).equals(kind)) {
                double share = followed(child, begins, ends);
                if (share > best && share >= LEAST_SHARE && share > lasting(child, begins, ends) + MORE) {
                    best = share;
                    found = Optional.of(new ContiguousPeriods(begin, column));
                }
            }
        }
        return found;
    }

    /** Greatest share of the rows with a next one that begins equally long after their end; 0 of few families. */
    private static double followed(TableSample child, NumberSample begins, NumberSample ends) {
        long[] apart = new long[child.rows()];
        Set<Long> families = new HashSet<>();
        int all = 0;
        int n = 0;
        for (int row = 0; row + 1 < child.rows(); row++) {
            if (hasNext(child, row)) {
                all++;
                if (families.size() < FEWEST_FAMILIES) {
                    families.add(child.family()[row]);
                }
                if (!ends.missing().get(row) && !begins.missing().get(row + 1)) {
                    apart[n++] = begins.values()[row + 1] - ends.values()[row];
                }
            }
        }
        return families.size() < FEWEST_FAMILIES ? 0 : (double) mostAlike(apart, n) / all;
    }

    /** Greatest share of the rows that end equally long after their begin. */
    private static double lasting(TableSample child, NumberSample begins, NumberSample ends) {
        long[] apart = new long[child.rows()];
        int n = 0;
        for (int row = 0; row < child.rows(); row++) {
            if (!begins.missing().get(row) && !ends.missing().get(row)) {
                apart[n++] = ends.values()[row] - begins.values()[row];
            }
        }
        return (double) mostAlike(apart, n) / child.rows();
    }

    /** How often the most frequent number comes. @param numbers the first n are used; are sorted */
    private static int mostAlike(long[] numbers, int n) {
        Arrays.sort(numbers, 0, n);
        int most = 0;
        int run = 0;
        for (int i = 0; i < n; i++) {
            run = i > 0 && numbers[i] == numbers[i - 1] ? run + 1 : 1;
            most = Math.max(most, run);
        }
        return most;
    }

    private static boolean hasNext(TableSample child, int row) {
        return child.owner()[row] >= 0 && child.position()[row] + 1 < child.siblings()[row];
    }

    /** Name of the parent's column that says when the last of its children of a table ends. */
    static String endName(TableName child, String column) {
        return END + child + " " + column + ">";
    }

    /** True for columns that say when the last of some children ends. */
    static boolean isEnd(String column) {
        return column.startsWith(END);
    }

    /** True for columns that say when the last of some children ends, and when it begins. */
    static boolean isEndAfter(String end, String last) {
        return isEnd(end) && FamilySpan.isLast(last) && child(end).equals(child(last));
    }

    /** The child of whose columns a name tells. */
    private static String child(String name) {
        return name.substring(name.indexOf(' ') + 1, name.lastIndexOf(' '));
    }

    /** When the last child of each row of the parent ends; nothing if it has no child, or an open one. */
    EncodedColumn lastEnd(TableSample child, long[] parentFamily, int k) {
        NumberSample ends = (NumberSample) child.column(end.name());
        long[] values = new long[parentFamily.length];
        BitSet missing = new BitSet();
        missing.set(0, values.length);
        for (int row = 0; row < child.rows(); row++) {
            int parent = child.owner()[row];
            if (parent >= 0 && !hasNext(child, row) && !ends.missing().get(row)) {
                values[parent] = ends.values()[row];
                missing.clear(parent);
            }
        }
        return NumberEncoding.summary(
                endName(child.name(), end.name()), end, ends, values, missing, parentFamily, k, 0);
    }

    /**
     * What is known of the ends before they are drawn: of the last row, what the parent says; of the one before it, when the last
     * row begins.
     *
     * @param owner the parent, whose columns are known
     */
    List<RestColumns.Of> restsBeforeEnd(TableSample child, EncodedTable owner, int k) {
        SiblingPaces told = new SiblingPaces(child, owner, k);
        String lastEnd = endName(child.name(), end.name());
        String lastBegin = FamilySpan.lastName(child.name(), begin.name());
        return Stream.of(
                        told.of(Rest.Of.END, "<end of " + end.name() + ">", lastEnd, end.name()),
                        told.of(Rest.Of.NEXT, "<begin after " + end.name() + ">", lastBegin, end.name()))
                .flatMap(Optional::stream)
                .toList();
    }
}
