package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * When the children of a row begin and end, where moments order them: columns of the parent's cascade that are drawn before the
 * number of children, so that as many come as fit between both, and before the children, which then lie between them. Drawn
 * after their number, or not at all, careers had more seasons than years.
 *
 * <p>Cost: one pass over the child's rows.
 *
 * @param any   whether there are children
 * @param first moment of the first child, by its day
 * @param last  moment of the last child, by its day; empty if hardly any row has several children
 */
record FamilySpan(EncodedColumn any, EncodedColumn first, Optional<EncodedColumn> last) {
    private static final String FIRST = "<first ";
    private static final String LAST = "<last ";
    private static final String SPAN = "<span ";
    private static final String STEPS = "<steps ";
    private static final int FEWEST_FAMILIES = 100;
    /** Of few parents with children too little is known for all of it to agree: their number says most. */
    private static final double LEAST_SHARE = 0.11;

    private static final double MOST_OF_ONLY_CHILDREN = 1.05;
    private static final long DAY_MICROS = 86_400_000_000L;

    /** Share of the parent's rows that have children. */
    double share() {
        int with = 0;
        for (short code : any.codes()) {
            with += code == Codec.NULL ? 0 : 1;
        }
        return (double) with / Math.max(1, any.codes().length);
    }

    /** Share of the parent's rows whose last child comes later than the first. */
    double several() {
        int later = 0;
        for (int row = 0; last.isPresent() && row < any.codes().length; row++) {
            boolean has = !last.get().missing().get(row);
            later += has && last.get().values()[row] > first.values()[row] ? 1 : 0;
        }
        return (double) later / Math.max(1, any.codes().length);
    }

    /** Mean time from the first to the last of the children, over all of the parent's rows; 0 for those without. */
    double meanLength() {
        double sum = 0;
        for (int row = 0; last.isPresent() && row < any.codes().length; row++) {
            sum += last.get().missing().get(row) ? 0 : last.get().values()[row] - first.values()[row];
        }
        return sum / Math.max(1, any.codes().length);
    }

    /** Name of the parent's column that says when its children of a table begin. */
    static String firstName(TableName child, String column) {
        return FIRST + child + " " + column + ">";
    }

    /** Name of the parent's column that says when its children of a table end. */
    static String lastName(TableName child, String column) {
        return LAST + child + " " + column + ">";
    }

    /** Name of the column that says when the children begin that end as another one says. */
    static String firstOf(String lastName) {
        return FIRST + lastName.substring(LAST.length());
    }

    /** Name of the column that says how far apart the first and the last of the children are. */
    static String spanOf(String lastName) {
        return SPAN + lastName.substring(LAST.length());
    }

    /** Name of the column that says how many regular steps apart the first and the last of the children are. */
    static String stepsOf(String lastName) {
        return STEPS + lastName.substring(LAST.length());
    }

    /** True for names that say how far apart the first and the last of the children are. */
    static boolean isSpan(String column) {
        return column.startsWith(SPAN) || column.startsWith(STEPS);
    }

    /** Name of the column that says how far from the first child the moment is by which the children may go on. */
    static String roomOf(String lastName) {
        return "<room " + lastName.substring(LAST.length());
    }

    /** Name of the column that says how far from the first child the moment is when other children have ended. */
    static String untilOf(String lastName) {
        return "<until " + lastName.substring(LAST.length());
    }

    /** True for names that say when children end. */
    static boolean isLast(String column) {
        return column.startsWith(LAST);
    }

    /** True for names that say when children begin or end. */
    static boolean isName(String column) {
        return column.startsWith(FIRST) || column.startsWith(LAST);
    }

    /** True for names that say when children of a table begin or end. */
    static boolean isOf(TableName child, String column) {
        return column.startsWith(FIRST + child + " ") || column.startsWith(LAST + child + " ");
    }

    /**
     * @param column       the child's column that orders siblings
     * @param parentFamily family of each row of the parent
     * @return nothing if the column holds no moments, or if few of the parent's rows have children
     */
    static Optional<FamilySpan> of(
            Table table, TableSample child, ForeignKey owning, Column column, long[] parentFamily, int k) {
        if (!(child.column(column.name()) instanceof NumberSample numbers)
                || !NumberEncoding.isMoment(NumberEncoding.kind(column, numbers))) {
            return Optional.empty();
        }
        int parents = parentFamily.length;
        short[] any = new short[parents];
        LabelCodec presence = new LabelCodec(List.of());
        long owned = 0;
        int families = 0;
        for (int parent : child.owner()) {
            if (parent >= 0) {
                owned++;
                families += any[parent] == Codec.NULL ? 1 : 0;
                any[parent] = (short) presence.rare();
            }
        }
        if (families < FEWEST_FAMILIES || families < LEAST_SHARE * parents) {
            return Optional.empty();
        }
        String of = "<any " + table.name() + " " + owning.name() + ">";
        boolean several = owned > MOST_OF_ONLY_CHILDREN * families;
        return Optional.of(new FamilySpan(
                EncodedColumn.of(of, presence, any),
                first(child, column, numbers, parentFamily, k),
                several
                        ? Optional.of(end(
                                lastName(table.name(), column.name()), child, column, numbers, true, parentFamily, k))
                        : Optional.empty()));
    }

    /** The number of the first child of each row of the parent; of a time its day. */
    static EncodedColumn first(TableSample child, Column column, NumberSample numbers, long[] parentFamily, int k) {
        return end(firstName(child.name(), column.name()), child, column, numbers, false, parentFamily, k);
    }

    private static EncodedColumn end(
            String name,
            TableSample child,
            Column column,
            NumberSample numbers,
            boolean last,
            long[] parentFamily,
            int k) {
        TypeFamily family = column.type().family();
        boolean clock = family == TypeFamily.TIMESTAMP || family == TypeFamily.TIMESTAMP_ZONED;
        // The day is enough: the hour belongs to the child.
        long day = clock ? DAY_MICROS : 1;
        long[] values = new long[parentFamily.length];
        BitSet missing = new BitSet();
        missing.set(0, values.length);
        for (int row = 0; row < child.rows(); row++) {
            int parent = child.owner()[row];
            if (parent >= 0 && !numbers.missing().get(row) && (last || missing.get(parent))) {
                values[parent] = numbers.values()[row] - Math.floorMod(numbers.values()[row], day);
                missing.clear(parent);
            }
        }
        return NumberEncoding.summary(name, column, numbers, values, missing, parentFamily, k, 0);
    }
}
