package dev.understudy.generate;

import dev.understudy.model.ColumnFill;
import java.util.List;

/** Which of a table's links a column of a row follows; of links with types, several share a column. */
final class FollowedLink {
    private FollowedLink() {}

    /** Number of the link; -1 for none. @param links all of the table */
    static int of(ColumnFill fill, List<Reference> links, Block block, int row) {
        if (fill instanceof ColumnFill.Reference one) {
            return one.reference();
        }
        if (fill instanceof ColumnFill.TypedReference several) {
            for (int r : several.references()) {
                if (links.get(r).follows(block, row)) {
                    return r;
                }
            }
        }
        return -1;
    }

    /** True if a column decides which of the links a row follows; it must then stay as it was drawn. */
    static boolean isDecidedBy(int column, List<Reference> links) {
        return links.stream().anyMatch(link -> link.type().column() == column);
    }
}
