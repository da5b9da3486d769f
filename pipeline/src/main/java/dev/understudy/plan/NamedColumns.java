package dev.understudy.plan;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the columns that an operator names. */
final class NamedColumns {
    private final Schema schema;

    NamedColumns(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param text    {@code table.column} or {@code schema.table.column}; upper and lower case are the same unless both exist
     * @param setting where it stands, for messages
     * @throws UnderstudyException with {@code USAGE} and the nearest known name; or if several columns are called so
     */
    ColumnName column(String text, String setting) {
        List<ColumnName> exact = matching(text, false);
        List<ColumnName> found = exact.isEmpty() ? matching(text, true) : exact;
        if (found.size() > 1) {
            List<ColumnName> usual = found.stream()
                    .filter(column -> column.table().schema().equals(schema.defaultSchema()))
                    .toList();
            found = usual.isEmpty() ? found : usual;
        }
        if (found.size() > 1) {
            throw usage("%s: %s is a column of %s and of %s; write schema.table.column."
                    .formatted(setting, text, found.get(0).table(), found.get(1).table()));
        }
        if (found.isEmpty()) {
            throw unknown(text, setting);
        }
        return found.get(0);
    }

    /** Columns of one table. */
    List<ColumnName> columns(List<String> texts, String setting) {
        List<ColumnName> columns =
                texts.stream().map(text -> column(text, setting)).toList();
        for (ColumnName column : columns) {
            if (!column.table().equals(columns.get(0).table())) {
                throw usage("%s: %s and %s are columns of two tables; a link leaves one table and arrives at one."
                        .formatted(setting, columns.get(0), column));
            }
        }
        return columns;
    }

    private List<ColumnName> matching(String text, boolean anyCase) {
        List<ColumnName> found = new ArrayList<>();
        for (Table table : schema.rowTables()) {
            for (Column column : table.columns()) {
                ColumnName name = new ColumnName(table.name(), column.name());
                boolean named = spellings(name)
                        .anyMatch(spelling -> anyCase ? spelling.equalsIgnoreCase(text) : spelling.equals(text));
                if (named) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private static Stream<String> spellings(ColumnName name) {
        return Stream.of(name.table().name() + "." + name.column(), name.toString());
    }

    /** First says whether it is the table that nobody knows, because then its columns are all unknown. */
    private UnderstudyException unknown(String text, String setting) {
        int dot = text.lastIndexOf('.');
        if (dot < 1) {
            return usage("%s: %s names no column; write table.column.".formatted(setting, text));
        }
        String tableText = text.substring(0, dot);
        List<Table> tables = schema.rowTables().stream()
                .filter(table -> table.name().name().equalsIgnoreCase(tableText)
                        || table.name().toString().equalsIgnoreCase(tableText))
                .toList();
        if (tables.isEmpty()) {
            List<String> names = schema.rowTables().stream()
                    .map(table -> tableText.contains(".")
                            ? table.name().toString()
                            : table.name().name())
                    .toList();
            return usage("%s: the source has no table %s%s"
                    .formatted(
                            setting,
                            tableText,
                            NearestName.of(tableText, names)
                                    .map(name -> "; did you mean %s?".formatted(name))
                                    .orElse("; `understudy plan` lists them.")));
        }
        List<String> names = tables.get(0).columns().stream().map(Column::name).toList();
        return usage("%s: %s has no column %s; %s"
                .formatted(
                        setting,
                        tables.get(0).name(),
                        text.substring(dot + 1),
                        NearestName.suggestion(text.substring(dot + 1), names)));
    }

    private static UnderstudyException usage(String message) {
        return new UnderstudyException(Problem.USAGE, message);
    }
}
