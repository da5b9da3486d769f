package dev.understudy.job;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.TextVector;
import dev.understudy.data.Units;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.rule.RowView;
import dev.understudy.schema.rule.Rule;
import java.util.Arrays;
import java.util.List;

/** Holds rows that are about to be written against what a table demands: values where they must be, and its conditions. */
final class BatchRules {
    private final List<Column> columns;
    private final List<Rule> rules;
    /** Place in the batch by place in the table; -1 for what the database fills. */
    private final int[] places;

    /** @param columns of the batches, in their order */
    BatchRules(Table table, List<Column> columns, List<Rule> rules) {
        this.columns = columns;
        this.places = new int[table.columns().size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < columns.size(); i++) {
            places[table.columnIndex(columns.get(i).name())] = i;
        }
        this.rules = rules.stream()
                .filter(rule -> rule.condition().columns().stream().allMatch(column -> places[column.column()] >= 0))
                .toList();
    }

    /** True if no row of the batch breaks anything. */
    boolean keeps(RowBatch batch) {
        for (int c = 0; c < columns.size(); c++) {
            for (int row = 0; row < batch.rows() && !columns.get(c).nullable(); row++) {
                if (batch.column(c).isNull(row)) {
                    return false;
                }
            }
        }
        int[] at = {0};
        RowView view = view(batch, at);
        for (; at[0] < batch.rows(); at[0]++) {
            if (!rules.stream().allMatch(rule -> rule.isKeptBy(view))) {
                return false;
            }
        }
        return true;
    }

    private RowView view(RowBatch batch, int[] at) {
        return new RowView() {
            @Override
            public boolean isNull(int column) {
                return batch.column(places[column]).isNull(at[0]);
            }

            @Override
            public Object value(int column) {
                ColumnVector vector = batch.column(places[column]);
                if (vector.isNull(at[0])) {
                    return null;
                }
                if (vector instanceof LongVector longs) {
                    return Units.of(columns.get(places[column]).type(), 0).value(longs.get(at[0]));
                }
                return vector instanceof DoubleVector reals
                        ? (Object) reals.get(at[0])
                        : ((TextVector) vector).get(at[0]);
            }
        };
    }
}
