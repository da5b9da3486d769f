package dev.understudy.sql.statement;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something of a target that must not act while rows come in, and how it is put back.
 *
 * @param object  what it is, for people and for the ledger
 * @param pause   statement that takes it out of the way
 * @param restore statement that puts it back
 */
public record Pause(String object, String pause, String restore) {
    public Pause {
        Objects.requireNonNull(object);
        Objects.requireNonNull(pause);
        Objects.requireNonNull(restore);
    }

    /** A foreign key of the target: dropped and added again; H2 can switch it off. */
    public static Pause ofLink(Vendor vendor, ForeignKey key) {
        String clause = key.definition().isEmpty() ? clause(vendor, key) : key.definition();
        return ofLink(vendor, key.child(), key.name(), clause);
    }

    /** @param clause the vendor's constraint clause; only used where links cannot be switched off */
    public static Pause ofLink(Vendor vendor, TableName child, String link, String clause) {
        String table = Identifiers.quote(vendor, child);
        String name = Identifiers.quote(vendor, link);
        String object = child + "." + link;
        if (vendor == Vendor.H2) {
            return new Pause(
                    object,
                    "ALTER TABLE " + table + " SET REFERENTIAL_INTEGRITY FALSE",
                    "ALTER TABLE " + table + " SET REFERENTIAL_INTEGRITY TRUE CHECK");
        }
        String drop = vendor == Vendor.MARIADB ? " DROP FOREIGN KEY " : " DROP CONSTRAINT ";
        // A definition may carry its own CONSTRAINT and name, as MariaDB's does.
        String named = clause.stripLeading().toUpperCase(Locale.ROOT).startsWith("CONSTRAINT")
                ? clause
                : "CONSTRAINT " + name + " " + clause;
        return new Pause(object, "ALTER TABLE " + table + drop + name, "ALTER TABLE " + table + " ADD " + named);
    }

    private static String clause(Vendor vendor, ForeignKey key) {
        return "FOREIGN KEY (%s) REFERENCES %s (%s) ON DELETE %s ON UPDATE %s"
                .formatted(
                        Identifiers.list(vendor, key.childColumns()),
                        Identifiers.quote(vendor, key.parent()),
                        Identifiers.list(vendor, key.parentColumns()),
                        key.onDelete(),
                        key.onUpdate());
    }

    /**
     * A trigger of the target: switched off, or where the vendor cannot do that dropped and created again.
     *
     * @param definition the whole CREATE TRIGGER; only used where triggers cannot be switched off
     */
    public static Pause ofTrigger(Vendor vendor, TableName table, String trigger, String definition) {
        String quoted = Identifiers.quote(vendor, trigger);
        if (vendor == Vendor.POSTGRESQL) {
            String alter = "ALTER TABLE " + Identifiers.quote(vendor, table);
            return new Pause(
                    table + "." + trigger, alter + " DISABLE TRIGGER " + quoted, alter + " ENABLE TRIGGER " + quoted);
        }
        String full = Identifiers.quote(vendor, new TableName(table.schema(), trigger));
        return new Pause(table + "." + trigger, "DROP TRIGGER " + full, definition);
    }

    /** An index of the target: dropped and built again. @param definition the whole CREATE INDEX */
    public static Pause ofIndex(Vendor vendor, TableName table, String index, String definition) {
        String full = Identifiers.quote(vendor, new TableName(table.schema(), index));
        return new Pause(table + "." + index, "DROP INDEX " + full, definition);
    }

    /** Restoring statements, last pause first. */
    public static List<String> restoring(List<Pause> pauses) {
        List<String> statements = new ArrayList<>();
        pauses.forEach(pause -> statements.add(0, pause.restore()));
        return List.copyOf(statements);
    }
}
