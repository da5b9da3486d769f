package dev.understudy.sql.ddl.mariadb;

import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.text.TableItem;
import dev.understudy.schema.text.TableText;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts MariaDB's CREATE TABLE into what must stand before the rows and what is built over them once.
 *
 * <p>Checks stay in the table: MariaDB copies the whole table to add one, and evaluates it in no time while loading.
 */
final class MariaDbTables {
    /** Adding a link checks every row and rebuilds the table; verification finds orphans much faster. MySQL ignores it. */
    private static final String UNCHECKED = "/*M!100100 SET STATEMENT foreign_key_checks=0 FOR */ ";

    private final TargetNames names;

    MariaDbTables(TargetNames names) {
        this.names = names;
    }

    List<DdlStatement> of(Table table) {
        TableText text = TableText.of(table.definition());
        List<TableItem> early = new ArrayList<>();
        List<TableItem> unique = new ArrayList<>();
        List<TableItem> plain = new ArrayList<>();
        List<TableItem> special = new ArrayList<>();
        boolean led = false;
        for (TableItem item : text.items()) {
            // One key is enough, mostly the primary one; the others stay in their order.
            boolean leads = !led && isPartOfCounter(table, item);
            led |= leads;
            boolean needed = leads || table.kind() == TableKind.PARTITIONED;
            switch (item.kind()) {
                case LINK -> {}
                case UNIQUE_KEY -> (needed ? early : unique).add(item);
                case KEY -> (needed ? early : plain).add(item);
                case SPECIAL_KEY -> special.add(item);
                default -> early.add(item);
            }
        }
        List<DdlStatement> statements = new ArrayList<>();
        String name = table.name().toString();
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, name, create(table, early, text.tail())));
        if (!unique.isEmpty()) {
            statements.add(new DdlStatement(Phase.AFTER_LOAD_KEYS, name, add(table, unique)));
        }
        if (!plain.isEmpty()) {
            statements.add(new DdlStatement(Phase.AFTER_LOAD_INDEXES, name, add(table, plain)));
        }
        for (TableItem item : special) {
            statements.add(
                    new DdlStatement(Phase.AFTER_LOAD_INDEXES, name + "." + item.name(), add(table, List.of(item))));
        }
        return statements;
    }

    /** A counter must lead a key from the start. */
    private static boolean isPartOfCounter(Table table, TableItem item) {
        return !item.parts().isEmpty()
                && table.column(item.parts().get(0).column())
                        .map(Column::filling)
                        .filter(Filling.AUTO_INCREMENT::equals)
                        .isPresent();
    }

    private String create(Table table, List<TableItem> items, String tail) {
        return items.stream()
                        .map(item -> names.in(item.text()))
                        .collect(Collectors.joining(
                                ",\n  ", "CREATE TABLE " + names.quoted(table.name()) + " (\n  ", "\n) "))
                + tail;
    }

    /** All at once: the table is scanned once. */
    private String add(Table table, List<TableItem> items) {
        return items.stream()
                .map(item -> "ADD " + names.in(item.text()))
                .collect(Collectors.joining(", ", "ALTER TABLE " + names.quoted(table.name()) + " ", ""));
    }

    DdlStatement link(ForeignKey key) {
        String sql = UNCHECKED + "ALTER TABLE " + names.quoted(key.child()) + " ADD "
                + (key.definition().isEmpty() ? clause(key) : names.in(key.definition()));
        return new DdlStatement(Phase.AFTER_LOAD_LINKS, key.child() + "." + key.name(), sql);
    }

    private String clause(ForeignKey key) {
        return "CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s) ON DELETE %s ON UPDATE %s"
                .formatted(
                        Identifiers.quote(Vendor.MARIADB, key.name()),
                        Identifiers.list(Vendor.MARIADB, key.childColumns()),
                        names.quoted(key.parent()),
                        Identifiers.list(Vendor.MARIADB, key.parentColumns()),
                        key.onDelete(),
                        key.onUpdate());
    }

    /** True if the whole definition is known. */
    static boolean canBeMade(Table table) {
        return table.kind() != TableKind.FOREIGN
                && table.kind() != TableKind.PARTITION
                && !table.definition().isEmpty();
    }
}
