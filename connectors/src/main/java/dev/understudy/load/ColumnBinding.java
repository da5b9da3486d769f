package dev.understudy.load;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How one column is written through JDBC.
 *
 * @param column      position in the batches
 * @param name        quoted name in the target
 * @param placeholder a question mark, or an expression around one
 * @param setter      binds what is not missing
 */
public record ColumnBinding(int column, String name, String placeholder, CellSetter setter) {

    /** Those of all columns that rows bring values for, by plain question marks. */
    public static List<ColumnBinding> plain(
            Vendor vendor, List<Column> columns, Function<ColumnType, CellSetter> setters) {
        return IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).filling().writesItself())
                .mapToObj(i -> new ColumnBinding(
                        i,
                        Identifiers.quote(vendor, columns.get(i).name()),
                        "?",
                        setters.apply(columns.get(i).type())))
                .toList();
    }
}
