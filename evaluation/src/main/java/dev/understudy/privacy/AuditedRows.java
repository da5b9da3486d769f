package dev.understudy.privacy;

import dev.understudy.compare.SideRows;
import dev.understudy.data.RowSource;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an audit is handed: real rows, synthetic rows, and who was learned from.
 *
 * @param columns   per table, parents first, the columns that both sides hold
 * @param copied    tables whose rows stand in the target on purpose
 * @param lookups   tables whose labels stand in the target on purpose, as far as k families refer to them
 * @param labelled  columns whose labels the schema itself names
 * @param real      all real families that take part
 * @param realRows  the same rows, to be streamed
 * @param synthetic what is released
 * @param madeRows  the same rows
 * @param released  by row of the subject, what each real family was to the release; null if nobody knows
 * @param folds     audits of the procedure; empty without a hold-out. Usually one, of the release itself
 */
public record AuditedRows(
        Schema schema,
        SchemaGraph graph,
        Map<TableName, List<Column>> columns,
        Set<TableName> copied,
        Set<TableName> lookups,
        Set<ColumnName> labelled,
        SideRows real,
        RowSource realRows,
        SideRows synthetic,
        RowSource madeRows,
        Part[] released,
        List<Audited> folds) {

    /** One learning and what came of it. @param members families that may be attacked as members; null for all of TRAIN */
    public record Audited(Part[] parts, SideRows synthetic, int[] members) {}
}
