package dev.understudy.report;

import dev.understudy.compare.ColumnKind;
import dev.understudy.fidelity.ColumnScores;
import dev.understudy.fidelity.Seasons;

/**
 * One column.
 *
 * @param folded  share of the real values that too few families share, shown as "other"
 * @param floor   shape of one half of the real rows against the other
 * @param seasons of a time; null for anything else
 */
public record ColumnReport(
        String name, ColumnKind kind, double folded, ColumnScores scores, double floor, Chart chart, Seasons seasons) {}
