package dev.understudy.job;

import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableModel;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Map;

/** Row totals of everything in a model of a part: families that were held out enter no statistic but these. */
final class WholeTotals {
    private WholeTotals() {}

    /** @param totals rows of whole tables; a table without an entry stays as it is */
    static DatabaseModel of(DatabaseModel model, Map<TableName, Long> totals) {
        List<TableModel> tables = model.tables().stream()
                .map(table -> totals.containsKey(table.name()) ? with(table, totals.get(table.name())) : table)
                .toList();
        return new DatabaseModel(model.format(), model.schema(), tables, model.settings());
    }

    private static TableModel with(TableModel table, long rows) {
        long ownerLess =
                table.sourceRows() == 0 ? 0 : Math.round((double) table.ownerLess() * rows / table.sourceRows());
        return table.ofRows(rows, ownerLess);
    }
}
