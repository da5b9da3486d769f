package dev.understudy.sql.ddl.crossvendor;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Index;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.Table;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers what the target will lack. */
final class Losses {
    private final Vendor target;
    private final List<Notice> notices = new ArrayList<>();

    Losses(Vendor target) {
        this.target = target;
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    private void add(String id, String object, String text) {
        notices.add(new Notice(id, object, text));
    }

    void type(Table table, Column column, TargetType type, boolean inKey) {
        String name = table.name() + "." + column.name();
        if (!type.changed()) {
            return;
        }
        boolean shortened = target == Vendor.MARIADB
                && inKey
                && type.kind() == TargetType.Kind.SHORT_TEXT
                && (type.sql().equals("varchar(" + MariaDbTypes.KEY_CHARACTERS + ")")
                        || type.sql().startsWith("varbinary"));
        if (shortened) {
            add(
                    "key-shortened",
                    name,
                    "%s is part of a key and becomes %s; longer values are refused.".formatted(name, type.sql()));
        } else {
            add(
                    "type-changed",
                    name,
                    "%s is %s in the source and becomes %s."
                            .formatted(name, column.type().sqlName(), type.sql()));
        }
    }

    void generation(Table table, Column column) {
        String name = table.name() + "." + column.name();
        add("generation-lost", name, "%s is computed in the source; in the target it stays empty.".formatted(name));
    }

    void defaultValue(Table table, Column column) {
        String name = table.name() + "." + column.name();
        add("default-lost", name, "The default of %s has no counterpart in %s.".formatted(name, target.title()));
    }

    void check(Table table, Check check) {
        String name = table.name() + "." + check.name();
        add("check-lost", name, "The check %s cannot be said in %s.".formatted(name, target.title()));
    }

    void unique(Table table, UniqueKey key) {
        String name = table.name() + "." + key.name();
        add(
                "unique-lost",
                name,
                "The unique key %s is partial or over expressions, which %s is not asked to keep."
                        .formatted(name, target.title()));
    }

    void index(Table table, Index index) {
        String name = table.name() + "." + index.name();
        add(
                index.exclusion() ? "check-lost" : "index-lost",
                name,
                "%s %s has no counterpart in %s."
                        .formatted(index.exclusion() ? "The exclusion" : "The index", name, target.title()));
    }

    void keyShortened(Table table, String key) {
        String name = table.name() + "." + key;
        add("key-shortened", name, "The index %s covers only the beginning of long texts.".formatted(name));
    }

    void partitions(Table table) {
        add(
                "partitions-flattened",
                table.name().toString(),
                "%s becomes one table without partitions.".formatted(table.name()));
    }

    void object(SchemaObject object) {
        String name = object.name().toString();
        if (object.handling() == Handling.WITHHOLD) {
            add("object-withheld", name, "%s is not created: %s.".formatted(name, object.reason()));
            return;
        }
        switch (object.kind()) {
            case VIEW, MATERIALIZED_VIEW, SYNONYM -> lost("view-lost", object);
            case TRIGGER, RULE, POLICY -> lost("trigger-lost", object);
            case ROUTINE, AGGREGATE, OPERATOR -> lost("routine-lost", object);
            case DOMAIN -> {
                if (object.definition().toUpperCase(Locale.ROOT).contains("CHECK")) {
                    add(
                            "check-lost",
                            name,
                            "Columns of the domain %s keep its base type, but not its check.".formatted(name));
                }
            }
            case STATISTICS, VIEW_INDEX -> lost("index-lost", object);
            // A link of one partition alone does not hold for the one table that all partitions become.
            case PARTITION_FOREIGN_KEY -> lost("link-lost", object);
            default -> {
                // Types are resolved in the columns, extensions and comments of other objects mean nothing there.
            }
        }
    }

    private void lost(String id, SchemaObject object) {
        String kind = object.kind() == Kind.ROUTINE
                ? "routine"
                : object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        add(
                id,
                object.name().toString(),
                "The %s %s is not translated to %s.".formatted(kind, object.name(), target.title()));
    }
}
