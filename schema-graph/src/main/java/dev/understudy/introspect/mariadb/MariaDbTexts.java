package dev.understudy.introspect.mariadb;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Check;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Index;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.text.TableItem;
import dev.understudy.schema.text.TableItem.Kind;
import dev.understudy.schema.text.TableItem.Part;
import dev.understudy.schema.text.TableText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What SHOW CREATE TABLE says of each table: the only place that has prefixes of keys and the checks of columns. */
final class MariaDbTexts {
    private static final Pattern COUNTER = Pattern.compile(" AUTO_INCREMENT=\\d+");
    private static final Pattern JSON = Pattern.compile("json_valid\\(`(?:[^`]|``)+`\\)");

    private final Map<TableName, String> definitions = new LinkedHashMap<>();
    private final Map<TableName, TableText> texts = new LinkedHashMap<>();

    private MariaDbTexts() {}

    /** Cost: one short statement per table. */
    static MariaDbTexts read(CatalogQuery query, Iterable<TableName> tables) throws SQLException {
        MariaDbTexts texts = new MariaDbTexts();
        for (TableName table : tables) {
            String shown = query.list("SHOW CREATE TABLE " + Backticks.quote(table), row -> row.getString(2))
                    .get(0);
            TableText text = TableText.of(shown);
            // Where the counter stands now is no part of the definition.
            String tail = COUNTER.matcher(text.tail()).replaceFirst("");
            String definition = shown.substring(0, shown.length() - text.tail().length()) + tail;
            texts.definitions.put(table, definition);
            texts.texts.put(table, TableText.of(definition));
        }
        return texts;
    }

    String definition(TableName table) {
        return definitions.get(table);
    }

    /** {@code PARTITION BY …}, or empty. */
    String partitioning(TableName table) {
        String tail = texts.get(table).tail();
        int start = tail.indexOf("PARTITION BY ");
        return start < 0 ? "" : tail.substring(start).replaceAll("\\s*\\*/$", "");
    }

    private List<TableItem> items(TableName table, Kind kind) {
        return texts.get(table).items(kind);
    }

    List<UniqueKey> keys(TableName table) {
        List<UniqueKey> keys = new ArrayList<>();
        items(table, Kind.PRIMARY_KEY).forEach(item -> keys.add(key(item)));
        items(table, Kind.UNIQUE_KEY).forEach(item -> keys.add(key(item)));
        return keys;
    }

    private static UniqueKey key(TableItem item) {
        return new UniqueKey(
                item.name(),
                plainColumns(item),
                item.kind() == Kind.PRIMARY_KEY,
                true,
                "",
                item.parts().stream()
                        .map(Part::expression)
                        .filter(part -> !part.isEmpty())
                        .toList(),
                true,
                item.text());
    }

    private static List<String> plainColumns(TableItem item) {
        return item.parts().stream()
                .filter(part -> part.expression().isEmpty())
                .map(Part::column)
                .toList();
    }

    List<Index> indexes(TableName table) {
        return texts.get(table).items().stream()
                .filter(item -> item.kind() == Kind.KEY || item.kind() == Kind.SPECIAL_KEY)
                .map(item -> new Index(
                        item.name(),
                        item.parts().stream()
                                .map(Part::column)
                                .filter(column -> !column.isEmpty())
                                .toList(),
                        false,
                        item.text()))
                .toList();
    }

    /** Those of the table and those of its columns, which carry the name of the column. */
    List<Check> checks(TableName table) {
        return texts.get(table).items().stream()
                .filter(item -> !item.check().isEmpty())
                .map(item -> new Check(
                        item.name(),
                        item.check(),
                        !item.text().contains("NOT ENFORCED"),
                        item.kind() == Kind.CHECK ? item.text() : "CHECK (" + item.check() + ")"))
                .toList();
    }

    /** The clause of a foreign key, or empty. */
    String link(TableName table, String name) {
        if (!texts.containsKey(table)) {
            return "";
        }
        return items(table, Kind.LINK).stream()
                .filter(item -> item.name().equals(name))
                .map(TableItem::text)
                .findFirst()
                .orElse("");
    }

    /** Columns that MariaDB calls json: long texts that check themselves. */
    Set<ColumnName> jsonColumns() {
        Set<ColumnName> json = new HashSet<>();
        texts.forEach((table, text) -> text.items(Kind.COLUMN).stream()
                .filter(item -> JSON.matcher(item.check()).matches())
                .forEach(item -> json.add(new ColumnName(table, item.name()))));
        return json;
    }

    /** Sorted names. */
    Set<TableName> tables() {
        return new TreeSet<>(definitions.keySet());
    }
}
