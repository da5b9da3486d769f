package dev.understudy.report;

import dev.understudy.fidelity.Detection.Telling;
import java.util.List;

/**
 * One table.
 *
 * @param realRows        rows of the whole table; -1 if nobody counted
 * @param syntheticRows   likewise
 * @param comparedReal    rows that were compared
 * @param comparedSynthetic likewise
 * @param copies          share of the compared synthetic rows that equal a real one in all compared columns
 * @param scores          against the real rows
 * @param floor           one half of the real rows against the other
 * @param telling         columns by which a classifier tells synthetic rows
 * @param tellingFamilies likewise with aggregates of children
 */
public record TableReport(
        String name,
        long realRows,
        long syntheticRows,
        int comparedReal,
        int comparedSynthetic,
        double copies,
        Scores scores,
        Scores floor,
        List<Telling> telling,
        List<Telling> tellingFamilies,
        List<ColumnReport> columns,
        PairMatrix pairs) {
    public TableReport {
        telling = List.copyOf(telling);
        tellingFamilies = List.copyOf(tellingFamilies);
        columns = List.copyOf(columns);
    }
}
