/**
 * How alike two data sets are, by the formulas of the field: shapes of columns, trends between columns and over links,
 * fan-outs, sequences, and whether a trained classifier can tell them apart. 1 is best for all but the last.
 *
 * <p>A score means little without its floor: the score of other real rows in the place of the synthetic ones.
 */
package dev.understudy.fidelity;
