package dev.understudy.sql.ddl.mariadb;

import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Notice;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TableDefinitions;
import dev.understudy.sql.ddl.TargetDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From MariaDB to MariaDB. Databases are not created, for only the connection's own is sure to be allowed; every name is
 * qualified, so it does not matter which database the connection is in.
 */
public final class MariaDbDefinitions implements TableDefinitions {
    @Override
    public TargetDefinition define(Schema source, SchemaNames names) {
        TargetNames target = new TargetNames(source, names);
        List<DdlStatement> statements = new ArrayList<>();
        source.sequences()
                .forEach(sequence -> statements.add(new DdlStatement(
                        Phase.BEFORE_LOAD, sequence.name().toString(), target.in(sequence.definition()))));
        MariaDbTables tables = new MariaDbTables(target);
        source.tables().stream().filter(MariaDbTables::canBeMade).forEach(table -> statements.addAll(tables.of(table)));
        Set<TableName> made = source.tables().stream()
                .filter(MariaDbTables::canBeMade)
                .map(Table::name)
                .collect(Collectors.toSet());
        for (ForeignKey key : source.foreignKeys()) {
            if (key.declared() && made.contains(key.child()) && made.contains(key.parent())) {
                statements.add(tables.link(key));
            }
        }
        source.objects().stream()
                .filter(object -> object.handling() != Handling.WITHHOLD)
                .forEach(object -> statements.add(new DdlStatement(
                        Phase.AFTER_LOAD_OBJECTS, object.name().toString(), target.in(object.definition()))));
        statements.sort(Comparator.comparing(DdlStatement::phase));
        return new TargetDefinition(statements, notices(source));
    }

    private static List<Notice> notices(Schema source) {
        List<Notice> notices = new ArrayList<>();
        for (SchemaObject object : source.objects()) {
            if (object.handling() == Handling.WITHHOLD) {
                notices.add(new Notice(
                        "object-withheld",
                        object.name().toString(),
                        "%s is not created: %s.".formatted(object.name(), object.reason())));
            }
        }
        return notices;
    }
}
