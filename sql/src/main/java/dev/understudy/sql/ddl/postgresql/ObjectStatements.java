package dev.understudy.sql.ddl.postgresql;

import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Notice;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements and notices for what stands beside the tables. */
final class ObjectStatements {
    private final SchemaNames names;
    private final RenamedTexts texts;

    ObjectStatements(SchemaNames names) {
        this.names = names;
        this.texts = new RenamedTexts(names);
    }

    List<DdlStatement> create(SchemaObject object, Phase phase) {
        String name = names.target(object.name()).toString();
        List<DdlStatement> statements = new ArrayList<>();
        statements.add(new DdlStatement(phase, name, definition(object)));
        if (object.handling() == Handling.CREATE_DISABLED) {
            TableName table = tableOf(object);
            statements.add(new DdlStatement(
                    phase,
                    name,
                    "ALTER TABLE %s DISABLE TRIGGER %s"
                            .formatted(
                                    Identifiers.quote(Vendor.POSTGRESQL, names.target(table)),
                                    Identifiers.quote(
                                            Vendor.POSTGRESQL,
                                            object.name()
                                                    .name()
                                                    .substring(table.name().length() + 1)))));
        }
        return statements;
    }

    private String definition(SchemaObject object) {
        return switch (object.kind()) {
            case SCHEMA ->
                "CREATE SCHEMA IF NOT EXISTS "
                        + Identifiers.quote(
                                Vendor.POSTGRESQL, names.target(object.name().name()));
            case EXTENSION -> extension(object.definition());
            default -> texts.of(object.definition());
        };
    }

    private String extension(String definition) {
        String before = " WITH SCHEMA ";
        int place = definition.lastIndexOf(before);
        if (place < 0) {
            return definition;
        }
        String schema = definition.substring(place + before.length());
        // The texts replace what stands before a point.
        String renamed = texts.of(schema + ".x");
        return definition.substring(0, place) + before + renamed.substring(0, renamed.length() - 2);
    }

    /** A trigger is named after its table, which is one of the tables that it needs. */
    private static TableName tableOf(SchemaObject trigger) {
        return trigger.needs().stream()
                .filter(table -> table.schema().equals(trigger.name().schema())
                        && trigger.name().name().startsWith(table.name() + "."))
                .max((one, other) ->
                        Integer.compare(one.name().length(), other.name().length()))
                .orElseThrow();
    }

    Optional<Notice> notice(SchemaObject object) {
        String name = names.target(object.name()).toString();
        String kind = object.kind() == Kind.OTHER
                ? "object"
                : object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (object.handling()) {
            case CREATE -> Optional.empty();
            case CREATE_DISABLED ->
                Optional.of(new Notice(
                        "trigger-disabled",
                        name,
                        "The trigger %s is created but switched off: %s.".formatted(name, object.reason())));
            case WITHHOLD ->
                Optional.of(new Notice(
                        "object-withheld",
                        name,
                        "The %s %s is not created: %s.".formatted(kind, name, object.reason())));
        };
    }
}
