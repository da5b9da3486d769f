package dev.understudy.found;

import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Columns as {@code rules:} call them: {@code table.column}, with the schema where another one has such a table, in quotes where needed. */
final class RuleNames {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Map<String, Integer> tables = new HashMap<>();

    RuleNames(Schema schema) {
        for (Table table : schema.rowTables()) {
            tables.merge(table.name().name(), 1, Integer::sum);
        }
    }

    String of(TableName table, String column) {
        String name = part(table.name()) + "." + part(column);
        return tables.getOrDefault(table.name(), 0) > 1 ? part(table.schema()) + "." + name : name;
    }

    String of(ColumnName column) {
        return of(column.table(), column.column());
    }

    private static String part(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
