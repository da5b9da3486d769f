package dev.understudy.explain;

import java.util.List;

/**
 * What was learned of one column, or of something that is drawn like one: a count of children, a mean over them.
 *
 * @param column    its name; in angle brackets if it is not a column of the table
 * @param values    number of different cells that it is told in, null not counted
 * @param dependsOn what it depends on most, most first
 * @param kept      dependencies that every new row keeps, each as what follows "always"
 * @param found     dependencies that many rows show
 */
public record ColumnAccount(
        String column, int values, List<Dependence> dependsOn, List<String> kept, List<String> found) {

    /**
     * One thing that a column depends on.
     *
     * @param on    what
     * @param share how much of the splitting it does: a split of all rows counts 1, each one below it half as much; the
     *              shares of a column sum to 1
     */
    public record Dependence(String on, double share) {}

    public ColumnAccount {
        dependsOn = List.copyOf(dependsOn);
        kept = List.copyOf(kept);
        found = List.copyOf(found);
    }
}
