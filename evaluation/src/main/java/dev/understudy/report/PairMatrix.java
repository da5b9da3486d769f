package dev.understudy.report;

import java.util.List;

/**
 * How pairs of columns go together, at most 24 of them.
 *
 * @param columns   names, for rows and columns of the matrices
 * @param real      correlation, or Cramér's V; NaN where there is none
 * @param synthetic likewise
 * @param scores    of pair trends; 1 is best
 */
public record PairMatrix(List<String> columns, double[][] real, double[][] synthetic, double[][] scores) {
    public PairMatrix {
        columns = List.copyOf(columns);
    }
}
