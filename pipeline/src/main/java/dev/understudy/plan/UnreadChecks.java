package dev.understudy.plan;

import dev.understudy.model.TableMode;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.KeyLengths;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TableNames;
import dev.understudy.semantic.TextObserver;
import dev.understudy.sql.rules.AskedChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a plan makes of checks whose condition is not understood, or takes only texts of a pattern.
 *
 * @param tried    texts that pass, for columns of tables without rows
 * @param emptied  tables that stay empty, because no text was found that passes
 * @param warnings what cannot be promised before the load
 */
record UnreadChecks(Map<ColumnName, List<String>> tried, Set<String> emptied, List<Warning> warnings) {
    /** Texts that are tried for a table with rows to learn from. */
    private static final long LEARNED = 500;

    /** @param modes tables for which nothing passes are set to {@link TableMode#EMPTY} */
    static UnreadChecks of(
            Schema schema,
            Map<TableName, TableMode> modes,
            Map<TableName, Long> wanted,
            Map<ColumnName, Meaning> meanings,
            Judge judge) {
        TriedTexts trial = new TriedTexts(schema, judge);
        TriedLiterals literals = new TriedLiterals(schema, judge);
        UnreadChecks result = new UnreadChecks(new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>());
        for (Table declared : schema.rowTables()) {
            Table table = KeyLengths.fitted(schema, declared);
            TableMode mode = modes.get(table.name());
            boolean made = mode.hasRows() && mode != TableMode.COPY;
            if (made) {
                result.tryLiterals(table, literals, wanted.getOrDefault(table.name(), LEARNED), modes);
            }
            if (made && modes.get(table.name()).hasRows()) {
                List<Check> unread = AskedChecks.of(schema, table);
                result.tryTexts(table, unread, trial, wanted.getOrDefault(table.name(), LEARNED), meanings, modes);
                if (modes.get(table.name()).hasRows()) {
                    result.warn(schema, table, unread);
                }
            }
        }
        return result;
    }

    private void tryLiterals(Table table, TriedLiterals literals, long rows, Map<TableName, TableMode> modes) {
        TableMode mode = modes.get(table.name());
        for (Column column : table.columns()) {
            Optional<List<String>> found = literals.of(table, column, mode != TableMode.FILL, rows);
            if (found.isPresent() && !found.get().isEmpty()) {
                tried.put(new ColumnName(table.name(), column.name()), found.get());
            } else if (found.isPresent()) {
                warnings.add(new Warning(
                        "unknown-column-type",
                        table.name() + "." + column.name(),
                        "is of type %s, of which no value is known: %s."
                                .formatted(column.type().sqlName(), instead(table, column, modes))));
            }
        }
    }

    private String instead(Table table, Column column, Map<TableName, TableMode> modes) {
        ColumnName name = new ColumnName(table.name(), column.name());
        if (column.nullable()) {
            tried.put(name, List.of());
            return "it stays null";
        }
        if (column.hasDefault()) {
            tried.put(name, List.of());
            return "it gets its default";
        }
        modes.put(table.name(), TableMode.EMPTY);
        emptied.add(table.name().toString());
        return "the table stays empty";
    }

    private void tryTexts(
            Table table,
            List<Check> unread,
            TriedTexts trial,
            long rows,
            Map<ColumnName, Meaning> meanings,
            Map<TableName, TableMode> modes) {
        for (Column column : table.columns()) {
            ColumnName name = new ColumnName(table.name(), column.name());
            Supplier<Meaning> meaning = () -> Optional.ofNullable(meanings.get(name))
                    .or(() -> TextObserver.byName(TableNames.of(table), column))
                    .orElse(Meaning.OTHER);
            Optional<List<String>> texts = trial.of(table, column, unread, meaning, rows);
            if (texts.isPresent() && texts.get().isEmpty() && modes.get(table.name()) != TableMode.FILL) {
                // What was learned may pass all the same.
                continue;
            }
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
                                                TriedTexts.opaque(table, column, unread).stream()
                                                        .map(Check::name)
                                                        .toList()))));
            }
        }
    }

    private void warn(Schema schema, Table table, List<Check> all) {
        List<Check> unread =
                all.stream().filter(check -> !isTried(table, check)).toList();
        warn(
                table,
                "has rows of which the target is asked %s before they are written; those that it refuses are left out.",
                unread.stream()
                        .filter(check -> !AskedChecks.readsTables(schema, check))
                        .toList());
        warn(
                table,
                "has rows made without regard to %s, which reads tables and can be judged only after the load.",
                unread.stream()
                        .filter(check -> AskedChecks.readsTables(schema, check))
                        .toList());
    }

    private void warn(Table table, String text, List<Check> checks) {
        if (!checks.isEmpty()) {
            String names = checks.stream().map(Check::name).distinct().collect(Collectors.joining(", "));
            warnings.add(new Warning("check-not-understood", table.name().toString(), text.formatted(names)));
        }
    }

    private boolean isTried(Table table, Check check) {
        List<Column> columns = AskedChecks.columns(table, check);
        return columns.size() == 1
                && (columns.get(0).type().family() == TypeFamily.TEXT
                        || tried.containsKey(
                                new ColumnName(table.name(), columns.get(0).name())));
    }
}
