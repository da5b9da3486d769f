package dev.understudy.propose;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the names of a schema say of which column points at which key. */
final class LinkNames {
    /** A table-wide prefix of columns is not longer: {@code ps_} of {@code ps_partkey}. */
    private static final int LONGEST_PREFIX = 4;

    private static final Set<String> ABOVE = Set.of(
            "parent",
            "manager",
            "report",
            "supervisor",
            "boss",
            "superior",
            "predecessor",
            "previous",
            "preceding",
            "original",
            "root",
            "ancestor",
            "chief",
            "lead",
            "master",
            "next",
            "base");

    private final Map<TableName, NameWords> tables = new HashMap<>();
    private final Map<ColumnName, NameWords> columns = new HashMap<>();

    LinkNames(Schema schema) {
        Set<String> tableWords = new HashSet<>();
        for (Table table : schema.rowTables()) {
            NameWords words = NameWords.of(table.name().name());
            tables.put(table.name(), words);
            tableWords.addAll(words.all());
        }
        for (Table table : schema.rowTables()) {
            boolean prefixed = hasPrefix(table);
            for (Column column : table.columns()) {
                NameWords words = NameWords.of(column.name());
                NameWords own = prefixed ? words.tail() : words;
                columns.put(new ColumnName(table.name(), column.name()), own.split(tableWords));
            }
        }
    }

    /** True if all columns begin with the same short word that says nothing but the table. */
    private static boolean hasPrefix(Table table) {
        List<NameWords> words = table.columns().stream()
                .map(column -> NameWords.of(column.name()))
                .toList();
        String first = words.get(0).all().isEmpty() ? "" : words.get(0).all().get(0);
        return words.size() > 1
                && first.length() <= LONGEST_PREFIX
                && words.stream()
                        .allMatch(
                                one -> one.all().size() > 1 && one.all().get(0).equals(first));
    }

    NameWords of(TableName table) {
        return tables.get(table);
    }

    NameWords of(ColumnName column) {
        return columns.get(column);
    }

    /** True if the column is called after its own table: its identity, and no link. */
    boolean isOwnName(ColumnName column) {
        NameWords specific = of(column).specific();
        return !specific.isEmpty() && of(column.table()).endsWith(specific);
    }

    /** What the names say for a link from one column to another, which is a key. */
    NameEvidence match(ColumnName child, ColumnName key) {
        NameEvidence best = byKey(child, key).or(byTable(child, key));
        if (!child.table().equals(key.table())) {
            return best;
        }
        // A column that is called after its own table alone rather belongs to another table of such a name.
        return of(child).hasAny(ABOVE)
                ? best.or(new NameEvidence(0.8, "named after a row above"))
                : new NameEvidence(0.6 * best.weight(), best.text());
    }

    private NameEvidence byKey(ColumnName child, ColumnName key) {
        NameWords c = of(child);
        NameWords k = of(key);
        NameWords specific = k.specific();
        if (specific.isEmpty()) {
            return NameEvidence.NONE;
        }
        // Keys that are called after their own table are pointed at; others may be links themselves.
        boolean own = isOwnName(key);
        if (c.equals(k)) {
            return new NameEvidence(own ? 1 : 0.85, "named as the key");
        }
        if (c.endsWith(k)) {
            return new NameEvidence(own ? 0.9 : 0.75, "ends with the key's name");
        }
        if (!c.saysKey() && !k.saysKey()) {
            return NameEvidence.NONE;
        }
        if (c.specific().equals(specific)) {
            return new NameEvidence(own ? 0.85 : 0.65, "has the words of the key's name");
        }
        return c.specific().endsWith(specific)
                ? new NameEvidence(own ? 0.75 : 0.55, "ends with the words of the key's name")
                : NameEvidence.NONE;
    }

    private NameEvidence byTable(ColumnName child, ColumnName key) {
        NameWords c = of(child).specific();
        NameWords t = of(key.table());
        // A key that is called after another table is a link to that one.
        NameWords k = of(key).specific();
        boolean foreign = !k.isEmpty() && !isOwnName(key);
        if (c.isEmpty() || t.isEmpty() || child.equals(key)) {
            return NameEvidence.NONE;
        }
        double factor = (of(child).saysKey() ? 1 : 0.8) * (foreign ? 0.8 : 1);
        if (c.equals(t) || c.joined().equals(t.joined())) {
            return new NameEvidence(factor, "named after the table");
        }
        if (t.endsWith(c) || t.last().equals(c.joined())) {
            return new NameEvidence(0.92 * factor, "named after the end of the table's name");
        }
        if (t.last().equals(of(child.table()).last() + c.joined())) {
            return new NameEvidence(0.92 * factor, "named after the table, beside its own");
        }
        if (c.endsWith(t)) {
            return new NameEvidence(0.85 * factor, "ends with the table's name");
        }
        if (c.last().equals(t.last()) && c.last().length() > 3) {
            return new NameEvidence(0.7 * factor, "ends with the table's last word");
        }
        if (t.startsWith(c)) {
            return new NameEvidence(0.65 * factor, "named after the beginning of the table's name");
        }
        boolean cut = c.last().length() > 2 && t.all().size() == 1 && t.last().startsWith(c.last());
        return cut ? new NameEvidence(0.65 * factor, "named after the table, cut short") : NameEvidence.NONE;
    }
}
