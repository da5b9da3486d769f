package dev.understudy.benchmark;

import dev.understudy.encode.LabelCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Columns that the model does not draw but makes anew, from their meaning or their pattern. */
final class RegeneratedColumns {
    private RegeneratedColumns() {}

    static Set<ColumnName> of(DatabaseModel model) {
        Set<ColumnName> names = new HashSet<>();
        for (TableModel table : model.tables()) {
            if (table.mode() != TableMode.SYNTHESIZE) {
                continue;
            }
            List<Column> columns =
                    model.schema().table(table.name()).orElseThrow().columns();
            for (int c = 0; c < columns.size(); c++) {
                if (isMadeAnew(table, table.fills().get(c))) {
                    names.add(new ColumnName(table.name(), columns.get(c).name()));
                }
            }
        }
        return names;
    }

    private static boolean isMadeAnew(TableModel table, ColumnFill fill) {
        if (fill instanceof ColumnFill.Text text) {
            return hasNoLabels(table, text.column());
        }
        if (fill instanceof ColumnFill.Literal literal) {
            return hasNoLabels(table, literal.column());
        }
        return fill instanceof ColumnFill.UniqueText
                || fill instanceof ColumnFill.FreshUuid
                || fill instanceof ColumnFill.Serial
                || fill instanceof ColumnFill.Omitted;
    }

    private static boolean hasNoLabels(TableModel table, int column) {
        return table.cascade().get(column).codec() instanceof LabelCodec labels
                && labels.labels().isEmpty();
    }
}
