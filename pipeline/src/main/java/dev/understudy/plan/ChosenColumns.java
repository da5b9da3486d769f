package dev.understudy.plan;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.semantic.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operator's meanings of columns, resolved to the columns of a schema. */
final class ChosenColumns {
    private ChosenColumns() {}

    /** @throws UnderstudyException with {@code USAGE} for a pattern that matches no column */
    static Map<ColumnName, Meaning> of(Schema schema, List<ColumnRule> rules) {
        Map<ColumnName, Meaning> meanings = new LinkedHashMap<>();
        List<ColumnRule> exactLast = new ArrayList<>(rules);
        exactLast.sort((a, b) -> Boolean.compare(isExact(a), isExact(b)));
        for (ColumnRule rule : exactLast) {
            List<ColumnName> columns = matching(schema, rule.pattern());
            if (columns.isEmpty()) {
                throw new UnderstudyException(
                        Problem.USAGE,
                        "columns.%s matches no column of the source; write table.column.".formatted(rule.pattern()));
            }
            rule.as().ifPresent(meaning -> columns.forEach(column -> meanings.put(column, meaning)));
        }
        return meanings;
    }

    private static boolean isExact(ColumnRule rule) {
        return new Glob(rule.pattern()).isExact();
    }

    static List<ColumnName> matching(Schema schema, String pattern) {
        Glob glob = new Glob(pattern);
        List<ColumnName> columns = new ArrayList<>();
        for (Table table : schema.rowTables()) {
            for (Column column : table.columns()) {
                boolean matches = glob.matches(table.name().name() + "." + column.name())
                        || glob.matches(table.name() + "." + column.name());
                if (matches) {
                    columns.add(new ColumnName(table.name(), column.name()));
                }
            }
        }
        return columns;
    }
}
