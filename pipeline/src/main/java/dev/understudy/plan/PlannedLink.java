package dev.understudy.plan;

import dev.understudy.schema.ForeignKey;
import java.util.Objects;

/**
 * A link that the operator declared, and how well the source keeps it.
 *
 * @param link    the link
 * @param rows    rows of the child, of all types; -1 where one of its tables is not read
 * @param orphans rows that point at no row of the parent; -1 likewise
 */
public record PlannedLink(ForeignKey link, long rows, long orphans) {
    public PlannedLink {
        Objects.requireNonNull(link);
    }

    /** Rows without their parent, out of all rows of the child; 0 where nothing is known. */
    public double orphanShare() {
        return rows <= 0 || orphans <= 0 ? 0 : (double) orphans / rows;
    }
}
