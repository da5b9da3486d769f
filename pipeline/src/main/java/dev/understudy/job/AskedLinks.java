package dev.understudy.job;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowJudge;
import dev.understudy.learn.LearnRequest;
import dev.understudy.model.AskedCondition;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Conditions over links that only the database can judge. Rows are made before some links have their targets, and may not go
 * afterwards, so what came of them is asked once more.
 */
record AskedLinks(TableName table, List<Column> columns, List<AskedCondition> conditions, RowJudge judge) {
    /** @param columns of the batches, in their order */
    static AskedLinks of(LearnRequest request, TableName table, List<Column> columns, RowJudge judge) {
        Set<String> written = columns.stream().map(Column::name).collect(Collectors.toSet());
        Set<String> linked = request.schema().foreignKeysOf(table).stream()
                .flatMap(link -> link.childColumns().stream())
                .collect(Collectors.toSet());
        List<AskedCondition> conditions = request.asked().getOrDefault(table, List.of()).stream()
                .filter(condition -> written.containsAll(condition.columns()))
                .filter(condition -> condition.columns().stream().anyMatch(linked::contains))
                .toList();
        return new AskedLinks(table, columns, conditions, judge);
    }

    /** True if no row of the batch breaks any. */
    boolean keep(RowBatch batch) {
        for (AskedCondition condition : conditions) {
            List<Column> asked = columns.stream()
                    .filter(column -> condition.columns().contains(column.name()))
                    .toList();
            List<ColumnVector> values = asked.stream()
                    .map(column -> batch.column(columns.indexOf(column)))
                    .toList();
            for (boolean fine : judge.passes(table, condition.text(), asked, new RowBatch(batch.rows(), values))) {
                if (!fine) {
                    return false;
                }
            }
        }
        return true;
    }
}
