package dev.understudy.generate;

import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;

/** Whether rows may do without a target of a link. Immutable. */
final class OptionalLink {
    private final GeneratedTable child;
    private final int[] columns;
    private final boolean allFixed;
    private final boolean optional;

    /** @param reference number of the link among the references of its table */
    OptionalLink(GeneratedTable child, ForeignKey link, int reference) {
        this.child = child;
        this.columns = link.columns().stream()
                .mapToInt(pair -> child.column(pair.child()))
                .toArray();
        this.allFixed = link.columns().stream().noneMatch(pair -> isOwn(child, pair, reference));
        this.optional = nullPair(child, link, reference) >= 0;
    }

    /** Pair whose column is null when the link points nowhere; -1 if the link must point somewhere. */
    static int nullPair(GeneratedTable child, ForeignKey link, int reference) {
        for (int pair = 0; pair < link.columns().size(); pair++) {
            ForeignKey.ColumnPair columns = link.columns().get(pair);
            Column column = child.schema().columns().get(child.column(columns.child()));
            if (column.nullable() && isOwn(child, columns, reference)) {
                return pair;
            }
        }
        return -1;
    }

    /** True if a column of the child holds what this link points at; false if another link, or the owner, has fixed it before. */
    static boolean isOwn(GeneratedTable child, ForeignKey.ColumnPair pair, int reference) {
        return child.model().fills().get(child.column(pair.child())).follows(reference);
    }

    /** True if the link has a column that may be null for its sake. */
    boolean mayBeNull() {
        return optional;
    }

    /**
     * True if a row may do without a target: the link has a column that may be null for its sake, or all its columns are
     * those of other links and one of them is missing, as it may be.
     */
    boolean mayPointNowhere(Block block, int row) {
        if (optional || !allFixed) {
            return optional;
        }
        boolean missing = false;
        for (int column : columns) {
            boolean isNull = child.cell(column).isNull(block, row);
            if (isNull && !child.schema().columns().get(column).nullable()) {
                return false;
            }
            missing |= isNull;
        }
        return missing;
    }
}
