package dev.understudy.plan;

import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.TableMode;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many rows each table is going to have. */
final class RowEstimate {
    private RowEstimate() {}

    /** Rows of a subject are exact; those of a child follow its owner's. */
    static Map<TableName, Long> of(
            SchemaGraph graph,
            Map<TableName, TableMode> modes,
            Map<TableName, ProbedTable> probed,
            double scale,
            Map<TableName, Double> scales) {
        Map<TableName, Long> rows = new LinkedHashMap<>();
        for (TableName table : graph.order()) {
            long source = probed.getOrDefault(table, ProbedTable.NOT_READ).rows();
            Optional<ForeignKey> owner = graph.owningLink(table);
            TableMode mode = modes.get(table);
            if (!mode.hasRows() || source == 0) {
                rows.put(table, 0L);
            } else if (mode.keepsRows()) {
                rows.put(table, source);
            } else if (owner.isEmpty()) {
                rows.put(table, Math.max(1, Math.round(scales.getOrDefault(table, scale) * source)));
            } else {
                TableName parent = owner.get().parent();
                double grown = (double) rows.get(parent)
                        / Math.max(1, probed.get(parent).rows());
                rows.put(table, Math.round(source * grown * scales.getOrDefault(table, 1.0)));
            }
        }
        return rows;
    }
}
