package dev.understudy.sql.ddl.h2;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.Table;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Notice;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TableDefinitions;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** From H2 to H2. */
public final class H2Definitions implements TableDefinitions {
    @Override
    public TargetDefinition define(Schema source, SchemaNames names) {
        TargetNames target = new TargetNames(source, names);
        List<DdlStatement> statements = new ArrayList<>();
        schemas(source, names).forEach(statements::add);
        source.objects().stream()
                .filter(object -> object.handling() != Handling.WITHHOLD)
                .forEach(object -> statements.add(
                        new DdlStatement(phase(object), object.name().toString(), target.in(object.definition()))));
        source.sequences().stream()
                .filter(sequence -> !sequence.definition().isEmpty())
                .forEach(sequence -> statements.add(new DdlStatement(
                        Phase.BEFORE_LOAD, sequence.name().toString(), target.in(sequence.definition()))));
        H2Tables tables = new H2Tables(target);
        source.tables().forEach(table -> addTable(table, tables, statements));
        for (ForeignKey key : source.foreignKeys()) {
            if (key.declared()) {
                statements.add(
                        new DdlStatement(Phase.AFTER_LOAD_LINKS, key.child() + "." + key.name(), tables.link(key)));
            }
        }
        statements.sort(Comparator.comparing(DdlStatement::phase));
        return new TargetDefinition(statements, notices(source));
    }

    private static Stream<DdlStatement> schemas(Schema source, SchemaNames names) {
        return Stream.of(
                        source.tables().stream().map(table -> table.name().schema()),
                        source.sequences().stream()
                                .map(sequence -> sequence.name().schema()),
                        source.objects().stream().map(object -> object.name().schema()))
                .flatMap(schema -> schema)
                .map(names::target)
                .distinct()
                .sorted()
                .map(schema -> new DdlStatement(
                        Phase.BEFORE_LOAD,
                        schema,
                        "CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(Vendor.H2, schema)));
    }

    /** Constants and domains may stand in tables, as functions may. */
    private static Phase phase(SchemaObject object) {
        return switch (object.kind()) {
            case DOMAIN, ROUTINE, AGGREGATE -> Phase.BEFORE_LOAD;
            case OTHER ->
                object.definition().startsWith("CREATE CONSTANT") ? Phase.BEFORE_LOAD : Phase.AFTER_LOAD_OBJECTS;
            default -> Phase.AFTER_LOAD_OBJECTS;
        };
    }

    private static void addTable(Table table, H2Tables tables, List<DdlStatement> statements) {
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, table.name().toString(), tables.create(table)));
        table.keys()
                .forEach(key -> statements.add(new DdlStatement(
                        H2Tables.isRowNumber(table, key) ? Phase.BEFORE_LOAD : Phase.AFTER_LOAD_KEYS,
                        table.name() + "." + key.name(),
                        tables.key(table, key))));
        table.indexes()
                .forEach(index -> statements.add(new DdlStatement(
                        Phase.AFTER_LOAD_INDEXES, table.name() + "." + index.name(), tables.index(table, index))));
        table.checks()
                .forEach(check -> statements.add(new DdlStatement(
                        Phase.AFTER_LOAD_CHECKS,
                        table.name() + "." + check.name(),
                        tables.add(table, check.name(), check.definition()))));
    }

    private static List<Notice> notices(Schema source) {
        return source.objects().stream()
                .filter(object -> object.handling() == Handling.WITHHOLD)
                .map(object -> new Notice(
                        "object-withheld",
                        object.name().toString(),
                        "%s is not created: %s.".formatted(object.name(), object.reason())))
                .toList();
    }
}
