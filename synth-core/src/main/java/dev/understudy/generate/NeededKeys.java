package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableModel;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nullable columns that rows of other tables must point at: a row without a value there is one that no child can have. */
final class NeededKeys {
    private NeededKeys() {}

    /** Their positions in the table. */
    static Set<Integer> of(DatabaseModel model, Table table) {
        Set<Integer> needed = new HashSet<>();
        for (ForeignKey link : model.schema().foreignKeysTo(table.name())) {
            boolean followed = model.tables().stream()
                    .anyMatch(child ->
                            child.name().equals(link.child()) && child.mode().hasRows());
            if (followed && !link.optional()) {
                link.parentColumns().forEach(name -> needed.add(table.columnIndex(name)));
            }
        }
        needed.removeIf(column -> !table.columns().get(column).nullable());
        return needed;
    }

    /** The table with such columns as ones that forbid null, if nothing was learned of them but that they may be null. */
    static Table required(Table table, TableModel model, Set<Integer> needed) {
        List<Column> columns = new ArrayList<>(table.columns());
        for (int c : needed) {
            boolean blank = model.fills().get(c) instanceof ColumnFill.Number number
                    && model.cascade().get(number.column()).codec() instanceof NumberCodec codec
                    && codec.codes() == 1;
            if (blank) {
                columns.set(c, columns.get(c).withoutNulls());
            }
        }
        return table.withColumns(columns);
    }
}
