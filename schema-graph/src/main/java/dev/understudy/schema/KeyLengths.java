package dev.understudy.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How long the texts of a key may be so that every column that points at it can hold them: a {@code varchar(3)} may refer to
 * a key without a limit.
 */
public final class KeyLengths {
    private KeyLengths() {}

    /** The table with its texts as short as what points at them; the same one where nothing is shorter. Cost: links to it. */
    public static Table fitted(Schema schema, Table table) {
        List<Column> fitted = table.columns().stream()
                .map(column -> fitted(schema, table.name(), column))
                .toList();
        return fitted.equals(table.columns()) ? table : table.withColumns(fitted);
    }

    private static Column fitted(Schema schema, TableName table, Column column) {
        if (column.type().family() != TypeFamily.TEXT) {
            return column;
        }
        int least = least(schema, table, column, new HashSet<>());
        return least == column.type().length()
                ? column
                : column.withType(column.type().withLength(least));
    }

    /** Smallest length of the column and of all that hold its values; 0 for any length. */
    private static int least(Schema schema, TableName table, Column column, Set<ColumnName> seen) {
        int least = column.type().length();
        if (!seen.add(new ColumnName(table, column.name()))) {
            return least;
        }
        for (ForeignKey link : schema.foreignKeysTo(table)) {
            for (ForeignKey.ColumnPair pair : link.columns()) {
                Column child = schema.table(link.child())
                        .flatMap(other -> other.column(pair.child()))
                        .filter(other -> pair.parent().equals(column.name()))
                        .orElse(null);
                int length = child == null ? 0 : least(schema, link.child(), child, seen);
                least = length > 0 && (least == 0 || length < least) ? length : least;
            }
        }
        return least;
    }
}
