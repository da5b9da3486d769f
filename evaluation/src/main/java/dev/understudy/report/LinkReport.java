package dev.understudy.report;

import dev.understudy.fidelity.Sequences;

/**
 * One link.
 *
 * @param owning      true if families hang together by it
 * @param cardinality children per parent: 1 − KS
 * @param floor       likewise between halves of the real rows
 * @param trends      mean over pairs of a column of the child and one of the parent; NaN if there are none
 * @param trendsFloor likewise
 * @param association share of the strong associations between columns of both that the synthetic rows have too; NaN if there are
 *                    none
 * @param associationFloor likewise
 * @param fanOut      children per parent
 * @param sequence    of the children of a parent; null if they have no order
 */
public record LinkReport(
        String name,
        String child,
        String parent,
        boolean owning,
        double cardinality,
        double floor,
        double trends,
        double trendsFloor,
        double association,
        double associationFloor,
        Chart fanOut,
        Sequences.Result sequence) {}
