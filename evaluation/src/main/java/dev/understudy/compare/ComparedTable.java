package dev.understudy.compare;

import java.util.List;
import java.util.Optional;

/**
 * One table of both data sets, without its keys and links.
 *
 * @param name              its name
 * @param columns           columns that can be compared
 * @param order             columns that put siblings in order, most significant first; may be empty
 * @param realFamilies      family of each real row; rows of one family stand or fall together
 * @param syntheticFamilies likewise
 */
public record ComparedTable(
        String name,
        List<ComparedColumn> columns,
        List<SiblingKey> order,
        long[] realFamilies,
        long[] syntheticFamilies) {

    /** Values that put siblings in order; only their order counts. */
    public record SiblingKey(double[] real, double[] synthetic) {
        public double[] values(Side side) {
            return side == Side.REAL ? real : synthetic;
        }
    }

    public ComparedTable {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
    }

    public int rows(Side side) {
        return families(side).length;
    }

    public long[] families(Side side) {
        return side == Side.REAL ? realFamilies : syntheticFamilies;
    }

    public Optional<ComparedColumn> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
}
