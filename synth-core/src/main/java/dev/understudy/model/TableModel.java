package dev.understudy.model;

import dev.understudy.schema.TableName;
import dev.understudy.schema.rule.RowKey;
import dev.understudy.schema.rule.Rule;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that is known of one table.
 *
 * @param name       its name in the source
 * @param mode       what becomes of its rows
 * @param sourceRows rows in the source; of a table in mode {@link TableMode#FILL} the rows that it is to have, at any scale
 * @param ownerLess  rows in the source that hang on no owner, though the table has an owning link
 * @param owningLink name of the owning link, or empty for a subject
 * @param owner      parent over the owning link; the table itself for a subject
 * @param cascade    columns in the order in which they are drawn
 * @param prefix     how many of them are drawn before the references are chosen
 * @param references links other than the owning link
 * @param fanOuts    counts of children over the owning links of other tables
 * @param fills      how each column of the table is made, in the table's column order
 * @param keptRows   rows that stay as they are
 * @param rules      conditions that every new row meets
 * @param keys       unique keys over expressions, or of some rows only
 * @param asked      conditions that only the database can judge
 * @param combinations columns whose values together never repeat, beside what keys say
 * @param totals     numbers that follow from the children; one that others of the row follow from stands before them
 * @param refiners   by which rows are drawn again, in the order of the cascade; their columns do not overlap
 */
public record TableModel(
        TableName name,
        TableMode mode,
        long sourceRows,
        long ownerLess,
        String owningLink,
        TableName owner,
        List<CascadeColumn> cascade,
        int prefix,
        List<ReferenceModel> references,
        List<FanOut> fanOuts,
        List<ColumnFill> fills,
        KeptRows keptRows,
        List<Rule> rules,
        List<RowKey> keys,
        List<AskedCondition> asked,
        Combinations combinations,
        List<Total> totals,
        List<Refiner> refiners) {
    public TableModel {
        cascade = List.copyOf(cascade);
        references = List.copyOf(references);
        fanOuts = List.copyOf(fanOuts);
        fills = List.copyOf(fills);
        // A file that was written before there were rules has none.
        rules = rules == null ? List.of() : List.copyOf(rules);
        keys = keys == null ? List.of() : List.copyOf(keys);
        asked = asked == null ? List.of() : List.copyOf(asked);
        totals = totals == null ? List.of() : List.copyOf(totals);
        refiners = refiners == null ? List.of() : List.copyOf(refiners);
    }

    /** A table that gets no rows. */
    public static TableModel without(TableName name, TableMode mode) {
        return new TableModel(
                name,
                mode,
                0,
                0,
                "",
                name,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                KeptRows.NONE,
                List.of(),
                List.of(),
                List.of(),
                Combinations.NONE,
                List.of(),
                List.of());
    }

    /** The same table with other forests. */
    public TableModel mapForests(UnaryOperator<Forest> other) {
        List<CascadeColumn> mapped =
                cascade.stream().map(column -> column.mapForests(other)).toList();
        return with(sourceRows, ownerLess, mapped, refiners);
    }

    /** The same table with other refiners. */
    public TableModel with(List<Refiner> others) {
        return with(sourceRows, ownerLess, cascade, others);
    }

    /** A table of as many rows in its source, however few it was learned from. */
    public TableModel ofRows(long rows, long withoutOwner) {
        return with(rows, withoutOwner, cascade, refiners);
    }

    private TableModel with(
            long rows, long withoutOwner, List<CascadeColumn> otherCascade, List<Refiner> otherRefiners) {
        return new TableModel(
                name,
                mode,
                rows,
                withoutOwner,
                owningLink,
                owner,
                otherCascade,
                prefix,
                references,
                fanOuts,
                fills,
                keptRows,
                rules,
                keys,
                asked,
                combinations,
                totals,
                otherRefiners);
    }

    public boolean isSubject() {
        return owningLink.isEmpty();
    }
}
