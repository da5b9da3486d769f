package dev.understudy.compare;

/**
 * One link of both data sets.
 *
 * @param name      its name
 * @param child     table of the children
 * @param parent    table of the parents
 * @param owning    true if it is the link that families hang together by
 * @param real      per real child row the row of its parent, or -1
 * @param synthetic likewise
 */
public record ComparedLink(
        String name, ComparedTable child, ComparedTable parent, boolean owning, int[] real, int[] synthetic) {

    public int[] parents(Side side) {
        return side == Side.REAL ? real : synthetic;
    }

    /** Number of children of each parent row. */
    public int[] fanOut(Side side) {
        int[] counts = new int[parent.rows(side)];
        for (int row : parents(side)) {
            if (row >= 0) {
                counts[row]++;
            }
        }
        return counts;
    }
}
