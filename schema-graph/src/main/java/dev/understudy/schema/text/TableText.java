package dev.understudy.schema.text;

import java.util.ArrayList;
import java.util.List;

/**
 * MariaDB's CREATE TABLE, taken apart.
 *
 * @param items columns, keys, links and checks, in order
 * @param tail  what follows the closing parenthesis: engine, character set, comment, partitions
 */
public record TableText(List<TableItem> items, String tail) {
    public TableText {
        items = List.copyOf(items);
    }

    /** @param definition what SHOW CREATE TABLE returned */
    public static TableText of(String definition) {
        SqlScanner scanner = new SqlScanner(definition, '`');
        while (!scanner.atEnd() && !scanner.at("(")) {
            scanner.skipPart();
        }
        List<TableItem> items = new ArrayList<>();
        do {
            scanner.skip();
            int start = scanner.position();
            while (!scanner.atEnd() && !scanner.at(",") && !scanner.at(")")) {
                scanner.skipPart();
            }
            items.add(
                    TableItem.of(definition.substring(start, scanner.position()).strip()));
        } while (!scanner.atEnd() && scanner.at(","));
        return new TableText(
                items,
                definition
                        .substring(Math.min(definition.length(), scanner.position() + 1))
                        .strip());
    }

    /** Items of one kind, in order. */
    public List<TableItem> items(TableItem.Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }
}
