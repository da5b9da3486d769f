package dev.understudy.plan;

import dev.understudy.model.TableMode;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextObserver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan makes of checks whose condition is not understood, or takes only texts of a pattern.
 *
 * @param tried    texts that pass, for columns of tables without rows
 * @param emptied  tables that stay empty, because no text was found that passes
 * @param warnings what cannot be promised before the load
 */
record UnreadChecks(Map<ColumnName, List<String>> tried, Set<String> emptied, List<Warning> warnings) {

    /** @param modes tables for which nothing passes are set to {@link TableMode#EMPTY} */
    static UnreadChecks of(
            Schema schema,
            Map<TableName, TableMode> modes,
            Map<TableName, Long> wanted,
            Map<ColumnName, Meaning> meanings,
            Judge judge) {
        TriedTexts trial = new TriedTexts(schema, judge);
        UnreadChecks result = new UnreadChecks(new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>());
        for (Table table : schema.rowTables()) {
            TableMode mode = modes.get(table.name());
            if (mode == TableMode.FILL) {
                result.tryTexts(schema, table, trial, wanted.get(table.name()), meanings, modes);
            }
            if (modes.get(table.name()).hasRows() && mode != TableMode.COPY) {
                result.warn(schema, table, mode == TableMode.FILL);
            }
        }
        return result;
    }

    private void tryTexts(
            Schema schema,
            Table table,
            TriedTexts trial,
            long rows,
            Map<ColumnName, Meaning> meanings,
            Map<TableName, TableMode> modes) {
        for (Column column : table.columns()) {
            ColumnName name = new ColumnName(table.name(), column.name());
            Meaning meaning = Optional.ofNullable(meanings.get(name))
                    .or(() -> TextObserver.byName(table.name(), column))
                    .orElse(Meaning.OTHER);
            Optional<List<String>> texts = trial.of(table, column, meaning, rows);
            if (texts.isPresent() && !texts.get().isEmpty()) {
                tried.put(name, texts.get());
            } else if (texts.isPresent()) {
                modes.put(table.name(), TableMode.EMPTY);
                emptied.add(table.name().toString());
                warnings.add(new Warning(
                        "no-text-passes",
                        table.name().toString(),
                        "stays empty, because no text was found for %s that passes %s."
                                .formatted(
                                        column.name(),
                                        String.join(
                                                ", ",
                                                TriedTexts.opaque(schema, table, column).stream()
                                                        .map(Check::name)
                                                        .toList()))));
            }
        }
    }

    /** @param filled true if checks of single texts were tried */
    private void warn(Schema schema, Table table, boolean filled) {
        Set<String> understood = TriedTexts.understood(schema, table);
        List<String> unread = table.checks().stream()
                .filter(check -> check.enforced() && !understood.contains(check.name()))
                .filter(check -> !filled || !isTried(table, check))
                .map(Check::name)
                .toList();
        if (!unread.isEmpty()) {
            warnings.add(new Warning(
                    "check-not-understood",
                    table.name().toString(),
                    "has rows made without regard to %s, which only the target can judge, after the load."
                            .formatted(String.join(", ", unread))));
        }
    }

    private static boolean isTried(Table table, Check check) {
        List<Column> columns = TriedTexts.columns(table, check);
        return columns.size() == 1 && columns.get(0).type().family() == TypeFamily.TEXT;
    }
}
