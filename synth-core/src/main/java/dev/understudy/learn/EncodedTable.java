package dev.understudy.learn;

import dev.understudy.model.Base;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.Combinations;
import dev.understudy.model.FanOut;
import dev.understudy.model.ReferenceModel;
import dev.understudy.model.Total;
import dev.understudy.schema.ForeignKey;
import java.util.List;
import java.util.Map;

/**
 * A table in codes, ready to be learned from.
 *
 * @param sample     its rows
 * @param columns    its cascade
 * @param told       columns that are not drawn but worked out, by place
 * @param rests      columns that are worked out child by child, by place
 * @param prefix     columns drawn before references are chosen
 * @param references links other than the owning one
 * @param links      their definitions, in the same order
 * @param fanOuts    counts of children
 * @param fills      how each output column is made
 * @param combinations columns that never repeat together
 * @param totals     numbers that follow from the children
 */
record EncodedTable(
        TableSample sample,
        List<EncodedColumn> columns,
        Map<Integer, Base> told,
        Map<Integer, RestColumns.Of> rests,
        int prefix,
        List<ReferenceModel> references,
        List<ForeignKey> links,
        List<FanOut> fanOuts,
        List<ColumnFill> fills,
        Combinations combinations,
        List<Total> totals) {}
